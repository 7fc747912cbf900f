import { partitionOf } from "../../core/naming/partition";
import type { WatchedResource } from "../../core/template/watched-resource";
import { nameKey } from "../existing-names";
import type { StackResource } from "../deployed-stack";
import { isHeld } from "../preflight/names-to-look-up";
import type { PlacementFindings } from "../preflight/prerequisites/findings";
import { NETWORK_TYPES, networkProbes } from "./network-probes";
import type { Probe } from "./probe";
import { commonContext, globalRegion, resourceTagContext, tagContext } from "./probe-context";
import { PRODUCT_ACTIONS } from "./product-actions";
import { productProbes } from "./product-probes";
import type { ForecastRequest } from "./request";
import { RESOURCE_ACTIONS, type ResourceActions } from "./resource-actions";

/** What is in the account already, as far as it decides which actions are needed. */
export interface Deployed {
  /** False where AWS did not tell: then nothing is sure to be needed. */
  known: boolean;
  /** The stack's ARN; undefined where there is none. */
  stackId?: string;
  resources: readonly StackResource[];
  /** What there is of the places in which new VPC endpoints lie; absent where none is made. */
  placement?: PlacementFindings;
}

/** Whether the simulator is asked about a type. */
export function isProbed(type: string): boolean {
  return (
    Object.hasOwn(RESOURCE_ACTIONS, type) ||
    Object.hasOwn(PRODUCT_ACTIONS, type) ||
    (NETWORK_TYPES as readonly string[]).includes(type)
  );
}

type Context = Probe["context"];

function arnOf({ type, identifier, properties }: WatchedResource, request: ForecastRequest): string {
  if (identifier.startsWith("arn:")) return identifier;
  const partition = `arn:${partitionOf(request.region)}`;
  if (type === "AWS::SSM::Parameter") {
    return `${partition}:ssm:${request.region}:${request.accountId}:parameter/${identifier.replace(/^\//, "")}`;
  }
  const path = typeof properties.Path === "string" ? properties.Path : "/";
  return `${partition}:iam::${request.accountId}:${type === "AWS::IAM::Group" ? "group" : "role"}${path}${identifier}`;
}

const attachedTo = ({ properties }: WatchedResource) =>
  Array.isArray(properties.ManagedPolicyArns) ? (properties.ManagedPolicyArns as string[]) : [];
const hasInline = ({ properties }: WatchedResource) =>
  Array.isArray(properties.Policies) && properties.Policies.length > 0;

/** Attaching is asked by policy, which a condition may name; of the stack's own policies one speaks for all. */
function attachProbes(
  resources: readonly WatchedResource[],
  attach: string,
  { need, context, request }: Pick<Probe, "need" | "context"> & { request: ForecastRequest },
): Probe[] {
  const byPolicy = new Map<string, string[]>();
  let own: string | undefined;
  for (const resource of resources) {
    for (const arn of attachedTo(resource)) {
      if (arn.includes(`:${request.accountId}:`)) own ??= arn;
      if (arn.includes(`:${request.accountId}:`) && arn !== own) continue;
      byPolicy.set(arn, [...(byPolicy.get(arn) ?? []), arnOf(resource, request)]);
    }
  }
  return [...byPolicy].map(([arn, holders]) => ({
    need,
    actions: [attach],
    resources: holders,
    context: { ...context, "iam:PolicyARN": arn },
  }));
}

function creationProbes(
  actions: ResourceActions,
  created: readonly WatchedResource[],
  { context, request }: { context: Context; request: ForecastRequest },
): Probe[] {
  const arns = (resources: readonly WatchedResource[]) =>
    resources.map((resource) => arnOf(resource, request));
  const withInline = created.filter(hasInline);
  return [
    { need: "certain", actions: actions.create, resources: arns(created), context },
    { need: "certain", actions: actions.putInline ?? [], resources: arns(withInline), context },
    ...(actions.attach === undefined
      ? []
      : attachProbes(created, actions.attach, { need: "certain", context, request })),
    { need: "possible", actions: actions.remove, resources: arns(created), context },
  ];
}

