import { ExitCode, TierguardError } from "../../core/errors";
import {
  type Change,
  type Diagnostic,
  type EventRecord,
  isStructure,
  type PolicyViolation,
  type ResourceStep,
} from "./engine-events";
import { explainPulumiFailure } from "./pulumi-failure";

/** How many resources an operation creates, changes and so on. */
export interface ChangeCounts {
  created: number;
  changed: number;
  replaced: number;
  deleted: number;
  unchanged: number;
}

/** What an operation did, or a preview says it would do. */
export interface OperationResult {
  counts: ChangeCounts;
  steps: ResourceStep[];
  warnings: string[];
  /** Guardrails that were found violated, none of them mandatory. */
  violations: PolicyViolation[];
  /** The stack's outputs; empty for a preview and after a deletion. */
  outputs: Record<string, unknown>;
}

/** An operation that the engine did not bring to its end. */
export class OperationError extends TierguardError {
  constructor(
    message: string,
    readonly diagnostics: readonly Diagnostic[],
    readonly violations: readonly PolicyViolation[],
    options: { code: string; exitCode: ExitCode; hint?: string; cause?: unknown },
  ) {
    super(message, options);
    this.name = "OperationError";
  }
}

/** Counts resources; what is only there for the program counts as none. */
export function countChanges(steps: readonly ResourceStep[]): ChangeCounts {
  const counted = steps.filter((step) => !isStructure(step));
  const of = (change: Change) => counted.filter((step) => step.change === change).length;
  return {
    created: of("create"),
    changed: of("update"),
    replaced: of("replace"),
    deleted: of("delete"),
    unchanged: of("same"),
  };
}

/** What the engine says of every failure, which tells nobody anything. */
const EMPTY_WORDS =
  /^(update|preview|destroy|refresh|resource) failed$|^\d+ errors? occurred|^(update|preview|destroy|refresh) (failed|cancelled)$/;

/** An error without the frame that engine and provider put around it. */
function bareMessage(message: string): string {
  return message
    .replace(/^.* resource '[^']*' has a problem: /, "")
    .replace(/^Running program '[^']*' failed with an unhandled exception:\n?/, "")
    .trim();
}

function violated(
  violations: readonly PolicyViolation[],
  diagnostics: readonly Diagnostic[],
): OperationError {
  const lines = violations.map(
    ({ policy, pack, message }) => `  ${policy} (${pack}): ${message.replaceAll("\n", "\n    ")}`,
  );
  const what = violations.length === 1 ? "A guardrail is" : `${violations.length} guardrails are`;
  return new OperationError(`${what} violated:\n${lines.join("\n")}`, diagnostics, violations, {
    code: "guardrail-violated",
    exitCode: ExitCode.GuardrailViolated,
  });
}

/**
 * The error of an operation that failed: the root cause first, which is the first error that was said; where nothing
 * was, what the command printed.
 */
export function operationFailure(
  record: EventRecord,
  { text, stack, doing, cause }: { text: string; stack: string; doing: string; cause?: unknown },
): TierguardError {
  const mandatory = record.violations.filter((violation) => violation.mandatory);
  if (mandatory.length > 0) return violated(mandatory, record.diagnostics);
  const errors = record.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => bareMessage(message))
    .filter((message) => message !== "" && !EMPTY_WORDS.test(message));
  const [first, ...rest] = errors;
  if (first === undefined) return explainPulumiFailure(text, { stack, doing });
  const more = rest.map((message) => `\n  then: ${message.replaceAll("\n", "\n    ")}`).join("");
  return new OperationError(`${first}${more}`, record.diagnostics, record.violations, {
    code: "operation-failed",
    exitCode: ExitCode.Failed,
    cause,
  });
}
