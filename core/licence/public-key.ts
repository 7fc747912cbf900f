import { createPublicKey, type KeyObject } from "node:crypto";

/** Smallest RSA key whose signatures are believed, in bits. */
const MIN_BITS = 2048;

/** A public key that can be used, or why a text is none, and what to write instead. */
export type ReadKey = { key: KeyObject } | { problem: string; hint: string };

const EXPECTED =
  "copy the public key that AWS Marketplace shows for the product, from -----BEGIN PUBLIC KEY-----";
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** The PEM text that a config's value stands for: itself, base64 of a PEM text, or base64 of the key alone. */
function asPem(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.includes("-----BEGIN")) return withLineBreaks(trimmed);
  const compact = trimmed.replaceAll(/\s/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return undefined;
  const decoded = Buffer.from(compact, "base64").toString("latin1");
  if (decoded.includes("-----BEGIN")) return withLineBreaks(decoded.trim());
  return pem(compact);
}

function pem(base64: string): string {
  return `-----BEGIN PUBLIC KEY-----\n${base64.replaceAll(/.{64}/g, "$&\n")}\n-----END PUBLIC KEY-----\n`;
}

/** A PEM text whose lines a folded YAML text has joined into one is still that key. */
function withLineBreaks(text: string): string {
  const parts = /^-----BEGIN PUBLIC KEY-----([\sA-Za-z0-9+/=]+)-----END PUBLIC KEY-----$/.exec(text);
  return parts === null ? text : pem(parts[1]!.replaceAll(/\s/g, ""));
}

/** Reads the product's public key as a config gives it. What it says of a text never shows the text. */
export function readPublicKey(text: string): ReadKey {
  const written = asPem(text);
  if (written === undefined) return { problem: "is neither PEM nor base64", hint: EXPECTED };
  if (PRIVATE_KEY.test(written)) {
    const hint = "remove it from the file and its history, treat it as leaked, and write the public key";
    return { problem: "is a private key, which belongs into no config", hint };
  }
  if (!written.startsWith("-----BEGIN PUBLIC KEY-----")) {
    const kind = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(written)?.[1]?.toLowerCase() ?? "something else";
    return { problem: `holds a PEM text of another kind (${kind})`, hint: EXPECTED };
  }
  let key: KeyObject;
  try {
    key = createPublicKey(written);
  } catch {
    return { problem: "can't be read as a public key: it is cut off or changed", hint: EXPECTED };
  }
  if (key.asymmetricKeyType !== "rsa") {
    const type = key.asymmetricKeyType ?? "unknown";
    return { problem: `is a key of the type ${type}, and AWS Marketplace signs with RSA`, hint: EXPECTED };
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < MIN_BITS) {
    const hint = `ask AWS Marketplace for a key of ${MIN_BITS} bits or more`;
    return { problem: `has ${bits} bits, too few to prove anything`, hint };
  }
  return { key };
}