function resourceProbes(type: string, request: ForecastRequest, held: ReadonlySet<string>): Probe[] {
  const actions = RESOURCE_ACTIONS[type];
  if (actions === undefined) return [];
  const service = type === "AWS::SSM::Parameter" ? "ssm" : "iam";
  const ofType = request.resources.filter((resource) => resource.type === type);
  // Of an ML product's roles it is the stack's own policy.
  const boundary = ofType
    .map(({ properties }) => properties.PermissionsBoundary)
    .find((arn) => typeof arn === "string");
  const context: Context = {
    ...commonContext(service === "iam" ? globalRegion(request.region) : request.region),
    ...(actions.tagged ? tagContext(request.tags, service === "iam" ? service : undefined) : {}),
    ...(boundary === undefined ? {} : { "iam:PermissionsBoundary": boundary }),
  };
  // Parameters differ by the last part of their names alone.
  const some = (resources: WatchedResource[]) => (service === "ssm" ? resources.slice(0, 1) : resources);
  const created = some(ofType.filter((resource) => !held.has(nameKey(resource))));
  const kept = some(ofType.filter((resource) => held.has(nameKey(resource))));
  const arns = (resources: readonly WatchedResource[]) =>
    resources.map((resource) => arnOf(resource, request));
  return [
    { need: "certain", actions: actions.read, resources: arns([...created, ...kept]), context },
    ...creationProbes(actions, created, { context, request }),
    { need: "possible", actions: actions.change, resources: arns(kept), context },
    ...(actions.attach === undefined
      ? []
      : attachProbes(kept, actions.attach, { need: "possible", context, request })),
  ];
}

function stackProbes(request: ForecastRequest, { stackId }: Deployed): Probe[] {
  const { region, accountId, stackName } = request;
  const partition = `arn:${partitionOf(region)}`;
  const arn = stackId ?? `${partition}:cloudformation:${region}:${accountId}:stack/${stackName}/*`;
  const context = commonContext(region);
  const write = stackId === undefined ? "Create" : "Update";
  return [
    {
      need: "certain",
      actions: [`cloudformation:${write}Stack`],
      resources: [arn],
      context: { ...context, ...tagContext(request.tags) },
    },
    {
      need: "certain",
      actions: ["DescribeStacks", "DescribeStackEvents", "ListStackResources"].map(
        (name) => `cloudformation:${name}`,
      ),
      resources: [arn],
      context: { ...context, ...resourceTagContext(request.tags) },
    },
    {
      need: "certain",
      // Cloud Control makes the stack for the engine and reads what it holds.
      actions: [`${write}Resource`, "GetResource", "GetResourceRequestStatus"].map(
        (name) => `cloudformation:${name}`,
      ),
      resources: ["*"],
      context,
    },
    ...(request.protect
      ? [
          {
            need: "possible" as const,
            actions: ["cloudformation:UpdateTerminationProtection"],
            resources: [arn],
            context: { ...context, ...resourceTagContext(request.tags) },
          },
        ]
      : []),
  ];
}

function objectProbes({ templateBucket: bucket, templateKey: key, region }: ForecastRequest): Probe[] {
  if (bucket === undefined || key === undefined) return [];
  const resources = [`arn:${partitionOf(region)}:s3:::${bucket}/${key}`];
  return [
    { need: "certain", actions: ["s3:PutObject", "s3:GetObject"], resources, context: commonContext(region) },
  ];
}

/** Everything that the deployment will or may call, as questions to the policy simulator. Pure. */
export function permissionProbes(request: ForecastRequest, deployed: Deployed): Probe[] {
  const held = new Set(
    deployed.resources
      .filter(isHeld)
      .map(({ type, physicalId }) => nameKey({ type, identifier: physicalId })),
  );
  const probes = [
    ...stackProbes(request, deployed),
    ...Object.keys(RESOURCE_ACTIONS).flatMap((type) => resourceProbes(type, request, held)),
    ...productProbes(request, deployed.resources),
    ...networkProbes(request, deployed.resources, deployed.placement),
    ...objectProbes(request),
  ].filter(({ actions, resources }) => actions.length > 0 && resources.length > 0);
  return deployed.known ? probes : probes.map((probe) => ({ ...probe, need: "possible" }));
}
