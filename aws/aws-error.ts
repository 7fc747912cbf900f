/** What an AWS call failed of, as far as what to do about it differs. */
export type AwsErrorKind =
  "denied" | "not-found" | "no-credentials" | "bad-credentials" | "unreachable" | "throttled" | "other";

/** A failed call, with the words of AWS or of its SDK. */
export interface AwsFailure {
  kind: AwsErrorKind;
  /** AWS's error code, such as `AccessDenied`, or the SDK's name of the error. */
  code: string;
  message: string;
}

const KINDS: Record<string, AwsErrorKind> = {
  AccessDenied: "denied",
  AccessDeniedException: "denied",
  AuthorizationErrorException: "denied",
  UnauthorizedOperation: "denied",
  Forbidden: "denied",
  NoSuchEntity: "not-found",
  NoSuchEntityException: "not-found",
  ParameterNotFound: "not-found",
  ResourceNotFoundException: "not-found",
  NotFound: "not-found",
  NotFoundException: "not-found",
  RepositoryDoesNotExistException: "not-found",
  NoSuchBucket: "not-found",
  TrailNotFoundException: "not-found",
  CredentialsProviderError: "no-credentials",
  TokenProviderError: "no-credentials",
  ExpiredToken: "bad-credentials",
  ExpiredTokenException: "bad-credentials",
  InvalidClientTokenId: "bad-credentials",
  UnrecognizedClientException: "bad-credentials",
  SignatureDoesNotMatch: "bad-credentials",
  Throttling: "throttled",
  ThrottlingException: "throttled",
  TooManyRequestsException: "throttled",
  TimeoutError: "unreachable",
};

const NETWORK_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "EPIPE",
]);

/** Sorts what an AWS SDK call threw. */
export function describeAwsError(error: unknown): AwsFailure {
  const thrown = error as { name?: string; code?: string; message?: string; $metadata?: object } | undefined;
  const code = thrown?.name ?? "Error";
  const message = thrown?.message ?? String(error);
  if (thrown?.code !== undefined && NETWORK_CODES.has(thrown.code)) {
    return { kind: "unreachable", code: thrown.code, message: message === "" ? thrown.code : message };
  }
  if (code === "ValidationError" && /does not exist/.test(message)) {
    return { kind: "not-found", code, message };
  }
  // EC2 has a code a kind of resource, such as `InvalidVpcID.NotFound`.
  if (/^Invalid\w+\.NotFound$/.test(code)) return { kind: "not-found", code, message };
  // Cloud Control says so where the service that it calls for the caller denied it.
  if (code === "GeneralServiceException" && /not authorized to perform/.test(message)) {
    return { kind: "denied", code, message };
  }
  return { kind: KINDS[code] ?? "other", code, message };
}

/** One clear sentence on why a call did not work, for a message. */
export function explainAwsFailure(failure: AwsFailure): string {
  switch (failure.kind) {
    case "no-credentials":
      return "no AWS credentials were found: set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or log in with your organisation's tool";
    case "bad-credentials":
      return `AWS does not accept the credentials (${failure.code}: ${failure.message}): log in again`;
    case "unreachable":
      return `AWS cannot be reached (${failure.message}): check the network, the proxy and AWS_ENDPOINT_URL`;
    case "throttled":
      return `AWS is throttling this account (${failure.message}): try again in a minute`;
    case "denied":
    case "not-found":
    case "other":
      return `${failure.code}: ${failure.message}`;
  }
}
