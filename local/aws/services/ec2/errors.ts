import { AwsError } from "../../service";

/** Each kind of thing with the code that EC2 has for one that is not there (EC2 API Reference, "Error codes"). */
const NOT_FOUND = {
  vpc: ["InvalidVpcID.NotFound", "vpc ID"],
  subnet: ["InvalidSubnetID.NotFound", "subnet ID"],
  "route table": ["InvalidRouteTableID.NotFound", "routeTable ID"],
  "security group": ["InvalidGroup.NotFound", "security group"],
  "security group rule": ["InvalidSecurityGroupRuleId.NotFound", "security group rule ID"],
  "vpc endpoint": ["InvalidVpcEndpointId.NotFound", "Vpc Endpoint Id"],
} as const;

/** A kind of thing that calls name by its id. */
export type Kind = keyof typeof NOT_FOUND;

/** What a call names is not there. */
export function notFound(kind: Kind, id: string): AwsError {
  const [code, words] = NOT_FOUND[kind];
  return new AwsError(code, `The ${words} '${id}' does not exist`);
}

/** A value is not what EC2 takes. */
export function invalidValue(message: string): AwsError {
  return new AwsError("InvalidParameterValue", message);
}

/** The values do not fit together, or to what is there. */
export function invalidParameter(message: string): AwsError {
  return new AwsError("InvalidParameter", message);
}

/** Something else needs what is to be deleted. */
export function dependencyViolation(message: string): AwsError {
  return new AwsError("DependencyViolation", message);
}
