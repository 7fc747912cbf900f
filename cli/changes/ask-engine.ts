import type { ChangePreview } from "../../core/changes/change-preview";
import type { EngineChange } from "../../core/changes/disagreements";
import { ExitCode } from "../../core/errors";
import type { RunContext } from "../action";
import { isStructure, type PolicyViolation } from "../automation/engine-events";
import { openStack } from "../automation/open-stack";
import { OperationError, type OperationResult } from "../automation/operation";
import { planDeployment } from "../deployment/plan";
import type { DeploymentTarget } from "../deployment/target";

/** What Pulumi's preview says. */
export interface EngineAnswer {
  engine: ChangePreview["engine"];
  /** Of the watched resources; undefined where a guardrail ended the preview. */
  changes: EngineChange[] | undefined;
}

const isWatched = (type: string) => type.startsWith("tierguard:") && !isStructure({ type });

function watchedChanges({ steps }: OperationResult): EngineChange[] {
  return steps.flatMap(({ change, type, name }) =>
    change === "same" || !isWatched(type) ? [] : [{ logicalId: name.replace(/^[^-]*-/, ""), change }],
  );
}

function violation({ policy, pack, mandatory, message }: PolicyViolation) {
  return { policy, pack, mandatory, message };
}

/** A violated guardrail is an answer as well: what changes is to be seen all the same. */
function violated(error: unknown): readonly PolicyViolation[] {
  if (error instanceof OperationError && error.exitCode === ExitCode.GuardrailViolated) {
    return error.violations;
  }
  throw error;
}

/**
 * What the Pulumi program would do, judged by the policy packs, with the state that the user's backend holds.
 * @throws TierguardError where the preview fails, or another state than this one holds the stack.
 */
export async function askEngine(target: DeploymentTarget, context: RunContext): Promise<EngineAnswer> {
  const stack = await openStack(target.pulumi, "pretend");
  try {
    const plan = await planDeployment(stack, target, context);
    const { counts, warnings, violations } = plan;
    return {
      engine: { stack: stack.name, counts, warnings, violations: violations.map(violation) },
      changes: watchedChanges(plan),
    };
  } catch (error) {
    const violations = violated(error).map(violation);
    return { engine: { stack: stack.name, warnings: [], violations }, changes: undefined };
  } finally {
    stack.close();
  }
}
