import { findStack } from "../../aws/deployed-stack";
import { ExitCode, TierguardError } from "../../core/errors";
import type { RunContext } from "../action";
import { isStructure, type ResourceStep } from "../automation/engine-events";
import type { OperationResult } from "../automation/operation";
import type { OperationOptions, PulumiStack } from "../automation/pulumi-stack";
import type { DeploymentTarget } from "./target";

const STACK_TYPE = "aws-native:cloudformation:Stack";

/** What becomes of one resource, as a result tells it. */
export type ChangedResource = Pick<ResourceStep, "change" | "type" | "name" | "id" | "properties">;

/** The resources that an operation changes, without those that are only there for the program. */
export function changedResources({ steps }: Pick<OperationResult, "steps">): ChangedResource[] {
  return steps
    .filter((step) => step.change !== "same" && !isStructure(step))
    .map(({ change, type, name, id, properties }) => ({
      ...{ change, type, name },
      ...(id === undefined ? {} : { id }),
      properties,
    }));
}

/** Where the engine's words go, and what interrupts it. */
export type EngineWords = Pick<RunContext, "progress" | "log" | "onAwsCall"> &
  Pick<OperationOptions, "signal" | "refresh">;

/** How the engine's words reach the user: resources as progress, everything that it prints in a verbose log. */
export function engineOptions({ progress, log, onAwsCall, signal, refresh }: EngineWords): OperationOptions {
  return {
    ...{ progress, onAwsCall },
    ...(signal === undefined ? {} : { signal }),
    ...(refresh === undefined ? {} : { refresh }),
    output: (text) => log.debug(text.trimEnd()),
  };
}

/**
 * What `up` is going to do, judged by the policy packs before anything is written.
 * @throws TierguardError where a guardrail is violated, or another state than this one holds the stack.
 */
export async function planDeployment(
  stack: PulumiStack,
  target: DeploymentTarget,
  context: EngineWords,
): Promise<OperationResult> {
  context.progress("preview: working out what changes");
  const plan = await stack.preview({
    ...engineOptions(context),
    progress: (line) => context.log.debug(line),
  });
  await assertSameState(stack, target, plan);
  return plan;
}

/** To Pulumi a stack that its state does not hold is to be created; AWS would refuse that, and leave half of it. */
async function assertSameState(
  stack: PulumiStack,
  { aws, blueprint, product }: DeploymentTarget,
  plan: OperationResult,
): Promise<void> {
  const creates = plan.steps.some(({ type, change }) => type === STACK_TYPE && change === "create");
  if (!creates) return;
  const deployed = await findStack(aws, blueprint.stackName);
  if (deployed === undefined || ["ROLLBACK_COMPLETE", "DELETE_COMPLETE"].includes(deployed.status)) return;
  throw new TierguardError(
    `The stack ${deployed.name} exists, but the state of the Pulumi stack ${stack.name} does not hold it: it was deployed from another Pulumi stack or backend`,
    {
      code: "other-state",
      exitCode: ExitCode.Failed,
      hint: `use that one (--stack NAME, PULUMI_BACKEND_URL), or take the stack over with: pulumi import ${STACK_TYPE} ${product}-stack ${deployed.id}`,
    },
  );
}
