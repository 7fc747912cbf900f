import type { License } from "../config/license-schema";

/** A product that is sold by the hour in containers: RegisterUsage says whether the account has subscribed to it. */
export interface MeteredProduct {
  provider: "metering";
  productCode: string;
  publicKeyVersion: number;
  /** As the config has it; `readPublicKey` reads it. */
  publicKey: string;
}

/** A product that is sold by contract: CheckoutLicense says whether the account has a unit of the entitlement left. */
export interface LicensedProduct {
  provider: "license-manager";
  productSku: string;
  keyFingerprint: string;
  entitlement: string;
}

/** The product whose entitlement is asked for. */
export type Product = MeteredProduct | LicensedProduct;

/** The product of a validated config's section. */
export function productOf(license: License): Product {
  if (license.provider === "metering") {
    return {
      provider: "metering",
      productCode: license.product_code!,
      publicKeyVersion: license.public_key_version!,
      publicKey: license.public_key!,
    };
  }
  return {
    provider: "license-manager",
    productSku: license.product_sku!,
    keyFingerprint: license.key_fingerprint!,
    entitlement: license.entitlement!,
  };
}

/** Why AWS's answer, or the lack of one, says nothing of the entitlement. */
export type UnknownKind =
  | "no-network"
  | "not-aws"
  | "timed-out"
  | "throttled"
  | "service-failure"
  | "no-credentials"
  | "bad-credentials"
  | "denied"
  | "wrong-platform"
  | "wrong-region"
  | "disabled-api"
  | "unknown-product"
  | "wrong-key-version"
  | "no-licence-found"
  | "bad-signature"
  | "other-answer"
  | "clock-skew"
  | "bad-request"
  | "other";

/**
 * What is known of the entitlement once AWS was asked. `said` holds AWS's own words; `note` what should be seen to
 * although the answer is good.
 */
export type Answer =
  | { verdict: "entitled"; note?: string }
  | { verdict: "not-entitled"; said: string }
  | { verdict: "unknown"; kind: UnknownKind; said: string };
