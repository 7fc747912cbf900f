import { own } from "../config/source";
import type { Answer, Product, UnknownKind } from "./licence";

/** A call that failed, as far as its judgement needs it. */
export interface FailedCall {
  /** AWS's error code, or the SDK's or the network's name of the error. */
  code: string;
  message: string;
  /** HTTP status of AWS's answer; undefined where there was none. */
  status?: number;
}

/**
 * The only codes that are AWS's explicit "not entitled": "the customer does not have a valid subscription for the
 * product" (Marketplace Metering API reference), "no entitlements found for this license, or the entitlement maximum
 * count is reached" and "the entitlement is not allowed" (License Manager API reference). A licence that is not found
 * (ResourceNotFoundException) is none of them: a mistyped SKU gives the same answer.
 */
const NOT_ENTITLED: Record<Product["provider"], readonly string[]> = {
  metering: ["CustomerNotEntitledException"],
  "license-manager": ["NoEntitlementsAllowedException", "EntitlementNotAllowedException"],
};

const UNKNOWN: Record<string, UnknownKind> = {
  ECONNREFUSED: "no-network",
  ECONNRESET: "no-network",
  ENOTFOUND: "no-network",
  EAI_AGAIN: "no-network",
  EHOSTUNREACH: "no-network",
  ENETUNREACH: "no-network",
  EPIPE: "no-network",
  ETIMEDOUT: "timed-out",
  TimeoutError: "timed-out",
  AbortError: "timed-out",
  Throttling: "throttled",
  ThrottlingException: "throttled",
  TooManyRequestsException: "throttled",
  RateLimitExceededException: "throttled",
  InternalServiceErrorException: "service-failure",
  ServerInternalException: "service-failure",
  InternalFailure: "service-failure",
  ServiceUnavailable: "service-failure",
  CredentialsProviderError: "no-credentials",
  TokenProviderError: "no-credentials",
  ExpiredToken: "bad-credentials",
  ExpiredTokenException: "bad-credentials",
  InvalidClientTokenId: "bad-credentials",
  UnrecognizedClientException: "bad-credentials",
  IncompleteSignature: "bad-credentials",
  AccessDenied: "denied",
  AccessDeniedException: "denied",
  AuthorizationException: "denied",
  PlatformNotSupportedException: "wrong-platform",
  InvalidRegionException: "wrong-region",
  RedirectException: "wrong-region",
  UnknownEndpoint: "wrong-region",
  DisabledApiException: "disabled-api",
  InvalidProductCodeException: "unknown-product",
  InvalidPublicKeyVersionException: "wrong-key-version",
  ResourceNotFoundException: "no-licence-found",
  // The SDK's names for an answer that is none of AWS's.
  Unknown: "not-aws",
  UnknownError: "not-aws",
  SyntaxError: "not-aws",
  RequestExpired: "clock-skew",
  RequestTimeTooSkewed: "clock-skew",
  RequestInTheFuture: "clock-skew",
  // License Manager's API model has these codes beside the names of its exceptions.
  RateLimitExceeded: "throttled",
  InternalError: "service-failure",
  ServiceAccessDenied: "denied",
  AuthorizationFailure: "denied",
  "InvalidResource.NotFound": "no-licence-found",
  InvalidParameterValueProvided: "bad-request",
  InvalidParameterValueException: "bad-request",
  UnsupportedDigitalSignatureMethodException: "bad-request",
  ValidationException: "bad-request",
};

// One code stands for a clock that is wrong and for a secret key that is; only its message tells (IAM User Guide,
// "Troubleshoot Signature Version 4").
const SIGNED_AT_ANOTHER_TIME = /signature (expired|not yet current)|request timestamp|too skewed/i;

function kindOf({ code, message, status }: FailedCall): UnknownKind {
  if (/^(InvalidSignatureException|SignatureDoesNotMatch)$/.test(code)) {
    return SIGNED_AT_ANOTHER_TIME.test(message) ? "clock-skew" : "bad-credentials";
  }
  const kind = own(UNKNOWN, code);
  if (kind !== undefined) return kind;
  return status !== undefined && status >= 500 ? "service-failure" : "other";
}

/** Codes that say little by themselves. */
const WITH_STATUS: ReadonlySet<UnknownKind> = new Set(["not-aws", "service-failure", "other"]);

/** What a failed call says of the entitlement. */
export function judgeFailure(provider: Product["provider"], call: FailedCall): Answer {
  const said = `${call.code}: ${call.message === "" ? "no message" : call.message}`;
  if (NOT_ENTITLED[provider].includes(call.code)) return { verdict: "not-entitled", said };
  const kind = kindOf(call);
  const status = call.status !== undefined && WITH_STATUS.has(kind) ? `HTTP ${call.status} ` : "";
  return { verdict: "unknown", kind, said: `${status}${said}` };
}
