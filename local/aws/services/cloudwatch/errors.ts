import { AwsError } from "../../service";

/** 400: a value is not what CloudWatch takes. */
export function validation(message: string): AwsError {
  return new AwsError("ValidationError", message);
}

/** 400: values do not fit together. */
export function combination(message: string): AwsError {
  return new AwsError("InvalidParameterCombinationException", message);
}
