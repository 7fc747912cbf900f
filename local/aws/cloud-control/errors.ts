import { type HandlerError, toHandlerError } from "../resource-types/handler-error";
import { AwsError } from "../service";

/** What a synchronous operation answers when the handler failed. */
export function toServiceError(error: unknown, type: string): AwsError {
  const failure: HandlerError = toHandlerError(error, type);
  switch (failure.code) {
    case "AccessDenied":
      return new AwsError("AccessDeniedException", failure.message, 400);
    case "NotFound":
      return new AwsError("ResourceNotFoundException", failure.message, 404);
    case "InvalidRequest":
      return new AwsError("InvalidRequestException", failure.message, 400);
    case "ServiceLimitExceeded":
      return new AwsError("ServiceLimitExceededException", failure.message, 400);
    case "Throttling":
      return new AwsError("ThrottlingException", failure.message, 429);
    case "ServiceInternalError":
      return new AwsError("ServiceInternalErrorException", failure.message, 502);
    default:
      return new AwsError("GeneralServiceException", failure.message, 400);
  }
}

/** There is no resource of that identifier. */
export function resourceNotFound(type: string, identifier: string): AwsError {
  return new AwsError(
    "ResourceNotFoundException",
    `Resource of type '${type}' with identifier '${identifier}' was not found.`,
    404,
  );
}

/** The input breaks the API's or the resource type's model. */
export function validationException(message: string): AwsError {
  return new AwsError("ValidationException", message, 400);
}
