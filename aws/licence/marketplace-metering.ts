import { randomUUID } from "node:crypto";
import { judgeFailure } from "../../core/licence/judge-failure";
import type { MeteredProduct } from "../../core/licence/licence";
import type { AwsClients } from "../clients";
import type { EntitlementSource } from "./entitlement-source";
import { failedCall } from "./failed-call";
import { verifyUsageSignature } from "./verify-usage-signature";

/** AWS Marketplace's RegisterUsage: it answers within ECS tasks and EKS pods only, and signs what it answers. */
export function meteringSource(product: MeteredProduct, clients: AwsClients): EntitlementSource {
  return {
    async ask(signal) {
      const nonce = randomUUID();
      try {
        const client = await clients.marketplaceMetering();
        const result = await client.registerUsage(
          { ProductCode: product.productCode, PublicKeyVersion: product.publicKeyVersion, Nonce: nonce },
          { abortSignal: signal },
        );
        const answer = await verifyUsageSignature(result.Signature, product, nonce);
        if (answer.verdict !== "entitled" || result.PublicKeyRotationTimestamp === undefined) return answer;
        const note = `version ${product.publicKeyVersion} of the product's public key is outdated: copy version and key from AWS Marketplace anew`;
        return { ...answer, note };
      } catch (error) {
        return judgeFailure(product.provider, failedCall(error));
      }
    },
  };
}
