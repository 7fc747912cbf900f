import { toHandlerError } from "../../resource-types/handler-error";
import { physicalName } from "../../resource-types/generated-name";
import { resourceType } from "../../resource-types/registry";
import type { ResourceModel } from "../../resource-handler";
import { changedProperties, needsReplacement, withGeneratedName } from "../plan";
import { type PreparedTemplate, resolveProperties } from "../prepare";
import type { ResourceRecord } from "../stack-record";
import { checkProperties, failureReason, type Operation, PropertiesError } from "./operation";
import { pace } from "./pace";

/** The reason of a resource whose creation ended because of another one. */
const CREATION_CANCELLED = "Resource creation cancelled";

/** Creates one resource of a template. Resolves to false where it failed, with the events that say so. */
export async function createStep(
  operation: Operation,
  plan: PreparedTemplate,
  logicalId: string,
  failed: () => boolean,
): Promise<boolean> {
  let record = newRecord(operation, plan, logicalId);
  try {
    record = { ...record, ...desiredOf(operation, plan, logicalId) };
    record = operation.setResource(record, "CREATE_IN_PROGRESS");
    checkProperties(logicalId, record.type, record.properties);
    record = await create(operation, record, "CREATE_IN_PROGRESS", "Resource creation Initiated");
  } catch (error) {
    const latest = operation.resource(logicalId) ?? record;
    operation.setResource(latest, "CREATE_FAILED", failed() ? CREATION_CANCELLED : failureReason(error));
    return false;
  }
  await pace.stabilise();
  if (failed()) {
    operation.setResource(record, "CREATE_FAILED", CREATION_CANCELLED);
    return false;
  }
  operation.setResource(record, "CREATE_COMPLETE");
  return true;
}

/** Updates, replaces or adds what an update's template wants of one resource. Resolves to false where it failed. */
export async function updateStep(
  operation: Operation,
  plan: PreparedTemplate,
  logicalId: string,
  failed: () => boolean,
): Promise<boolean> {
  const before = operation.resource(logicalId);
  if (before === undefined) return createStep(operation, plan, logicalId, failed);
  let record = before;
  try {
    const declared = newRecord(operation, plan, logicalId);
    const resolved = resolveProperties(logicalId, plan, operation.resources(), operation.stack.tags);
    const properties = withGeneratedName(before, resolved);
    const changed = changedProperties(before.properties, properties);
    const settings = { ...before, ...declaredParts(declared) };
    if (changed.length === 0) {
      operation.store.saveResource(operation.stackId, settings);
      return true;
    }
    if (needsReplacement(before.type, changed)) {
      record = await replace(operation, plan, { ...settings, properties: resolved }, before);
    } else {
      record = operation.setResource({ ...settings, properties }, "UPDATE_IN_PROGRESS");
      checkProperties(logicalId, record.type, properties);
      record = await update(operation, record, before.properties);
    }
  } catch (error) {
    const latest = undone(error, before, operation.resource(logicalId) ?? record);
    operation.setResource(
      latest,
      "UPDATE_FAILED",
      failed() ? "Resource update cancelled" : failureReason(error),
    );
    return false;
  }
  await pace.stabilise();
  if (failed()) {
    operation.setResource(record, "UPDATE_FAILED", "Resource update cancelled");
    return false;
  }
  operation.setResource(record, "UPDATE_COMPLETE");
  return true;
}

/** What is left of a failed update: what was there before, where nothing was begun. */
function undone(error: unknown, before: ResourceRecord, latest: ResourceRecord): ResourceRecord {
  if (error instanceof PropertiesError) return before;
  const changed = changedProperties(before.properties, latest.properties);
  const isReplacement = needsReplacement(before.type, changed);
  return isReplacement && latest.physicalId === before.physicalId ? before : latest;
}

