import { AwsError } from "../../service";

/** 400: a value is not what SNS takes. */
export function invalidParameter(detail: string): AwsError {
  return new AwsError("InvalidParameterException", `Invalid parameter: ${detail}`, 400);
}

/** 404: the topic or subscription is not there. */
export function notFound(kind: "Subscription" | "Topic"): AwsError {
  return new AwsError("NotFoundException", `${kind} does not exist`, 404);
}
