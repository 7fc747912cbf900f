import type { Answer, MeteredProduct } from "./licence";

/** How far AWS's clock and this machine's may differ, in seconds: as far as AWS takes signed requests. */
const TOLERATED_SECONDS = 300;

/** AWS writes the names of the claims in either case (seller guide, "Integrating your container product"). */
function claim(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  const key = Object.keys(claims).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : claims[key];
}

/**
 * Whether what RegisterUsage has signed is the answer to our request: its product, its version of the key, its nonce,
 * and now.
 * @param claims The payload of the token, whose signature was found valid.
 * @param now Milliseconds since 1970.
 */
export function judgeClaims(
  claims: Readonly<Record<string, unknown>>,
  asked: Pick<MeteredProduct, "productCode" | "publicKeyVersion"> & { nonce: string },
  now: number,
): Answer {
  const differs = (["productCode", "publicKeyVersion", "nonce"] as const).filter(
    (name) => String(claim(claims, name)) !== String(asked[name]),
  );
  if (differs.length > 0) {
    const said = `the signed answer has another ${differs.join(", another ")} than the request`;
    return { verdict: "unknown", kind: "other-answer", said };
  }
  const issued = claims.iat;
  if (typeof issued === "number" && Math.abs(issued - now / 1000) > TOLERATED_SECONDS) {
    const minutes = Math.round((issued - now / 1000) / 60);
    const where = minutes > 0 ? `${minutes} minutes ahead of` : `${-minutes} minutes behind`;
    const said = `AWS's clock is ${where} this machine's`;
    return { verdict: "unknown", kind: "clock-skew", said };
  }
  return { verdict: "entitled" };
}
