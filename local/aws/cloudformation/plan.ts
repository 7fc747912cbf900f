import { isDeepStrictEqual } from "node:util";
import { resourceType } from "../resource-types/registry";
import type { Tag } from "../resource-types/tags";
import { validationError } from "./errors";
import { type PreparedTemplate, resolveOutputs, resolveProperties } from "./prepare";
import type { ResourceRecord, StackRecord } from "./stack-record";

/** What an update does with one resource. */
export interface ResourceChange {
  action: "Add" | "Modify" | "Remove";
  logicalId: string;
  type: string;
  physicalId?: string;
  replacement: "True" | "False" | "Conditional";
  /** Top-level properties that differ. */
  properties: string[];
  metadata: boolean;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** Everything that an update changes. */
export interface UpdatePlan {
  changes: ResourceChange[];
  outputs: boolean;
}

/** Compares what a stack has with what a template wants; values that no resource has yet count as changed. */
export function planUpdate(
  stack: StackRecord,
  current: readonly ResourceRecord[],
  wanted: PreparedTemplate,
  tags: readonly Tag[],
): UpdatePlan {
  const existing = new Map(current.map((record) => [record.logicalId, record]));
  refuseTypeChanges(existing, wanted);
  // A replaced resource has no Ref and no attributes yet for those that depend on it: in order, so that they see it.
  const visible = new Map(existing);
  const changes: ResourceChange[] = [];
  for (const logicalId of inOrder(wanted.dependencies)) {
    const change = planResource(logicalId, existing.get(logicalId), wanted, [...visible.values()], tags);
    if (change === undefined) continue;
    changes.push(change);
    if (change.replacement === "True") visible.delete(logicalId);
  }
  for (const record of current) {
    if (!Object.hasOwn(wanted.resources, record.logicalId)) changes.push(removal(record));
  }
  changes.sort((a, b) => (a.logicalId < b.logicalId ? -1 : 1));
  const outputs = !isDeepStrictEqual(resolveOutputsLoosely(wanted, [...visible.values()]), stack.outputs);
  return { changes, outputs };
}

function planResource(
  logicalId: string,
  record: ResourceRecord | undefined,
  wanted: PreparedTemplate,
  visible: readonly ResourceRecord[],
  tags: readonly Tag[],
): ResourceChange | undefined {
  const declaration = wanted.resources[logicalId]!;
  const desired = resolveProperties(logicalId, wanted, visible, tags);
  if (record === undefined) {
    const change = { action: "Add", logicalId, type: declaration.Type, replacement: "False" } as const;
    return { ...change, properties: [], metadata: false, after: desired };
  }
  const after = withGeneratedName(record, desired);
  const properties = changedProperties(record.properties, after);
  const metadata = !isDeepStrictEqual(record.metadata, declaration.Metadata);
  if (properties.length === 0 && !metadata) return undefined;
  return {
    action: "Modify",
    logicalId,
    type: record.type,
    physicalId: record.physicalId,
    replacement: needsReplacement(record.type, properties) ? "True" : "False",
    properties,
    metadata,
    before: record.properties,
    after,
  };
}

function removal(record: ResourceRecord): ResourceChange {
  return {
    action: "Remove",
    logicalId: record.logicalId,
    type: record.type,
    physicalId: record.physicalId,
    replacement: "False",
    properties: [],
    metadata: false,
    before: record.properties,
  };
}

/** Top-level properties in which two sets differ, sorted. */
export function changedProperties(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !isDeepStrictEqual(before[name], after[name]))
    .sort();
}

/** Whether a change of these properties can't be made in place. */
export function needsReplacement(type: string, properties: readonly string[]): boolean {
  return properties.some((name) => resourceType(type).createOnly.includes(name));
}

/** A resource whose name was made up keeps it as long as it is not replaced. */
export function withGeneratedName(
  record: ResourceRecord,
  desired: Record<string, unknown>,
): Record<string, unknown> {
  const name = resourceType(record.type).nameProperty?.name;
  if (name === undefined || record.generatedName === undefined || desired[name] !== undefined) return desired;
  return { ...desired, [name]: record.generatedName };
}

function refuseTypeChanges(existing: ReadonlyMap<string, ResourceRecord>, wanted: PreparedTemplate): void {
  const changed = Object.entries(wanted.resources)
    .filter(([id, { Type }]) => existing.has(id) && existing.get(id)!.type !== Type)
    .map(([id]) => id);
  if (changed.length === 0) return;
  throw validationError(
    "Update of resource type is not permitted. The new template modifies resource type of the following resources: " +
      `[${changed.join(", ")}]`,
  );
}

/** Logical ids, each after those it depends on. */
export function inOrder(dependencies: ReadonlyMap<string, readonly string[]>): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const need of dependencies.get(id) ?? []) visit(need);
    order.push(id);
  };
  for (const id of dependencies.keys()) visit(id);
  return order;
}

/** Outputs as far as they are known; those of resources that are still to be made make a difference. */
function resolveOutputsLoosely(wanted: PreparedTemplate, records: readonly ResourceRecord[]): unknown {
  try {
    return resolveOutputs(wanted, records);
  } catch {
    return undefined;
  }
}
