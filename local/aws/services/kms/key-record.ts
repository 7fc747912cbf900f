import { AwsError, type CallContext } from "../../service";
import { RegionalRecords } from "../regional-records";
import { invalidState, notFound, validation } from "./errors";

/** A customer-managed key as the store keeps it. */
export interface KeyRecord {
  id: string;
  /** ISO 8601. */
  created: string;
  description: string;
  enabled: boolean;
  policy: string;
  /** What it encrypts with, base64: state of this server alone, which gives it to nobody. */
  material: string;
  tags: { TagKey: string; TagValue: string }[];
  rotation: { enabled: boolean; days: number };
  /** When it is deleted for good, ISO 8601, and after how many days of waiting; undefined while it is to be kept. */
  deletion?: { date: string; days: number };
}

/** One alias of a key. */
export interface AliasRecord {
  /** `alias/…`. */
  name: string;
  keyId: string;
  /** ISO 8601. */
  created: string;
  updated: string;
}

const keys = new RegionalRecords<KeyRecord>("kms.keys", ({ id }) => id);

/** The aliases of a region. */
export const aliases = new RegionalRecords<AliasRecord>("kms.aliases", ({ name }) => name);

type Named = Pick<CallContext, "caller" | "partition" | "region">;

/** ARN of a key or, where the name begins with `alias/`, of an alias. */
export function kmsArn({ partition, region, caller }: Named, name: string): string {
  const resource = name.startsWith("alias/") ? name : `key/${name}`;
  return `arn:${partition}:kms:${region}:${caller.accountId}:${resource}`;
}

/** Creates or replaces. */
export function saveKey(context: CallContext, record: KeyRecord): void {
  keys.save(context, record);
}

/** The keys that are not deleted yet. */
export function allKeys(context: CallContext): KeyRecord[] {
  return keys.all(context).filter((record) => !isGone(record, context));
}

function isGone({ deletion }: KeyRecord, context: CallContext): boolean {
  return deletion !== undefined && Date.parse(deletion.date) <= context.now().getTime();
}

/** The key of an id or ARN, or of an alias or its ARN; undefined where there is none. */
export function findKey(context: CallContext, name: string): KeyRecord | undefined {
  const own = kmsArn(context, "").replace(/key\/$/, "");
  if (name.startsWith("arn:") && !name.startsWith(own)) return undefined;
  const resource = name.startsWith("arn:") ? name.slice(own.length) : name;
  const id = resource.startsWith("alias/")
    ? aliases.find(context, resource)?.keyId
    : resource.replace(/^key\//, "");
  const found = id === undefined ? undefined : keys.find(context, id);
  return found === undefined || isGone(found, context) ? undefined : found;
}

/** As findKey; throws NotFoundException where there is none. */
export function existingKey(context: CallContext, name: string): KeyRecord {
  if (!/^[\w:/.-]{1,2048}$/.test(name)) throw validation(`Invalid keyId '${name}'`);
  const found = findKey(context, name);
  if (found !== undefined) return found;
  const arn = name.startsWith("arn:") ? name : kmsArn(context, name);
  throw notFound(name.includes("alias/") ? `Alias ${arn} is not found.` : `Key '${arn}' does not exist`);
}

/** As existingKey, for work that a key in deletion is not there for. Throws KMSInvalidStateException for such a one. */
export function keptKey(context: CallContext, name: string): KeyRecord {
  const record = existingKey(context, name);
  if (record.deletion === undefined) return record;
  throw invalidState(`${kmsArn(context, record.id)} is pending deletion.`);
}

/** As keptKey, for what an enabled key alone does. Throws DisabledException for one that is not. */
export function usableKey(context: CallContext, name: string): KeyRecord {
  const record = keptKey(context, name);
  if (record.enabled) return record;
  throw new AwsError("DisabledException", `${kmsArn(context, record.id)} is disabled.`);
}
