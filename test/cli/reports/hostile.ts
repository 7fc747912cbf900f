import type { ViewSources } from "../../../core/reports/environment-view";
import { tierSources } from "../../core/reports/tier-blueprint";

/** Ends every context that a page has: text, quoted attributes, SVG, style, comments; then tries to run something. */
export const PAYLOAD =
  `"'><script>window.ran=1</script><img src=x onerror="window.ran=1"></style></title></text></svg>` +
  `<svg onload=window.ran=1>]]>--><!--\${ran}<%= ran %>\u202eLTR\u2066\u200b\u0000&amp;{{ran}}`;

/** Keys whose values lead to something else, or decide what is rendered: they are no free text. */
const FIXED = new Set([
  "logicalId",
  "attachedPolicies",
  "kind",
  "Effect",
  "Version",
  "reason",
  "region",
  "env",
  "account_id",
  "service",
  "id",
  "AWS",
  "Action",
]);

function poison(value: unknown, key: string, payload: string): unknown {
  if (FIXED.has(key)) return value;
  if (typeof value === "string") return `${value}${payload}`;
  if (Array.isArray(value)) return value.map((item) => poison(item, key, payload));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [
    key === "tags" || /^(aws|s3|kms|iam|sts):/.test(name) ? `${name}${payload}` : name,
    poison(item, name, payload),
  ]);
  return Object.fromEntries(entries) as unknown;
}

/** The largest tier, with a payload in every text of its blueprint and of the catalogue that is not a key to something. */
export function hostileSources(payload = PAYLOAD): ViewSources {
  const { blueprint, catalogue, reference } = tierSources("enterprise-12", (config) => {
    config.security.permission_boundary_arn = "arn:aws:iam::123456789012:policy/boundary";
  });
  const poisoned = <T>(value: T): T => poison(value, "", payload) as T;
  return {
    reference,
    blueprint: poisoned(blueprint),
    catalogue: {
      index: catalogue.index,
      templates: catalogue.templates.map(poisoned),
      find: (service, id) => poisoned(catalogue.find(service, id)),
    },
  };
}
