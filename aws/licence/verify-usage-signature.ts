import { createRequire } from "node:module";
import type * as Jose from "jose";
import { judgeClaims } from "../../core/licence/judge-claims";
import type { Answer, MeteredProduct } from "../../core/licence/licence";
import { readPublicKey } from "../../core/licence/public-key";

const load = createRequire(__filename);

/** RSA-PSS with SHA-256, and nothing else (seller guide, "Integrating your container product", step 6). */
const ALGORITHMS = ["PS256"];

function badSignature(said: string): Answer {
  return { verdict: "unknown", kind: "bad-signature", said };
}

/** Whether the token that RegisterUsage answered is signed by AWS Marketplace, and answers the request with this nonce. */
export async function verifyUsageSignature(
  token: string | undefined,
  product: MeteredProduct,
  nonce: string,
): Promise<Answer> {
  if (token === undefined || token === "") return badSignature("the answer is not signed");
  const read = readPublicKey(product.publicKey);
  if ("problem" in read) return badSignature(`license.public_key ${read.problem}`);
  const { compactVerify, errors } = load("jose") as typeof Jose;
  let payload: Uint8Array;
  try {
    ({ payload } = await compactVerify(token, read.key, { algorithms: ALGORITHMS }));
  } catch (error) {
    return badSignature(error instanceof errors.JOSEError ? error.message : String(error));
  }
  let claims: unknown;
  try {
    claims = JSON.parse(new TextDecoder().decode(payload));
  } catch {
    claims = undefined;
  }
  if (typeof claims !== "object" || claims === null) {
    return { verdict: "unknown", kind: "other-answer", said: "what is signed is not JSON" };
  }
  return judgeClaims(claims as Record<string, unknown>, { ...product, nonce }, Date.now());
}
