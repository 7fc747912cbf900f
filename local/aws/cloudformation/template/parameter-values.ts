import { AwsError, type CallContext } from "../../service";
import { isNotFound } from "../../resource-types/handler-error";
import { validationError } from "../errors";

/** A parameter as a stack keeps it. */
export interface StackParameter {
  key: string;
  /** As it was given, or the default. */
  value: string;
  /** Of a parameter that names an SSM parameter: the value of that. */
  resolvedValue?: string;
  noEcho: boolean;
  /** Lists are split at their commas. */
  isList: boolean;
}

/** The value that Ref of a parameter gives. */
export function parameterValue(parameter: StackParameter): string | string[] {
  const value = parameter.resolvedValue ?? parameter.value;
  return parameter.isList ? value.split(",").map((item) => item.trim()) : value;
}

const NAMES_A_CALL = 10;

/** The values of SSM parameters by name. Throws CloudFormation's validation error, which names all that are missing. */
export async function storedValues(
  names: readonly string[],
  context: CallContext,
): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  for (let index = 0; index < names.length; index += NAMES_A_CALL) {
    const Names = names.slice(index, index + NAMES_A_CALL);
    const answer = (await context.call("ssm", "GetParameters", { Names })) as {
      Parameters?: { Name: string; Value: string; Selector?: string; ARN: string }[];
    };
    for (const { Name, ARN, Value, Selector = "" } of answer.Parameters ?? []) {
      for (const name of [Name, ARN]) values.set(`${name}${Selector}`, Value);
    }
  }
  const missing = names.filter((name) => !values.has(name));
  if (missing.length === 0) return values;
  throw validationError(
    `Unable to fetch parameters [${missing.join(",")}] from parameter store for this account.`,
  );
}

/** The types whose values CloudFormation looks up before it begins, with the calls that it does it by. */
const EXISTING: Readonly<Record<string, { operation: string; member: string }>> = {
  "AWS::EC2::SecurityGroup::Id": { operation: "DescribeSecurityGroups", member: "GroupIds" },
  "AWS::EC2::Subnet::Id": { operation: "DescribeSubnets", member: "SubnetIds" },
  "AWS::EC2::VPC::Id": { operation: "DescribeVpcs", member: "VpcIds" },
};

/** Throws CloudFormation's validation error where a parameter of an EC2 type names what is not there. */
export async function checkExists(
  parameter: StackParameter,
  type: string,
  context: CallContext,
): Promise<void> {
  const lookup = EXISTING[type.replace(/^List<(.+)>$/, "$1")];
  if (lookup === undefined) return;
  for (const id of [parameterValue(parameter)].flat()) {
    try {
      await context.call("ec2", lookup.operation, { [lookup.member]: [id] });
    } catch (error) {
      if (!(error instanceof AwsError) || !isNotFound(error)) throw error;
      throw validationError(
        `Parameter validation failed: parameter value ${id} for parameter name ${parameter.key} does not exist`,
      );
    }
  }
}
