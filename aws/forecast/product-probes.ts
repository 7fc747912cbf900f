import { KNOWN_RESOURCES } from "../../core/template/known-resources";
import type { WatchedResource } from "../../core/template/watched-resource";
import type { StackResource } from "../deployed-stack";
import { isHeld } from "../preflight/names-to-look-up";
import type { Probe } from "./probe";
import { commonContext, globalRegion, tagContext } from "./probe-context";
import { PRODUCT_ACTIONS, type ProductActions } from "./product-actions";
import type { ForecastRequest } from "./request";
import { namedArn } from "./resource-arn";

const distinct = (values: readonly string[]) => [...new Set(values)];

function arnsOf(resources: readonly WatchedResource[], on: ProductActions["on"], request: ForecastRequest) {
  const arns = resources.flatMap(({ type, properties }) => {
    if (on !== undefined) return on(properties, request);
    const name = properties[KNOWN_RESOURCES[type]!.nameProperty];
    return typeof name === "string" ? [namedArn(type, name, request)] : [];
  });
  return distinct(arns);
}

/** Handing on a role is asked by the service that gets it. */
function passingProbe(
  { passes }: ProductActions,
  resources: readonly WatchedResource[],
  { need, region }: { need: Probe["need"]; region: string },
): Probe[] {
  if (passes === undefined) return [];
  const roles = resources
    .flatMap(({ properties }) => passes.roles(properties))
    .filter((role) => typeof role === "string" && role.startsWith("arn:")) as string[];
  const context = { ...commonContext(globalRegion(region)), "iam:PassedToService": passes.service };
  return [{ need, actions: ["iam:PassRole"], resources: distinct(roles), context }];
}

/** Values of the service's own condition keys, where all resources have the same. */
function ownKeys({ keys = {} }: ProductActions, resources: readonly WatchedResource[]): Probe["context"] {
  const entries = Object.entries(keys).flatMap(([property, key]) => {
    const values = distinct(resources.map(({ properties }) => String(properties[property])));
    return values.length === 1 ? [[key, values[0]!] as const] : [];
  });
  return Object.fromEntries(entries);
}

function probesOfType(
  actions: ProductActions,
  { created, kept }: { created: readonly WatchedResource[]; kept: readonly WatchedResource[] },
  request: ForecastRequest,
): Probe[] {
  const { on, tagsOn = on, byProperty = {} } = actions;
  const all = [...created, ...kept];
  const context = { ...commonContext(request.region), ...tagContext(request.tags), ...ownKeys(actions, all) };
  const of = (resources: readonly WatchedResource[]) => arnsOf(resources, on, request);
  const given = Object.entries(byProperty)
    .filter(([property]) => created.some(({ properties }) => property in properties))
    .map(([, action]) => action);
  const making = [...actions.create, ...given];
  const sameArn = tagsOn === on;
  const tagArns = arnsOf(created, tagsOn, request);
  return [
    {
      need: "certain",
      actions: [...actions.read, ...making, ...(sameArn ? actions.tag : [])],
      resources: of(created),
      context,
    },
    { need: "certain", actions: sameArn ? [] : actions.tag, resources: tagArns, context },
    { need: "certain", actions: actions.list ?? [], resources: ["*"], context },
    { need: "certain", actions: actions.read, resources: of(kept), context },
    ...passingProbe(actions, created, { need: "certain", region: request.region }),
    { need: "possible", actions: actions.remove, resources: of(created), context },
    { need: "possible", actions: actions.change, resources: of(kept), context },
  ];
}

/** What an ML product's own types will or may call, as questions to the policy simulator. Pure. */
export function productProbes(request: ForecastRequest, deployed: readonly StackResource[]): Probe[] {
  const held = new Set(deployed.filter(isHeld).map(({ type, logicalId }) => `${type} ${logicalId}`));
  return Object.entries(PRODUCT_ACTIONS).flatMap(([type, actions]) => {
    const ofType = request.resources.filter((resource) => resource.type === type);
    if (ofType.length === 0) return [];
    const isKept = ({ logicalId }: WatchedResource) => held.has(`${type} ${logicalId}`);
    const parts = {
      created: ofType.filter((resource) => !isKept(resource)),
      kept: ofType.filter((resource) => isKept(resource)),
    };
    return probesOfType(actions, parts, request);
  });
}
