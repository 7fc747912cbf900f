import { describeAwsError } from "./aws-error";
import type { AwsClients } from "./clients";

/** A CloudFormation stack as it is in the account now. */
export interface DeployedStack {
  /** The stack's ARN. */
  id: string;
  name: string;
  status: string;
  statusReason?: string;
  terminationProtection: boolean;
  tags: Record<string, string>;
  /** Values of its outputs, by their keys. */
  outputs: Record<string, string>;
  /** Values by the parameters' names: of those that read SSM parameters, what was read. */
  parameters: Record<string, string>;
}

/** One resource that a stack holds. */
export interface StackResource {
  logicalId: string;
  /** CloudFormation type. */
  type: string;
  /** What `Ref` gives: group or role name, policy ARN, parameter name; empty where it was never created. */
  physicalId: string;
  status: string;
}

/** The stack of a name or ARN; undefined where there is none. Throws the SDK's errors. */
export async function findStack(aws: AwsClients, nameOrId: string): Promise<DeployedStack | undefined> {
  const cloudFormation = await aws.cloudFormation();
  try {
    const { Stacks } = await cloudFormation.describeStacks({ StackName: nameOrId });
    const stack = Stacks?.[0];
    if (stack === undefined) return undefined;
    return {
      id: stack.StackId ?? "",
      name: stack.StackName ?? nameOrId,
      status: stack.StackStatus ?? "",
      statusReason: stack.StackStatusReason,
      terminationProtection: stack.EnableTerminationProtection ?? false,
      tags: Object.fromEntries((stack.Tags ?? []).map((tag) => [tag.Key ?? "", tag.Value ?? ""])),
      outputs: Object.fromEntries(
        (stack.Outputs ?? []).map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue]),
      ),
      parameters: Object.fromEntries(
        (stack.Parameters ?? []).map((parameter) => [
          parameter.ParameterKey ?? "",
          parameter.ResolvedValue ?? parameter.ParameterValue ?? "",
        ]),
      ),
    };
  } catch (error) {
    if (describeAwsError(error).kind === "not-found") return undefined;
    throw error;
  }
}

/** Everything that a stack holds; empty where there is no such stack. Throws the SDK's errors. */
export async function listStackResources(aws: AwsClients, nameOrId: string): Promise<StackResource[]> {
  const cloudFormation = await aws.cloudFormation();
  const resources: StackResource[] = [];
  let next: string | undefined;
  try {
    do {
      const page = await cloudFormation.listStackResources({ StackName: nameOrId, NextToken: next });
      for (const summary of page.StackResourceSummaries ?? []) {
        resources.push({
          logicalId: summary.LogicalResourceId ?? "",
          type: summary.ResourceType ?? "",
          physicalId: summary.PhysicalResourceId ?? "",
          status: summary.ResourceStatus ?? "",
        });
      }
      next = page.NextToken;
    } while (next !== undefined);
  } catch (error) {
    if (describeAwsError(error).kind === "not-found") return [];
    throw error;
  }
  return resources;
}