async function replace(
  operation: Operation,
  plan: PreparedTemplate,
  record: ResourceRecord,
  before: ResourceRecord,
): Promise<ResourceRecord> {
  const naming = resourceType(record.type).nameProperty?.name;
  const named = naming !== undefined && record.properties[naming] !== undefined;
  if (named && record.properties[naming] === before.properties[naming]) {
    const name = String(record.properties[naming]);
    operation.setResource(before, "UPDATE_IN_PROGRESS");
    throw new PropertiesError(
      "CloudFormation cannot update a stack when a custom-named resource requires replacing. " +
        `Rename ${name} and update the stack again.`,
    );
  }
  const desired = { ...record, ...desiredOf(operation, plan, record.logicalId) };
  operation.setResource(
    { ...desired, physicalId: before.physicalId },
    "UPDATE_IN_PROGRESS",
    "Requested update requires the creation of a new physical resource; hence creating one.",
  );
  checkProperties(record.logicalId, record.type, desired.properties);
  return create(operation, desired, "UPDATE_IN_PROGRESS", "Resource creation Initiated");
}

async function create(
  operation: Operation,
  record: ResourceRecord,
  status: string,
  reason: string,
): Promise<ResourceRecord> {
  const type = resourceType(record.type);
  let current = record;
  const started = (identifier: string): void => {
    const physicalId = type.physicalId?.(identifier) ?? identifier;
    current = operation.setResource({ ...current, physicalId, operation: operation.id }, status, reason);
  };
  try {
    const model = await type.create(record.properties, operation.store.context, started);
    return withModel(current, model);
  } catch (error) {
    const named = type.nameProperty === undefined ? undefined : record.properties[type.nameProperty.name];
    throw toHandlerError(error, record.type, typeof named === "string" ? named : undefined);
  }
}

/** Brings a resource from one set of properties to that of its record. */
export async function update(
  operation: Operation,
  record: ResourceRecord,
  previous: Record<string, unknown>,
): Promise<ResourceRecord> {
  try {
    const type = resourceType(record.type);
    const model = await type.update(record.physicalId!, previous, record.properties, operation.store.context);
    return withModel(record, model);
  } catch (error) {
    throw toHandlerError(error, record.type);
  }
}

function newRecord(operation: Operation, plan: PreparedTemplate, logicalId: string): ResourceRecord {
  const { Type, DeletionPolicy, UpdateReplacePolicy, Metadata } = plan.resources[logicalId]!;
  return {
    logicalId,
    type: Type,
    status: "CREATE_IN_PROGRESS",
    timestamp: operation.store.context.now().toISOString(),
    properties: {},
    attributes: {},
    dependsOn: plan.dependencies.get(logicalId) ?? [],
    deletionPolicy: DeletionPolicy,
    updateReplacePolicy: UpdateReplacePolicy,
    metadata: Metadata,
    operation: operation.id,
  };
}

/** What a template says of a resource beside its properties. */
function declaredParts({ dependsOn, deletionPolicy, updateReplacePolicy, metadata }: ResourceRecord) {
  return { dependsOn, deletionPolicy, updateReplacePolicy, metadata };
}

/** The resolved properties, with a name made up where the template gives none. */
function desiredOf(
  operation: Operation,
  plan: PreparedTemplate,
  logicalId: string,
): Pick<ResourceRecord, "properties" | "generatedName"> {
  const properties = resolveProperties(logicalId, plan, operation.resources(), operation.stack.tags);
  const naming = resourceType(plan.resources[logicalId]!.Type).nameProperty;
  if (naming === undefined || properties[naming.name] !== undefined)
    return { properties, generatedName: undefined };
  const name = physicalName(operation.stack.stackName, logicalId, naming.maxLength);
  const generatedName = naming.lowerCase ? name.toLowerCase() : name;
  return { properties: { ...properties, [naming.name]: generatedName }, generatedName };
}

function withModel(record: ResourceRecord, model: ResourceModel): ResourceRecord {
  const physicalId = resourceType(record.type).physicalId?.(model.identifier) ?? model.identifier;
  return { ...record, physicalId, attributes: model.properties };
}
