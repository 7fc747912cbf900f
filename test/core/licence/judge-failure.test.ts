import assert from "node:assert/strict";
import { explainUnknown } from "../../../core/licence/explain";
import { judgeFailure } from "../../../core/licence/judge-failure";
import type { Product } from "../../../core/licence/licence";

const products: Record<Product["provider"], Product> = {
  metering: { provider: "metering", productCode: "p", publicKeyVersion: 1, publicKey: "" },
  "license-manager": {
    provider: "license-manager",
    productSku: "s",
    keyFingerprint: "f",
    entitlement: "e",
  },
};

const expired = "Signature expired: 20260101T000000Z is now earlier than 20260101T001000Z";

// What each code of the two API references, of the SDK and of the network says; `verdict` is a kind where it is unknown.
const cases: {
  provider: Product["provider"];
  code: string;
  message?: string;
  verdict: string;
  says?: RegExp;
}[] = [
  { provider: "metering", code: "CustomerNotEntitledException", verdict: "not-entitled" },
  { provider: "license-manager", code: "NoEntitlementsAllowedException", verdict: "not-entitled" },
  { provider: "license-manager", code: "EntitlementNotAllowedException", verdict: "not-entitled" },
  { provider: "license-manager", code: "CustomerNotEntitledException", verdict: "other" },
  { provider: "metering", code: "NoEntitlementsAllowedException", verdict: "other" },
  { provider: "license-manager", code: "LicenseUsageException", verdict: "other" },
  {
    provider: "license-manager",
    code: "ResourceNotFoundException",
    verdict: "no-licence-found",
    says: /product_sku/,
  },
  {
    provider: "license-manager",
    code: "RedirectException",
    verdict: "wrong-region",
    says: /environment\.region/,
  },
  { provider: "license-manager", code: "RateLimitExceededException", verdict: "throttled" },
  {
    provider: "license-manager",
    code: "AuthorizationException",
    verdict: "denied",
    says: /license-manager:CheckoutLicense/,
  },
  {
    provider: "metering",
    code: "AccessDeniedException",
    verdict: "denied",
    says: /aws-marketplace:RegisterUsage/,
  },
  { provider: "metering", code: "ThrottlingException", verdict: "throttled", says: /throttles/ },
  {
    provider: "metering",
    code: "PlatformNotSupportedException",
    verdict: "wrong-platform",
    says: /ECS task or an EKS pod/,
  },
  {
    provider: "metering",
    code: "DisabledApiException",
    verdict: "disabled-api",
    says: /switched RegisterUsage off/,
  },
  {
    provider: "metering",
    code: "InvalidProductCodeException",
    verdict: "unknown-product",
    says: /product_code/,
  },
  {
    provider: "metering",
    code: "InvalidPublicKeyVersionException",
    verdict: "wrong-key-version",
    says: /public_key_version/,
  },
  { provider: "metering", code: "InvalidRegionException", verdict: "wrong-region", says: /AWS_REGION/ },
  { provider: "metering", code: "InternalServiceErrorException", verdict: "service-failure" },
  {
    provider: "metering",
    code: "InvalidSignatureException",
    message: expired,
    verdict: "clock-skew",
    says: /set the clock/,
  },
  {
    provider: "metering",
    code: "InvalidSignatureException",
    message: "The request signature we calculated does not match",
    verdict: "bad-credentials",
  },
  { provider: "metering", code: "ENOTFOUND", verdict: "no-network", says: /cannot be reached/ },
  { provider: "metering", code: "TimeoutError", verdict: "timed-out", says: /in time/ },
  { provider: "metering", code: "CredentialsProviderError", verdict: "no-credentials", says: /AWS_PROFILE/ },
  { provider: "metering", code: "ExpiredTokenException", verdict: "bad-credentials", says: /log in again/ },
  { provider: "metering", code: "UnknownError", verdict: "not-aws", says: /check the proxy/ },
  { provider: "metering", code: "constructor", verdict: "other" },
];

describe("a licence call that failed", () => {
  for (const { provider, code, message = "words of AWS", verdict, says } of cases) {
    it(`is ${verdict} for ${provider} where it is ${code} (${message.slice(0, 20)})`, () => {
      const answer = judgeFailure(provider, { code, message });
      assert.equal(answer.verdict === "unknown" ? answer.kind : answer.verdict, verdict);
      if (answer.verdict !== "unknown") return;
      const words = explainUnknown(products[provider], answer);
      assert.ok(words.endsWith(`(${code}: ${message})`), words);
      if (says !== undefined) assert.match(words, says);
    });
  }

  it("is a failure of the service where an unknown code comes with a status of 500 and more", () => {
    const answer = judgeFailure("metering", { code: "Unheard", message: "", status: 503 });
    assert.deepEqual(answer, {
      verdict: "unknown",
      kind: "service-failure",
      said: "HTTP 503 Unheard: no message",
    });
  });
});
