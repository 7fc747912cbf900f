import type { ActionEntry, ResourceTypeEntry } from "./reference/iam-data-files";
import type { KnownAction, ReferenceData } from "./reference/reference-data";
import { overlapsArn } from "./wildcard";

/**
 * Metrics have no ARN. The one resource type that the reference gives these actions, `dataset`, is optional and is that
 * of OTLP metrics alone: a call for classic metrics is judged against `*`.
 */
const CLASSIC_METRICS = new Set([
  "cloudwatch:GetMetricData",
  "cloudwatch:ListMetrics",
  "cloudwatch:PutMetricData",
]);

/** A resource type of an action, with what its ARNs look like. */
export interface ActionResourceType {
  name: string;
  /** The ARN's format with a `*` for each variable, for people. */
  pattern: string;
  /** The same for comparing: no variable is empty. */
  format: string;
  /** The name of a bucket has no slash, so that no ARN with one is a bucket's. */
  withoutSlash: boolean;
  conditionKeys: readonly string[];
}

/** What the reference says of an action. */
export interface ActionFacts {
  entry: ActionEntry;
  /** Empty where AWS forces `*`. */
  types: readonly ActionResourceType[];
}

const known = new WeakMap<ReferenceData, Map<string, ActionFacts>>();

/** What AWS's service authorization reference says of one action. */
export function actionFacts({ id, service }: KnownAction, data: ReferenceData): ActionFacts {
  let facts = known.get(data);
  if (facts === undefined) known.set(data, (facts = new Map<string, ActionFacts>()));
  let found = facts.get(id);
  if (found === undefined) facts.set(id, (found = read(id, service, data)));
  return found;
}

function read(id: string, service: string, data: ReferenceData): ActionFacts {
  const { actions, resourceTypes } = data.details(service);
  const entry = actions[id.slice(service.length + 1).toLowerCase()]!;
  const names = CLASSIC_METRICS.has(id) ? [] : entry.resourceTypes;
  const types = names.flatMap(({ name, conditionKeys }) => {
    const type = resourceTypes[name.toLowerCase()];
    return type === undefined ? [] : [resourceType(type, conditionKeys)];
  });
  return { entry, types };
}

function resourceType(type: ResourceTypeEntry, actionKeys: readonly string[]): ActionResourceType {
  return {
    name: type.key,
    pattern: type.arn.replace(/\$\{[^}]+\}/g, "*"),
    format: type.arn.replace(/\$\{[^}]+\}/g, "?*"),
    withoutSlash: type.arn.endsWith(":s3:::${BucketName}"),
    conditionKeys: [...actionKeys, ...(type.conditionKeys ?? [])],
  };
}

/** Whether some ARN is of this type and matches this pattern. */
export function reachesType(pattern: string, type: ActionResourceType): boolean {
  if (type.withoutSlash && pattern.includes("/")) return false;
  return overlapsArn(pattern, type.format);
}

/** Whether an action can be allowed or denied on a resource pattern: `*`, or one that reaches a type of the action. */
export function takesResource({ types }: ActionFacts, pattern: string): boolean {
  return pattern === "*" || types.some((type) => reachesType(pattern, type));
}

/** A variable of IAM's, or what is not known before a deployment. */
const VARIABLE = /\$\{[^}]*\}/g;

/**
 * Whether a whole ARN is certainly none that the action is about, so that a statement which allows it there allows
 * nothing: `codebuild:StartBuild` on a report group.
 */
export function isOfOtherType({ types }: ActionFacts, arn: string): boolean {
  const pattern = arn.replace(VARIABLE, "*");
  const whole = pattern.startsWith("arn:") && pattern.split(":").length >= 6;
  return whole && types.length > 0 && !types.some((type) => reachesType(pattern, type));
}
