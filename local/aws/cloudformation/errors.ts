import { AwsError } from "../service";

/** The error with which CloudFormation refuses almost everything. */
export function validationError(message: string): AwsError {
  return new AwsError("ValidationError", message, 400);
}

/** A member that breaks a constraint of the API's model. */
export function constraintError(member: string, value: string, constraint: string): AwsError {
  return validationError(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`,
  );
}

/** What DescribeStacks and most others say of a stack that is not there. */
export function stackNotFound(nameOrId: string): AwsError {
  return validationError(`Stack with id ${nameOrId} does not exist`);
}
