import type { Answer, Product, UnknownKind } from "./licence";

const WORDS: Record<UnknownKind, (product: Product) => string> = {
  "no-network": () => "AWS cannot be reached: check the network, the proxy and AWS_ENDPOINT_URL",
  "not-aws": () => "something else than AWS answered: check the proxy and AWS_ENDPOINT_URL",
  "timed-out": () => "AWS did not answer in time: the network may be slow, or drop what is sent",
  throttled: () => "AWS throttles this account's requests: the next action asks again",
  "service-failure": () => "the service failed on AWS's side: the next action asks again",
  "no-credentials": () =>
    "no AWS credentials were found: set AWS_PROFILE, or log in with your organisation's tool",
  "bad-credentials": () => "AWS does not accept the credentials: log in again",
  denied: (product) =>
    product.provider === "metering"
      ? "the credentials may not ask: they need aws-marketplace:RegisterUsage"
      : "the credentials may not ask: they need license-manager:CheckoutLicense and CheckInLicense",
  "wrong-platform": () =>
    "AWS Marketplace answers RegisterUsage within an ECS task or an EKS pod only: run there, or use license.provider: license-manager",
  "wrong-region": (product) =>
    product.provider === "metering"
      ? "RegisterUsage was asked in another region than that of the ECS task or EKS pod: set AWS_REGION to its region"
      : "License Manager does not have this licence in the region of environment.region",
  "disabled-api": () => "AWS has switched RegisterUsage off in this region: run in another one",
  "unknown-product": () =>
    "AWS does not know license.product_code: copy it from AWS Marketplace, it differs from the product id",
  "wrong-key-version": () =>
    "AWS does not have license.public_key_version: copy version and key from AWS Marketplace together",
  "no-licence-found": () =>
    "this account has no licence of license.product_sku by the issuer license.key_fingerprint: check both, and that the licence is accepted and active in License Manager",
  "bad-signature": () =>
    "the answer does not bear the signature of license.public_key: the key is outdated, or something between here and AWS changes answers",
  "other-answer": () =>
    "the answer was not made for this request: something between here and AWS repeats old answers",
  "clock-skew": () => "this machine's clock and AWS's differ: set the clock",
  "bad-request": () => "AWS does not take the values of the license section: check them",
  other: () => "AWS answered something that is not known here",
};

/** One sentence on what keeps the entitlement from being known, and what to do; AWS's own words at its end. */
export function explainUnknown(product: Product, answer: Extract<Answer, { verdict: "unknown" }>): string {
  return `${WORDS[answer.kind](product)} (${answer.said})`;
}

/** How a message calls a product. */
export function productName(product: Product): string {
  return product.provider === "metering" ? product.productCode : product.productSku;
}
