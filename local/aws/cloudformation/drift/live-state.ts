import { schemaOf } from "../../resource-types/property-schema";
import { resourceType } from "../../resource-types/registry";
import type { ResourceModel } from "../../resource-handler";
import type { CallContext } from "../../service";
import type { ResourceRecord } from "../stack-record";
import { type Difference, driftOf, withoutAdditions } from "./differences";

/** How a resource of a stack stands to what is there. */
export type LiveResource =
  | { status: "IN_SYNC" | "UNSUPPORTED"; record: ResourceRecord; differences: [] }
  | {
      status: "MODIFIED";
      record: ResourceRecord;
      differences: Difference[];
      /** The record with the properties that are there in the place of those that drifted. */
      live: ResourceRecord;
    }
  | { status: "DELETED"; record: ResourceRecord; differences: [] };

/**
 * Compares a resource with what is there, as a drift-aware change set does: what the template gives is looked at, with
 * everything that the handler reads; what stands beside it (another policy, another tag) is not. Throws the service's
 * error where reading fails.
 */
export async function liveResource(record: ResourceRecord, context: CallContext): Promise<LiveResource> {
  const type = resourceType(record.type);
  if (type.unreadable) return { status: "UNSUPPORTED", record, differences: [] };
  const model = await readRecord(record, context);
  if (model === undefined) return { status: "DELETED", record, differences: [] };
  const differences = driftOf(record.type, record.properties, model.properties, {
    ignored: type.writeOnly,
    additionsUnseen: () => true,
    unordered: type.drift?.unordered,
  });
  if (differences.length === 0) return { status: "IN_SYNC", record, differences: [] };
  return { status: "MODIFIED", record, differences, live: overlaid(record, model, differences) };
}

/** What a resource's handler reads of it; undefined where it is gone. */
export async function readRecord(
  record: ResourceRecord,
  context: CallContext,
): Promise<ResourceModel | undefined> {
  if (record.physicalId === undefined) return undefined;
  return resourceType(record.type).read(record.physicalId, context, record.properties);
}

function overlaid(
  record: ResourceRecord,
  model: ResourceModel,
  differences: readonly Difference[],
): ResourceRecord {
  const { properties: shapes } = schemaOf(record.type);
  const properties = { ...record.properties };
  for (const name of new Set(differences.map(({ path }) => path.split("/")[1]!))) {
    const value = withoutAdditions(shapes[name]!, record.properties[name], model.properties[name]);
    if (value === undefined) delete properties[name];
    else properties[name] = value;
  }
  return { ...record, properties };
}
