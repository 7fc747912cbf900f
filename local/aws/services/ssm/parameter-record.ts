import type { CallContext } from "../../service";

/** One version of a parameter. */
export interface ParameterVersion {
  Version: number;
  Value: string;
  Type: "String" | "StringList" | "SecureString";
  KeyId?: string;
  Description?: string;
  AllowedPattern?: string;
  Tier: "Standard" | "Advanced" | "Intelligent-Tiering";
  DataType: string;
  /** JSON, as it was given. */
  Policies?: string;
  /** ISO 8601. */
  LastModifiedDate: string;
  LastModifiedUser: string;
}

/** A parameter with its versions. */
export interface ParameterRecord {
  Name: string;
  Tags: { Key: string; Value: string }[];
  /** Oldest first; the last one is in force. */
  versions: ParameterVersion[];
}

type Scope = Pick<CallContext, "store" | "region">;

/** The parameters of a region. */
export const parameters = {
  find: ({ store, region }: Scope, name: string): ParameterRecord | undefined =>
    store.get<ParameterRecord>(collection(region), plainName(name)),
  all: ({ store, region }: Scope): ParameterRecord[] => store.list<ParameterRecord>(collection(region)),
  save: ({ store, region }: Scope, record: ParameterRecord): void =>
    store.put(collection(region), record.Name, record),
  delete: ({ store, region }: Scope, name: string): void => store.delete(collection(region), name),
};

function collection(region: string): string {
  return `ssm.parameters/${region}`;
}

/** The name in an ARN; names are taken as they are. */
export function plainName(nameOrArn: string): string {
  const found = /^arn:[^:]+:ssm:[^:]*:\d*:parameter(\/.+)$/.exec(nameOrArn)?.[1];
  if (found === undefined) return nameOrArn;
  return found.indexOf("/", 1) < 0 ? found.slice(1) : found;
}

/** The ARN has one slash between `parameter` and the name, whether that begins with one or not. */
export function parameterArn(
  { partition, region, caller }: Pick<CallContext, "partition" | "region" | "caller">,
  name: string,
): string {
  const path = plainName(name).replace(/^\//, "");
  return `arn:${partition}:ssm:${region}:${caller.accountId}:parameter/${path}`;
}

/** The version in force. */
export function current(record: ParameterRecord): ParameterVersion {
  return record.versions.at(-1)!;
}
