import { entitlementSource } from "../../../aws/licence/choose-source";
import type { Product } from "../../../core/licence/licence";
import type { LifeStep } from "../life-step";

const FINGERPRINT = "aws:294406891311:AWS/Marketplace:issuer-fingerprint";

/** Asking whether the account is entitled to the product, as every action does where one is configured. */
export function askLicence(provider: Product["provider"]): LifeStep {
  return {
    name: "ask for the licence",
    kind: "looks",
    async before({ account, memory }) {
      if (provider === "metering") {
        const answer = await account.control("POST", "products", { productCode: "proof" });
        memory.publicKey = (answer as { publicKey: string }).publicKey;
        return;
      }
      const licence = { productSku: "proof", keyFingerprint: FINGERPRINT, entitlements: { proof: 1 } };
      await account.control("POST", "licences", licence);
    },
    async run({ connection, memory }) {
      const product: Product =
        provider === "metering"
          ? { provider, productCode: "proof", publicKeyVersion: 1, publicKey: memory.publicKey! }
          : { provider, productSku: "proof", keyFingerprint: FINGERPRINT, entitlement: "proof" };
      const answer = await entitlementSource(product, connection).ask(AbortSignal.timeout(60_000));
      const note = answer.verdict === "entitled" && answer.note !== undefined ? ", not checked in" : "";
      return [`the licence is ${answer.verdict}${note}`];
    },
  };
}
