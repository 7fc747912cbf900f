import { AwsError } from "../../service";

/** 404: what a call names is not there. */
export function noSuchEntity(message: string): AwsError {
  return new AwsError("NoSuchEntity", message, 404);
}

/** 409: the name is taken. */
export function alreadyExists(message: string): AwsError {
  return new AwsError("EntityAlreadyExists", message, 409);
}

/** 409: something still depends on what is to be deleted. */
export function deleteConflict(message: string): AwsError {
  return new AwsError("DeleteConflict", message, 409);
}

/** 409: a quota is used up. */
export function limitExceeded(message: string): AwsError {
  return new AwsError("LimitExceeded", message, 409);
}

/** 400: the document is not what IAM takes. */
export function malformedPolicy(message: string): AwsError {
  return new AwsError("MalformedPolicyDocument", message, 400);
}

/** 400: the values do not fit together. */
export function invalidInput(message: string): AwsError {
  return new AwsError("InvalidInput", message, 400);
}

/** 400: one value is not of its form. */
export function validationError(message: string): AwsError {
  return new AwsError("ValidationError", message, 400);
}
