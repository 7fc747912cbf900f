import type { EngineEvent } from "@pulumi/pulumi/automation";
import type { WatchedArgs } from "../../aws/watched-args";
import { compareProperties, type PropertyDifference } from "../../core/drift/compare-properties";
import { uncheckedProperties } from "../../core/drift/canonical-properties";
import type { DriftStatus, ResourceDrift } from "../../core/drift/drift-report";
import { goneNote } from "../../core/drift/gone-message";
import { LOST_CONTENT } from "../../core/drift/lost-content";
import { notCheckedReason } from "../../core/drift/not-checked-message";
import { KNOWN_RESOURCES } from "../../core/template/known-resources";
import { referencesIn } from "../../core/template/open-references";
import { isStructure, nameOf, plainText } from "../automation/engine-events";

type StepMetadata = NonNullable<EngineEvent["resOutputsEvent"]>["metadata"];
type Inputs = Record<string, unknown>;

/** How a refresh names what it found. */
const STATUSES: Record<string, DriftStatus> = { same: "in-sync", update: "drifted", delete: "deleted" };

/** Types that are no watched resources, as CloudFormation calls them. */
const TYPES: Record<string, string> = {
  "aws-native:cloudformation:Stack": "AWS::CloudFormation::Stack",
  "aws:s3/bucketObjectv2:BucketObjectv2": "AWS::S3::Object",
};

/** Inputs that say too much to be shown whole. */
const LONG = new Set(["templateBody", "content"]);

function isWatched(inputs: Inputs): inputs is Inputs & WatchedArgs {
  return ["logicalId", "type", "identifier", "properties", "stackName"].every((name) => name in inputs);
}

function withoutLongValues(difference: PropertyDifference): PropertyDifference {
  const { property, item, change } = difference;
  return LONG.has(property) ? { property, item, change } : difference;
}

/** What differs in a resource that is no watched one: inputs, or only the names of outputs. */
function inputDifferences({ type, old, new: now, diffs, detailedDiff }: StepMetadata): PropertyDifference[] {
  const differences = compareProperties(type, (old?.inputs ?? {}) as Inputs, (now?.inputs ?? {}) as Inputs);
  if (differences.length > 0) return differences.map(withoutLongValues);
  const names = Object.keys(detailedDiff ?? {});
  return (names.length > 0 ? names : (diffs ?? [])).map((property) => ({
    property,
    item: "",
    change: "changed",
  }));
}

/** Gathers from the events of a refresh what it found of each resource. */
export class RefreshedResources {
  readonly #steps = new Map<string, StepMetadata>();
  readonly #notChecked = new Map<string, string>();
  readonly #notes = new Map<string, string>();
  #watched: WatchedArgs | undefined;

  /** A resource that the stack makes, which tells the stack's name and how AWS is reached; undefined where there is none. */
  get anyWatched(): WatchedArgs | undefined {
    return this.#watched;
  }

  readonly hear = ({ resOutputsEvent, diagnosticEvent }: EngineEvent): void => {
    if (resOutputsEvent !== undefined) {
      const { metadata } = resOutputsEvent;
      if (STATUSES[metadata.op] !== undefined) this.#steps.set(metadata.urn, metadata);
      const inputs = (metadata.old?.inputs ?? {}) as Inputs;
      if (isWatched(inputs)) this.#watched = inputs;
    }
    if (diagnosticEvent?.urn !== undefined) {
      const reason = notCheckedReason(plainText(diagnosticEvent.message));
      if (reason !== undefined) this.#notChecked.set(diagnosticEvent.urn, reason);
      const note = goneNote(plainText(diagnosticEvent.message));
      if (note !== undefined) this.#notes.set(diagnosticEvent.urn, note);
    }
  };

  /** What was found of each resource that AWS has or had. */
  drifts(): ResourceDrift[] {
    return [...this.#steps.values()].flatMap((step) => {
      const inputs = (step.old?.inputs ?? {}) as Inputs;
      if (isWatched(inputs)) return [this.#watchedDrift(step, inputs)];
      return isStructure(step) ? [] : [otherDrift(step, inputs)];
    });
  }

  #watchedDrift(step: StepMetadata, watched: WatchedArgs): ResourceDrift {
    const { logicalId, type, properties } = watched;
    const identifier = calledByPeople(watched, step.old?.id);
    const reason = this.#notChecked.get(step.urn);
    if (reason !== undefined) {
      const status = "not-checked";
      return { logicalId, type, identifier, status, reason, differences: [], uncheckedProperties: [] };
    }
    const status = STATUSES[step.op]!;
    const note = status === "deleted" ? (this.#notes.get(step.urn) ?? LOST_CONTENT[type]) : undefined;
    const live = ((step.new?.inputs ?? {}) as Partial<WatchedArgs>).properties ?? {};
    return {
      logicalId,
      type,
      identifier,
      status,
      differences: status === "drifted" ? compareProperties(type, properties, live) : [],
      checkedBy: "reading",
      ...(note === undefined ? {} : { note }),
      uncheckedProperties: status === "deleted" ? [] : uncheckedProperties(type, properties),
    };
  }
}

/** What a resource is called where its identifier is AWS's to make up: its own name, else what AWS called it. */
function calledByPeople({ type, identifier, properties }: WatchedArgs, id: string | undefined): string {
  if (referencesIn(identifier).size === 0) return identifier;
  const name = properties[KNOWN_RESOURCES[type]?.nameProperty ?? ""];
  return typeof name === "string" ? name : id || identifier;
}

function otherDrift(step: StepMetadata, inputs: Inputs): ResourceDrift {
  const status = STATUSES[step.op]!;
  const name = typeof inputs.stackName === "string" ? inputs.stackName : (step.old?.id ?? "");
  return {
    logicalId: nameOf(step.urn),
    type: TYPES[step.type] ?? step.type,
    identifier: name,
    status,
    differences: status === "drifted" ? inputDifferences(step) : [],
    checkedBy: "reading",
    uncheckedProperties: [],
  };
}
