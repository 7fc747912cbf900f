import { resourceType } from "../../resource-types/registry";
import type { LiveResource } from "../drift/live-state";
import type { ResourceChange, UpdatePlan } from "../plan";
import type { ResourceRecord } from "../stack-record";
import { changeDetails, type ChangeSources, contextText } from "./change-details";

type Shape = Record<string, unknown>;

/** The changes of a plan as DescribeChangeSet shows them, with property values, by logical id. */
export function changesOf(
  plan: UpdatePlan,
  records: ReadonlyMap<string, ResourceRecord>,
  sources: ChangeSources,
): Shape[] {
  const planned = plan.changes.map((change) => changeShape(change, records.get(change.logicalId), sources));
  const known = new Set(plan.changes.map((change) => change.logicalId));
  const synced = [...(sources.live?.values() ?? [])]
    .filter((resource) => resource.status === "MODIFIED" && !known.has(resource.record.logicalId))
    .map((resource) => syncShape(resource, sources));
  const logicalId = (shape: Shape): string => (shape.ResourceChange as Shape).LogicalResourceId as string;
  return [...planned, ...synced].sort((a, b) => (logicalId(a) < logicalId(b) ? -1 : 1));
}

function changeShape(
  change: ResourceChange,
  record: ResourceRecord | undefined,
  sources: ChangeSources,
): Shape {
  const metadata = sources.wanted.resources[change.logicalId]?.Metadata;
  const details = change.action === "Modify" ? changeDetails(change, sources) : [];
  return {
    Type: "Resource",
    ResourceChange: {
      ...policyAction(change, record, sources),
      Action: change.action,
      LogicalResourceId: change.logicalId,
      PhysicalResourceId: change.physicalId,
      ResourceType: change.type,
      ...(change.action === "Modify" ? { Replacement: change.replacement } : {}),
      Scope: [...new Set(details.map(({ Target }) => (Target as Shape).Attribute))],
      Details: details,
      BeforeContext: contextText(change.before, record?.metadata),
      AfterContext: change.action === "Remove" ? undefined : contextText(change.after, metadata),
      ...driftShape(change.type, sources.live?.get(change.logicalId), sources),
    },
  };
}

/** A resource whose new template says what is there already: nothing but the stack's record of it changes. */
function syncShape({ record, differences }: LiveResource, sources: ChangeSources): Shape {
  const live = sources.live!.get(record.logicalId) as Extract<LiveResource, { status: "MODIFIED" }>;
  const details = differences.map(({ path }) => ({
    Target: {
      Attribute: "Properties",
      Name: path.split("/")[1],
      RequiresRecreation: "Never",
      Path: `/Properties${path}`,
      AttributeChangeType: "SyncWithActual",
      BeforeValueFrom: "ACTUAL_STATE",
      AfterValueFrom: "TEMPLATE",
    },
    Evaluation: "Static",
    ChangeSource: "NoModification",
  }));
  return {
    Type: "Resource",
    ResourceChange: {
      Action: "SyncWithActual",
      LogicalResourceId: record.logicalId,
      PhysicalResourceId: record.physicalId,
      ResourceType: record.type,
      Scope: ["Properties"],
      Details: details,
      BeforeContext: contextText(live.live.properties, record.metadata),
      AfterContext: contextText(live.live.properties, record.metadata),
      ...driftShape(record.type, live, sources),
    },
  };
}

/** What becomes of what is there before. */
function policyAction(
  { action, logicalId, replacement }: ResourceChange,
  record: ResourceRecord | undefined,
  { wanted }: ChangeSources,
): Shape {
  const retain = (policy: string | undefined) => policy === "Retain";
  if (action === "Remove") return { PolicyAction: retain(record?.deletionPolicy) ? "Retain" : "Delete" };
  if (replacement !== "True") return {};
  const kept = retain(wanted.resources[logicalId]?.UpdateReplacePolicy);
  return { PolicyAction: kept ? "ReplaceAndRetain" : "ReplaceAndDelete" };
}

function driftShape(type: string, resource: LiveResource | undefined, sources: ChangeSources): Shape {
  if (sources.live === undefined) return {};
  const previous = contextText(resource?.record.properties, resource?.record.metadata);
  const ignored = resourceType(type)
    .writeOnly.filter((name) => resource?.record.properties[name] !== undefined)
    .map((name) => ({ Path: `/Properties/${name}`, Reason: "WRITE_ONLY_PROPERTY" }));
  return {
    ResourceDriftStatus: resource?.status,
    ResourceDriftIgnoredAttributes:
      ignored.length > 0 && resource?.status !== "UNSUPPORTED" ? ignored : undefined,
    PreviousDeploymentContext: previous,
  };
}

/** Members of a change that are shown only where property values are asked for. */
const VALUES = ["BeforeContext", "AfterContext", "PreviousDeploymentContext"];

/** Members of a change's target that are left where no property values are asked for. */
const TARGET = ["Attribute", "Name", "RequiresRecreation"];

/** A change without its values: one detail a property and cause is left. */
export function withoutValues({ ResourceChange, ...change }: Shape): Shape {
  const { Details, ...rest } = ResourceChange as Shape & { Details: (Shape & { Target: Shape })[] };
  const seen = new Map<string, Shape>();
  for (const { Target, ...cause } of Details) {
    const target = Object.fromEntries(Object.entries(Target).filter(([name]) => TARGET.includes(name)));
    const detail = { Target: target, ...cause };
    seen.set(JSON.stringify(detail), detail);
  }
  const shown = Object.fromEntries(Object.entries(rest).filter(([name]) => !VALUES.includes(name)));
  return { ...change, ResourceChange: { ...shown, Details: [...seen.values()] } };
}
