import { AwsError } from "../../service";

/** 400: a value is not what KMS takes. */
export function validation(message: string): AwsError {
  return new AwsError("ValidationException", message);
}

/** What is named is not there. */
export function notFound(message: string): AwsError {
  return new AwsError("NotFoundException", message);
}

/** The key's policy is none, or none that KMS lets a key have. */
export function malformedPolicy(message: string): AwsError {
  return new AwsError("MalformedPolicyDocumentException", message);
}

/** The key is in a state in which the call can't be done. */
export function invalidState(message: string): AwsError {
  return new AwsError("KMSInvalidStateException", message);
}
