import { type Static, Type } from "@sinclair/typebox";
import { LICENSE_KEYS, type LicenseProvider } from "../licence/license-keys";

/**
 * Section `license`: the AWS Marketplace product whose entitlement is asked for. Which keys belong to which provider
 * is judged beside the schema, so that a message can name the provider.
 */
export const LicenseSchema = Type.Object(
  {
    provider: Type.Unsafe<LicenseProvider>({
      type: "string",
      enum: Object.keys(LICENSE_KEYS),
      title: "licence provider",
      description:
        "metering: AWS Marketplace's RegisterUsage, within ECS and EKS; license-manager: License Manager's CheckoutLicense, elsewhere",
    }),
    // RegisterUsage takes 1 to 255 of these characters (Marketplace Metering API reference).
    product_code: Type.Optional(
      Type.String({
        title: "product code",
        pattern: "^[-a-zA-Z0-9/=:_.@]{1,255}$",
        description: "metering: the product's code in AWS Marketplace",
        examples: ["4f1axmpl2k9wkn7z0r3c5h8q1"],
      }),
    ),
    public_key_version: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 2_147_483_647,
        description: "metering: version of the product's public key, as AWS Marketplace shows it",
        examples: [1],
      }),
    ),
    public_key: Type.Optional(
      Type.String({
        title: "public key",
        maxLength: 10_000,
        description:
          "metering: the product's RSA public key, with which AWS's answer is verified: PEM text, or base64 of it",
      }),
    ),
    product_sku: Type.Optional(
      Type.String({
        title: "product SKU",
        pattern: "^[-a-zA-Z0-9_.]{1,128}$",
        description: "license-manager: the product's id, as its licence names it",
        examples: ["1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d"],
      }),
    ),
    key_fingerprint: Type.Optional(
      Type.String({
        title: "key fingerprint",
        pattern: "^aws:[0-9]{12}:[-\\w./ ]{1,128}:[-\\w.]{1,128}$",
        description: "license-manager: the issuer whose licences are trusted",
        examples: ["aws:294406891311:AWS/Marketplace:issuer-fingerprint"],
      }),
    ),
    entitlement: Type.Optional(
      Type.String({
        title: "name of an entitlement",
        pattern: "^[\\w.:/ -]{1,256}$",
        description:
          "license-manager: the entitlement of which one unit is checked out, and in again at once",
        examples: ["environments"],
      }),
    ),
  },
  {
    additionalProperties: false,
    title: "license",
    description: "The AWS Marketplace product; nothing is asked where it is absent",
  },
);

/** Section `license` of a validated config. */
export type License = Static<typeof LicenseSchema>;
