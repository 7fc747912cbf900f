import type { CallContext } from "../service";
import { regionalArn } from "../services/regional-arn";
import { tagsOf } from "../services/sagemaker/tag-operations";
import { type PermissionRule, tagConditions } from "./permission";

/** Members that name a resource, and the kind of it in ARNs. */
const NAMES: readonly (readonly [member: string, kind: string])[] = [
  ["ModelPackageArn", "model-package"],
  ["ModelPackageName", "model-package"],
  ["ModelPackageGroupName", "model-package-group"],
];

/**
 * SageMaker's actions are its operations; each is judged on what it names ("Actions, resources, and condition keys for
 * Amazon SageMaker", Service Authorization Reference).
 */
export const sagemakerPermissions: PermissionRule = (operation, input, context) => {
  const action = `sagemaker:${operation}`;
  const resources = resourcesOf(operation, input, context);
  const permission = {
    action,
    resources,
    context: {
      ...tagConditions({
        set: input.Tags,
        removed: input.TagKeys,
        present: resources.map((arn) => tagsOf(arn, context)).find((tags) => tags !== undefined),
      }),
      "sagemaker:ModelApprovalStatus": input.ModelApprovalStatus as string | undefined,
    },
  };
  // What is made with tags needs the right to tag it too (SageMaker AI Developer Guide, "Provide permissions for tagging").
  const tagged = operation.startsWith("Create") && Array.isArray(input.Tags) && input.Tags.length > 0;
  return [permission, ...(tagged ? [{ ...permission, action: "sagemaker:AddTags" }] : [])];
};

function resourcesOf(
  operation: string,
  input: Record<string, unknown>,
  context: CallContext,
): readonly string[] {
  if (typeof input.ResourceArn === "string") return [input.ResourceArn];
  const group = input.ModelPackageGroupName;
  // A version is made in, and listed of, its group: both are judged on the group's versions.
  if (/ModelPackages?$/.test(operation) && typeof group === "string") {
    return [regionalArn(context, "sagemaker", `model-package/${lastPart(group)}/*`)];
  }
  const [member, kind] = NAMES.find(([name]) => typeof input[name] === "string") ?? [];
  if (member === undefined || operation.startsWith("List")) return ["*"];
  const named = input[member] as string;
  return [named.startsWith("arn:") ? named : regionalArn(context, "sagemaker", `${kind}/${named}`)];
}

function lastPart(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf("/") + 1);
}
