import type { CallContext } from "../service";
import { ChangeSetStore } from "../cloudformation/change-sets/change-set-record";
import { StackStore } from "../cloudformation/stack-store";
import { passRole, type Permission, type PermissionRule, requestTags, resourceTags } from "./permission";

/** Operations that CloudFormation judges on no stack. */
const WITHOUT_RESOURCE = new Set([
  "ListStacks",
  "ValidateTemplate",
  "EstimateTemplateCost",
  "DescribeStackDriftDetectionStatus",
  "DescribeAccountLimits",
  "DescribeType",
  "ListTypes",
  "ListExports",
  "ListImports",
]);

/** CloudFormation's actions are its operations, judged on the stack; a role that is passed needs iam:PassRole too. */
export const cloudFormationPermissions: PermissionRule = (operation, input, context) => {
  const name = text(input.StackName) ?? stackOfChangeSet(input, context) ?? stackOfResource(input, context);
  const stack = name === undefined ? undefined : new StackStore(context).find(name);
  const permissions: Permission[] = [
    {
      action: `cloudformation:${operation}`,
      resources: [WITHOUT_RESOURCE.has(operation) ? "*" : (stack?.stackId ?? stackArn(input, context))],
      context: {
        ...requestTags(input.Tags),
        ...resourceTags(stack?.tags),
        "cloudformation:ChangeSetName": text(input.ChangeSetName),
        "cloudformation:TemplateUrl": text(input.TemplateURL),
        "cloudformation:RoleArn": text(input.RoleARN),
      },
    },
  ];
  if (operation === "DetectStackDrift") permissions.push(...driftParts(permissions[0]!));
  const role = text(input.RoleARN);
  if (role !== undefined) {
    permissions.push(passRole(role, "cloudformation.amazonaws.com"));
  }
  return permissions;
};

/** Detecting a stack's drift is detecting that of its resources, and asks for the settings of their types. */
function driftParts(whole: Permission): Permission[] {
  return [
    { ...whole, action: "cloudformation:DetectStackResourceDrift" },
    { action: "cloudformation:BatchDescribeTypeConfigurations", resources: ["*"] },
  ];
}

/** The stack of a change set that is named by its ARN. */
function stackOfChangeSet(input: Record<string, unknown>, context: CallContext): string | undefined {
  const changeSet = text(input.ChangeSetName);
  return changeSet === undefined ? undefined : new ChangeSetStore(context).get(changeSet)?.stackId;
}

/** The stack that holds what a call asks about by its physical id. */
function stackOfResource(input: Record<string, unknown>, context: CallContext): string | undefined {
  const physicalId = text(input.PhysicalResourceId);
  if (physicalId === undefined) return undefined;
  return new StackStore(context).holding(physicalId)?.stackId;
}

function stackArn(input: Record<string, unknown>, { partition, region, caller }: CallContext): string {
  const name = text(input.StackName) ?? text(input.ChangeSetName);
  if (name?.startsWith("arn:")) return name;
  return `arn:${partition}:cloudformation:${region}:${caller.accountId}:stack/${text(input.StackName) ?? "*"}/*`;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Cloud Control's actions are in CloudFormation's namespace and know no resources; its handlers' calls are judged by themselves. */
export const cloudControlPermissions: PermissionRule = (operation) => [
  { action: `cloudformation:${operation}`, resources: ["*"] },
];
