import type { EngineEvent } from "@pulumi/pulumi/automation";
import { type AwsCall, callOfMessage } from "../../aws/aws-call";

/** What becomes of one resource in an operation. */
export type Change = "create" | "update" | "replace" | "delete" | "same";

/** One resource of the Pulumi program, and what an operation does with it. */
export interface ResourceStep {
  change: Change;
  /** Pulumi's type token, such as `tierguard:iam:Group`. */
  type: string;
  /** The resource's name in the program. */
  name: string;
  urn: string;
  /** What the resource is called in AWS, where it has come that far. */
  id?: string;
  /** Paths of the properties that differ. */
  properties: readonly string[];
}

/** A guardrail that a policy pack found violated. */
export interface PolicyViolation {
  policy: string;
  pack: string;
  mandatory: boolean;
  urn?: string;
  message: string;
}

/** An error or warning that the engine, a provider or the program said. */
export interface Diagnostic {
  severity: "warning" | "error";
  message: string;
  urn?: string;
}

const CHANGES: Record<string, Change> = {
  same: "same",
  create: "create",
  "create-replacement": "replace",
  replace: "replace",
  update: "update",
  delete: "delete",
  "delete-replaced": "replace",
  discard: "delete",
  "discard-replaced": "replace",
};

/** A text without the engine's marks for colours, such as `<{%fg 1%}>`. */
export function plainText(message: string): string {
  return message.replaceAll(/<\{%[^%]*%\}>/g, "").trim();
}

/** The resource's name: the last part of a URN. */
export function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? urn;
}

/** Whether a resource is only there for the program: its structure, its providers, the pre-check. */
export function isStructure({ type }: Pick<ResourceStep, "type">): boolean {
  return /^(pulumi:|tierguard:(index|security|ml):)/.test(type);
}

type StepMetadata = NonNullable<EngineEvent["resOutputsEvent"]>["metadata"];

function stepOf({
  op,
  type,
  urn,
  old,
  new: next,
  diffs,
  detailedDiff,
}: StepMetadata): ResourceStep | undefined {
  const change = CHANGES[op];
  if (change === undefined) return undefined;
  const id = next?.id || old?.id || undefined;
  const properties = Object.keys(detailedDiff ?? {});
  return {
    change,
    type,
    name: nameOf(urn),
    urn,
    id,
    properties: properties.length > 0 ? properties : (diffs ?? []),
  };
}

/** The engine writes this one key in PascalCase, whatever the SDK's type says of it. */
function packsOf(summary: { policyPacks?: object; PolicyPacks?: object }): string[] {
  return Object.keys(summary.PolicyPacks ?? summary.policyPacks ?? {});
}

/** Gathers what the engine says while it runs an operation. */
export class EventRecord {
  /** Each resource once, by what became of it last. */
  private readonly byUrn = new Map<string, ResourceStep>();
  readonly diagnostics: Diagnostic[] = [];
  readonly violations: PolicyViolation[] = [];
  /** Policy packs that judged the operation; undefined until it ended. */
  packs: readonly string[] | undefined;

  /**
   * @param onStep hears of each step that begins and of each that is done.
   * @param onAwsCall hears of each call to AWS that the provider has made.
   */
  constructor(
    private readonly onStep: (step: ResourceStep, phase: "begun" | "done") => void,
    private readonly onAwsCall: (call: AwsCall) => void = () => undefined,
  ) {}

  get steps(): ResourceStep[] {
    return [...this.byUrn.values()];
  }

  readonly hear = (event: EngineEvent): void => {
    const { resourcePreEvent, resOutputsEvent, diagnosticEvent, policyEvent, summaryEvent } = event;
    if (resourcePreEvent) this.step(resourcePreEvent.metadata, "begun");
    if (resOutputsEvent) this.step(resOutputsEvent.metadata, "done");
    if (diagnosticEvent) this.diagnostic(diagnosticEvent);
    if (policyEvent) this.violation(policyEvent);
    if (summaryEvent) this.packs = packsOf(summaryEvent);
  };

  private step(metadata: StepMetadata, phase: "begun" | "done"): void {
    const step = stepOf(metadata);
    if (step === undefined) return;
    if (phase === "done") {
      // A replacement is several steps: the last of them tells what is there now.
      const before = this.byUrn.get(step.urn);
      this.byUrn.set(step.urn, before?.change === "replace" ? { ...step, change: "replace" } : step);
    }
    this.onStep(step, phase);
  }

  private diagnostic({
    severity,
    message,
    urn,
    ephemeral,
  }: NonNullable<EngineEvent["diagnosticEvent"]>): void {
    // The SDK's type leaves out the severity of debug messages.
    const call = (severity as string) === "debug" ? callOfMessage(plainText(message)) : undefined;
    if (call !== undefined) this.onAwsCall(call);
    if (ephemeral === true || (severity !== "error" && severity !== "warning")) return;
    const text = plainText(message);
    const said = (known: Diagnostic) =>
      known.message === text && (severity === "error" || known.urn === (urn || undefined));
    if (text === "" || this.diagnostics.some(said)) return;
    this.diagnostics.push({ severity, message: text, ...(urn ? { urn } : {}) });
  }

  private violation(event: NonNullable<EngineEvent["policyEvent"]>): void {
    this.violations.push({
      policy: event.policyName,
      pack: event.policyPackName,
      mandatory: event.enforcementLevel === "mandatory",
      ...(event.resourceUrn ? { urn: event.resourceUrn } : {}),
      message: plainText(event.message),
    });
  }
}
