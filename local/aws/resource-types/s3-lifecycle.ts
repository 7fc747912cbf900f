import { AwsError } from "../service";
import { defined } from "./service-calls";

type Properties = Record<string, unknown>;

/** Keys of a rule that the resource type and S3's API name alike, or that are translated here. */
const KNOWN = [
  "AbortIncompleteMultipartUpload",
  "ExpirationInDays",
  "Id",
  "NoncurrentVersionExpiration",
  "Prefix",
  "Status",
];

/** The rules of a bucket's lifecycle as S3's API takes them; undefined where there are none. */
export function lifecycleRules(configuration: unknown): Properties[] | undefined {
  const rules = (configuration as { Rules?: Properties[] } | undefined)?.Rules;
  return rules?.map((rule) => {
    const foreign = Object.keys(rule).find((key) => !KNOWN.includes(key));
    if (foreign !== undefined) {
      throw new AwsError("InvalidRequest", `The embedded AWS has no lifecycle rules with ${foreign}.`);
    }
    const { Id, Prefix = "", ExpirationInDays: days, ...same } = rule;
    return defined({
      ID: Id,
      Filter: { Prefix },
      Expiration: days === undefined ? undefined : { Days: Number(days) },
      ...same,
    });
  });
}

/** The rules of a bucket's lifecycle as the resource type has them; undefined where there are none. */
export function lifecycleConfiguration(rules: Properties[] | undefined): Properties | undefined {
  if (rules === undefined) return undefined;
  return {
    Rules: rules.map(({ ID: Id, Filter, Expiration, Prefix: old, ...same }) => {
      const prefix = (Filter as { Prefix?: string } | undefined)?.Prefix ?? (old as string | undefined);
      return defined({
        Id,
        Prefix: prefix === "" ? undefined : prefix,
        ExpirationInDays: (Expiration as { Days?: number } | undefined)?.Days,
        ...same,
      });
    }),
  };
}
