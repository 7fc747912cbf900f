import { cloudFormationStack } from "../resource-types/cloudformation-stack";
import { resourceTypes } from "../resource-types/registry";
import type { ResourceType } from "../resource-types/resource-type";
import { AwsError } from "../service";

/** Types that AWS's registry knows but Cloud Control does not serve, as far as this project meets them. */
const NOT_SERVED = ["AWS::CodeBuild::Project", "AWS::CodeCommit::Repository"];

/** Every type that Cloud Control serves. */
export const servedTypes: readonly ResourceType[] = [...resourceTypes, cloudFormationStack].filter(
  ({ type }) => !NOT_SERVED.includes(type),
);

/** The handler for an action on a type. Throws as Cloud Control does where there is none. */
export function servedType(
  name: string,
  action: "CREATE" | "READ" | "UPDATE" | "DELETE" | "LIST",
): ResourceType {
  const type = servedTypes.find((candidate) => candidate.type === name);
  const reads = action === "READ" || action === "LIST";
  if (NOT_SERVED.includes(name) || (type?.unreadable && reads)) {
    throw new AwsError(
      "UnsupportedActionException",
      `Resource type ${name} does not support ${action} action`,
      405,
    );
  }
  if (type === undefined)
    throw new AwsError("TypeNotFoundException", `The type '${name}' cannot be found.`, 404);
  return type;
}
