import { randomUUID } from "node:crypto";
import { AwsError } from "../service";

/** What a handler failed with, as the registry's contract numbers it. */
export type HandlerErrorCode =
  | "AccessDenied"
  | "AlreadyExists"
  | "GeneralServiceException"
  | "InvalidRequest"
  | "NotFound"
  | "NotStabilized"
  | "NotUpdatable"
  | "ResourceConflict"
  | "ServiceInternalError"
  | "ServiceLimitExceeded"
  | "Throttling";

/** A failure of a resource handler, worded as AWS words it in events and progress events. */
export class HandlerError extends Error {
  constructor(
    readonly code: HandlerErrorCode,
    message: string,
    /** Of the resource that was begun, where there is one. */
    readonly identifier?: string,
  ) {
    super(message);
    this.name = "HandlerError";
  }
}

const CODES: Record<string, HandlerErrorCode> = {
  AccessDenied: "AccessDenied",
  AccessDeniedException: "AccessDenied",
  UnauthorizedOperation: "AccessDenied",
  DependencyViolation: "ResourceConflict",
  BucketAlreadyExists: "AlreadyExists",
  BucketAlreadyOwnedByYou: "AlreadyExists",
  EntityAlreadyExists: "AlreadyExists",
  EntityAlreadyExistsException: "AlreadyExists",
  ParameterAlreadyExists: "AlreadyExists",
  PipelineNameInUseException: "AlreadyExists",
  RepositoryNameExistsException: "AlreadyExists",
  AlreadyExistsException: "AlreadyExists",
  ResourceAlreadyExistsException: "AlreadyExists",
  TrailAlreadyExistsException: "AlreadyExists",
  ConcurrentModification: "ResourceConflict",
  ConcurrentModificationException: "ResourceConflict",
  ConflictException: "ResourceConflict",
  DeleteConflict: "ResourceConflict",
  MalformedPolicyDocument: "InvalidRequest",
  MalformedPolicyDocumentException: "InvalidRequest",
  ParameterPatternMismatchException: "InvalidRequest",
  UnsupportedParameterType: "InvalidRequest",
  ValidationError: "InvalidRequest",
  ValidationException: "InvalidRequest",
  InsufficientCapabilitiesException: "InvalidRequest",
  NoSuchBucket: "NotFound",
  NoSuchEntity: "NotFound",
  NoSuchEntityException: "NotFound",
  NotFoundException: "NotFound",
  ParameterNotFound: "NotFound",
  PipelineNotFoundException: "NotFound",
  RepositoryDoesNotExistException: "NotFound",
  ResourceNotFoundException: "NotFound",
  TrailNotFoundException: "NotFound",
  LimitExceeded: "ServiceLimitExceeded",
  LimitExceededException: "ServiceLimitExceeded",
  ParameterLimitExceeded: "ServiceLimitExceeded",
  TooManyBuckets: "ServiceLimitExceeded",
  Throttling: "Throttling",
  ThrottlingException: "Throttling",
  TooManyRequestsException: "Throttling",
  TooManyUpdates: "Throttling",
};

/** True for the errors that say that something is not there. */
export function isNotFound(error: unknown): boolean {
  return error instanceof AwsError && handlerErrorCode(error) === "NotFound";
}

/** True for the errors after which AWS's own handlers try again. */
export function isThrottling(error: unknown): boolean {
  return error instanceof AwsError && handlerErrorCode(error) === "Throttling";
}

/** The registry's code for a service's error. */
export function handlerErrorCode(error: AwsError): HandlerErrorCode {
  if (/^Invalid\w+\.NotFound$/.test(error.code)) return "NotFound";
  if (/^Invalid\w+\.Duplicate$/.test(error.code)) return "AlreadyExists";
  if (/^Invalid/.test(error.code)) return "InvalidRequest";
  return CODES[error.code] ?? (error.status >= 500 ? "ServiceInternalError" : "GeneralServiceException");
}

/** What a handler for `type` reports when the service refused it with `error`. */
export function toHandlerError(error: unknown, type: string, identifier?: string): HandlerError {
  if (error instanceof HandlerError) return error;
  if (!(error instanceof AwsError)) {
    const text = error instanceof Error ? error.message : String(error);
    return new HandlerError("ServiceInternalError", text, identifier);
  }
  const code = handlerErrorCode(error);
  if (code === "AlreadyExists" && identifier !== undefined) {
    return new HandlerError(
      code,
      `Resource of type '${type}' with identifier '${identifier}' already exists.`,
    );
  }
  const service = type.split("::")[1] ?? "";
  const isAcronym = /^[A-Z\d]+$/.test(service) && service !== "S3";
  const name = isAcronym ? service[0]! + service.slice(1).toLowerCase() : service;
  const where = `(Service: ${name}, Status Code: ${error.status}, Request ID: ${randomUUID()}) (SDK Attempt Count: 1)`;
  return new HandlerError(code, `${error.message} ${where}`, identifier);
}
