import { randomBytes } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** `length` random capital letters and digits. */
export function randomSuffix(length: number): string {
  return [...randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** The name that was asked for, or a random one where Cloud Control was given none. */
export function generatedName(name: unknown): string {
  return typeof name === "string" ? name : randomSuffix(24);
}

/** The name that CloudFormation makes up for a resource: `stack-logicalId-RANDOM`, shortened to fit. */
export function physicalName(stackName: string, logicalId: string, maxLength: number): string {
  const suffix = randomSuffix(12);
  const room = maxLength - suffix.length - 2;
  const logical = logicalId.slice(0, Math.max(room - stackName.length, Math.floor(room / 2)));
  return `${stackName.slice(0, room - logical.length)}-${logical}-${suffix}`;
}
