import { toHandlerError } from "../../resource-types/handler-error";
import { resourceType } from "../../resource-types/registry";
import { failureReason } from "../engine/operation";
import { pace } from "../engine/pace";
import type { ResourceRecord, StackRecord } from "../stack-record";
import type { StackStore } from "../stack-store";
import { driftOf } from "./differences";
import { type DetectionRecord, DriftStore, type ResourceDrift } from "./drift-record";
import { readRecord } from "./live-state";

/** Whether AWS's drift detection looks at a type at all. */
export function isDetectable(type: string): boolean {
  return resourceType(type).unreadable !== true;
}

/** Compares one resource with what is there, with the gaps that AWS's own detection has, and notes what it found. */
export async function detectResource(
  record: ResourceRecord,
  stackId: string,
  store: StackStore,
): Promise<ResourceDrift> {
  const drift = await compared(record, store);
  new DriftStore(store.context).saveOfResource(stackId, drift);
  return drift;
}

async function compared(record: ResourceRecord, { context }: StackStore): Promise<ResourceDrift> {
  const { logicalId, physicalId, properties } = record;
  const type = resourceType(record.type);
  const found = { logicalId, physicalId, type: type.type, timestamp: context.now().toISOString() };
  const compares = (name: string) =>
    !type.writeOnly.includes(name) && !type.drift?.notCompared?.includes(name);
  const expected = JSON.stringify(shown(properties, compares));
  try {
    const model = await readRecord(record, context);
    if (model === undefined) return { ...found, status: "DELETED", expected, differences: [] };
    const differences = driftOf(type.type, properties, model.properties, {
      ignored: [...type.writeOnly, ...(type.drift?.notCompared ?? [])],
      additionsUnseen: (name) => type.drift?.additionsUnseen?.includes(name) === true,
      unordered: type.drift?.unordered,
    });
    const actual = JSON.stringify(
      shown(model.properties, (name) => compares(name) && properties[name] !== undefined),
    );
    const status = differences.length === 0 ? "IN_SYNC" : "MODIFIED";
    return { ...found, status, expected, actual: status === "IN_SYNC" ? expected : actual, differences };
  } catch (error) {
    const reason = failureReason(toHandlerError(error, type.type));
    return { ...found, status: "UNKNOWN", reason, differences: [] };
  }
}

/** Checks resources of a stack in the background. */
export async function detectStack(
  detection: DetectionRecord,
  records: readonly ResourceRecord[],
  { stackId }: StackRecord,
  store: StackStore,
): Promise<void> {
  const drifts = new DriftStore(store.context);
  await pace.start();
  for (const record of records) await detectResource(record, stackId, store);
  const all = drifts.ofResources(stackId);
  const drifted = all.filter(({ status }) => status === "MODIFIED" || status === "DELETED");
  const unknown = all.filter(({ status }) => status === "UNKNOWN");
  const status = drifted.length > 0 ? "DRIFTED" : unknown.length > 0 ? "UNKNOWN" : "IN_SYNC";
  drifts.saveOfStack(stackId, { status, timestamp: detection.timestamp });
  drifts.saveDetection({
    ...detection,
    driftStatus: status,
    driftedResources: drifted.length,
    status: unknown.length > 0 ? "DETECTION_FAILED" : "DETECTION_COMPLETE",
    ...(unknown.length > 0 ? { statusReason: failedReason(unknown) } : {}),
  });
}

function failedReason(failed: readonly ResourceDrift[]): string {
  const ids = failed.map(({ logicalId }) => logicalId).join(", ");
  return `Failed to detect drift on resources [${ids}]: ${failed[0]!.reason!}`;
}

function shown(
  properties: Record<string, unknown>,
  isShown: (name: string) => boolean,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => isShown(name)));
}
