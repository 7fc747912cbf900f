import { isDeepStrictEqual } from "node:util";
import { resourceType } from "../../resource-types/registry";
import { type Difference, valueDifferences, valueText } from "../drift/differences";
import type { LiveResource } from "../drift/live-state";
import type { ResourceChange } from "../plan";
import type { PreparedTemplate } from "../prepare";
import { UnknownValue } from "../template/intrinsics";
import { type Reference, referencesIn } from "../template/references";

/** What a change is described against. */
export interface ChangeSources {
  before: PreparedTemplate | undefined;
  wanted: PreparedTemplate;
  /** Parameters that get another value. */
  changedParameters: ReadonlySet<string>;
  /** Of a drift-aware change set: the resources as they are, by logical id. */
  live?: ReadonlyMap<string, LiveResource>;
  /** ISO 8601. */
  now: string;
}

type Detail = Record<string, unknown>;

/** Stands for a value that is known only once the change set is executed. */
const KNOWN_AFTER_APPLY = "{{changeSet:KNOWN_AFTER_APPLY}}";

const CHANGE_TYPES = { ADD: "Add", NOT_EQUAL: "Modify", REMOVE: "Remove" } as const;

/** `Details` of a modification: each place where a value changes, with what causes it. */
export function changeDetails(change: ResourceChange, sources: ChangeSources): Detail[] {
  const details = change.properties.flatMap((name) => propertyDetails(change, name, sources));
  if (!change.metadata) return details;
  const target = { Attribute: "Metadata", RequiresRecreation: "Never" };
  return [...details, { Target: target, Evaluation: "Static", ChangeSource: "DirectModification" }];
}

function propertyDetails(change: ResourceChange, name: string, sources: ChangeSources): Detail[] {
  const attribute =
    name === "Tags" && resourceType(change.type).tags !== undefined
      ? { Attribute: "Tags" }
      : { Attribute: "Properties", Name: name };
  const requires = resourceType(change.type).createOnly.includes(name) ? "Always" : "Never";
  const path = `/Properties/${name}`;
  const drifted = sources.live?.get(change.logicalId);
  return valueDifferences(change.before?.[name], change.after?.[name], path).flatMap((difference) => {
    const Target = {
      ...attribute,
      RequiresRecreation: requires,
      Path: difference.path,
      ...definedValue("BeforeValue", difference.expected),
      ...definedValue("AfterValue", difference.actual),
      AttributeChangeType: CHANGE_TYPES[difference.type],
      ...(sources.live === undefined ? {} : origins(difference, drifted, sources.now)),
    };
    return causesOf(change, name, difference, sources).map((cause) => ({ Target, ...cause }));
  });
}

/** Of a drift-aware change set: where the values come from, and how the live one drifted. */
function origins(difference: Difference, drifted: LiveResource | undefined, now: string): Detail {
  const pointer = difference.path.slice("/Properties".length);
  const drift = drifted?.differences.find(({ path }) => pointer === path || pointer.startsWith(`${path}/`));
  const after = difference.actual === undefined ? {} : { AfterValueFrom: "TEMPLATE" };
  if (drift === undefined) return { BeforeValueFrom: "PREVIOUS_DEPLOYMENT_STATE", ...after };
  return {
    BeforeValueFrom: "ACTUAL_STATE",
    ...after,
    Drift: {
      ...definedValue("PreviousValue", drift.expected),
      ...definedValue("ActualValue", drift.actual),
      DriftDetectionTimestamp: now,
    },
  };
}

function causesOf(
  change: ResourceChange,
  name: string,
  difference: Difference,
  { before, wanted, changedParameters }: ChangeSources,
): Detail[] {
  const declared = wanted.resources[change.logicalId]?.Properties?.[name];
  const previous = before?.resources[change.logicalId]?.Properties?.[name];
  const references = referencesIn(declared);
  const parameters = references.filter((reference) => changedParameters.has(reference.name));
  const unknown = difference.actual instanceof UnknownValue ? difference.actual : undefined;
  const direct = { ChangeSource: "DirectModification" };
  if (unknown !== undefined) {
    const cause = { Evaluation: "Dynamic", ...resourceCause(unknown, references) };
    return isDeepStrictEqual(declared, previous) ? [cause] : [cause, { Evaluation: "Dynamic", ...direct }];
  }
  if (parameters.length > 0 && isDeepStrictEqual(declared, previous)) {
    return [...new Set(parameters.map((reference) => reference.name))].map((parameter) => ({
      Evaluation: "Static",
      ChangeSource: "ParameterReference",
      CausingEntity: parameter,
    }));
  }
  return [{ Evaluation: "Static", ...direct }];
}

function resourceCause(unknown: UnknownValue, references: readonly Reference[]): Detail {
  const { logicalId } = unknown;
  const attribute = references.find((reference) => reference.name === logicalId)?.attribute;
  if (attribute === undefined) return { ChangeSource: "ResourceReference", CausingEntity: logicalId };
  return { ChangeSource: "ResourceAttribute", CausingEntity: `${logicalId}.${attribute}` };
}

/** `BeforeContext`, `AfterContext`: a resource's properties and metadata as JSON. */
export function contextText(
  properties: Record<string, unknown> | undefined,
  metadata?: unknown,
): string | undefined {
  if (properties === undefined) return undefined;
  return JSON.stringify(
    { Properties: properties, ...(metadata === undefined ? {} : { Metadata: metadata }) },
    hidden,
  );
}

function definedValue(name: string, value: unknown): Detail {
  if (value === undefined) return {};
  if (value instanceof UnknownValue) return { [name]: KNOWN_AFTER_APPLY };
  return { [name]: valueText(value, hidden) };
}

function hidden(_key: string, value: unknown): unknown {
  return value instanceof UnknownValue ? KNOWN_AFTER_APPLY : value;
}
