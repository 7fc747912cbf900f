import type { CallContext } from "../service";
import { regionalArn } from "../services/regional-arn";
import { endpointConfigs, endpoints, models } from "../services/sagemaker/hosting-records";
import { modelPackageGroupArn } from "../services/sagemaker/model-package-group-record";
import { tagsOf } from "../services/sagemaker/tag-operations";
import { type ConditionValues, passRole, type PermissionRule, tagConditions } from "./permission";

type Input = Record<string, unknown>;

/** Members that name a resource, and its ARN. */
const NAMES: Readonly<Record<string, (name: string, context: CallContext) => string>> = {
  EndpointName: (name, context) => endpoints.arn(context, name),
  EndpointConfigName: (name, context) => endpointConfigs.arn(context, name),
  ModelName: (name, context) => models.arn(context, name),
  ModelPackageArn: (arn) => arn,
  ModelPackageName: (name, context) => regionalArn(context, "sagemaker", `model-package/${name}`),
  ModelPackageGroupName: (name, context) => modelPackageGroupArn(context, name),
};

/**
 * SageMaker's actions are its operations; each is judged on all that it names ("Actions, resources, and condition keys
 * for Amazon SageMaker", Service Authorization Reference), and the role that it hands on.
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
      ...conditions(input, context),
    },
  };
  // What is made with tags needs the right to tag it too (SageMaker AI Developer Guide, "Provide permissions for tagging").
  const tagged = operation.startsWith("Create") && Array.isArray(input.Tags) && input.Tags.length > 0;
  const role = input.ExecutionRoleArn;
  return [
    permission,
    ...(tagged ? [{ ...permission, action: "sagemaker:AddTags" }] : []),
    ...(typeof role === "string" ? [passRole(role, "sagemaker.amazonaws.com")] : []),
  ];
};

function resourcesOf(operation: string, input: Input, context: CallContext): readonly string[] {
  if (typeof input.ResourceArn === "string") return [input.ResourceArn];
  const group = input.ModelPackageGroupName;
  // A version is made in, and listed of, its group: both are judged on the group's versions.
  if (/ModelPackages?$/.test(operation) && typeof group === "string") {
    return [regionalArn(context, "sagemaker", `model-package/${lastPart(group)}/*`)];
  }
  if (operation.startsWith("List")) return ["*"];
  const named = Object.entries(NAMES).flatMap(([member, arnOf]) => {
    const name = input[member];
    if (typeof name !== "string") return [];
    return [name.startsWith("arn:") ? name : arnOf(name, context)];
  });
  return named.length > 0 ? named : ["*"];
}

function conditions(input: Input, context: CallContext): ConditionValues {
  const variants = (input.ProductionVariants ?? []) as { InstanceType?: string; ModelName?: string }[];
  const types = variants.map(({ InstanceType }) => InstanceType).filter((type) => type !== undefined);
  const names = variants.map(({ ModelName }) => ModelName).filter((name) => name !== undefined);
  return {
    "sagemaker:InstanceTypes": types.length > 0 ? types : undefined,
    "sagemaker:ModelApprovalStatus": input.ModelApprovalStatus as string | undefined,
    "sagemaker:ModelArn": names.length > 0 ? names.map((name) => models.arn(context, name)) : undefined,
  };
}

function lastPart(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf("/") + 1);
}
