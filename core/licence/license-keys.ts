/** Which keys of the section `license` each provider takes, all of them required; no other key belongs to it. */
export const LICENSE_KEYS = {
  metering: ["product_code", "public_key_version", "public_key"],
  "license-manager": ["product_sku", "key_fingerprint", "entitlement"],
} as const;

/** Who is asked whether this account is entitled to the product. */
export type LicenseProvider = keyof typeof LICENSE_KEYS;
