import { constants, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

interface KeyPair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

const pairs = new Map<string, KeyPair>();

/** Made when first asked for and kept in memory alone: a private key of this server exists as long as its process. */
function keyPair(name: "product" | "stranger"): KeyPair {
  const existing = pairs.get(name);
  if (existing !== undefined) return existing;
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  pairs.set(name, pair);
  return pair;
}

/** The public key of every product of this server, as PEM. */
export function productPublicKey(): string {
  return keyPair("product").publicKey.export({ type: "spki", format: "pem" }) as string;
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function signed(text: string, algorithm: "PS256" | "RS256", { privateKey }: KeyPair): string {
  const padding =
    algorithm === "PS256"
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : {};
  return sign("sha256", Buffer.from(text), { key: privateKey, ...padding }).toString("base64url");
}

/** What RegisterUsage signs (AWS Marketplace seller guide, "Integrating your container product"). */
export interface UsageClaims {
  productCode: string;
  publicKeyVersion: number;
  nonce?: string;
  /** Seconds since 1970. */
  iat: number;
}

/** The signature that RegisterUsage answers: a JWT, signed with PS256 unless `how` says what is wrong with it. */
export function usageSignature(claims: UsageClaims, how: string): string | undefined {
  if (how === "absent") return undefined;
  const algorithm = how === "rs256" ? "RS256" : "PS256";
  const header = encoded({ alg: how === "unsigned" ? "none" : algorithm, typ: "JWT" });
  const told = encoded(how === "other-nonce" ? { ...claims, nonce: "of-another-request" } : claims);
  if (how === "unsigned") return `${header}.${told}.`;
  const signature = signed(
    `${header}.${told}`,
    algorithm,
    keyPair(how === "other-key" ? "stranger" : "product"),
  );
  const sent = how === "altered" ? encoded({ ...claims, iat: claims.iat + 1 }) : told;
  return `${header}.${sent}.${signature}`;
}
