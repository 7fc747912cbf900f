import { describeAwsError } from "../../aws/aws-error";
import type { AwsClients } from "../../aws/clients";
import { type DeployedStack, listStackResources } from "../../aws/deployed-stack";
import { takeWayOut } from "../../aws/recovery/take-way-out";
import { type WayOut, wayOut } from "../../aws/recovery/way-out";
import { describeRootCause, lastOperationEvents, rootCause, type StackEvent } from "../../aws/stack-events";
import { ExitCode, TierguardError } from "../../core/errors";
import type { ProductContext } from "../action";
import { findOwnStack } from "../deployment/find-deployed";
import { deploymentTarget } from "../deployment/target";

/** An event of the operation that led into the state. */
export type RecordedEvent = {
  /** ISO 8601, UTC. */
  time: string;
  logicalId: string;
  type: string;
  status: string;
  reason: string;
};

/** What a recovery did, or would do. */
export type RecoverResult = {
  /** `ready` where there is nothing to recover, `refused` where --force is missing or no way out is known. */
  outcome: "recovered" | "ready" | "would-recover" | "refused";
  stackName: string;
  region: string;
  /** `absent` where there is no stack. */
  status: string;
  statusReason?: string;
  /** What the state means and what leads out of it, a sentence. */
  way?: string;
  /** The same with AWS's own command line. */
  command?: string;
  /** The first failure of the operation that led into the state. */
  cause?: string;
  /** Resources that a rollback failed at. */
  failedResources: string[];
  /** Resources that were left as they are: they may differ from the template. */
  skipped: string[];
  statusAfter?: string;
  /** Events of the operation that led into the state, in their order. */
  events: RecordedEvent[];
};

function skippedIn({ options }: ProductContext): string[] {
  const given = typeof options.skipResources === "string" ? options.skipResources : "";
  return given
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
}

function checkSkipped(skip: readonly string[], failed: readonly string[], status: string): void {
  const wrong = skip.filter((id) => !failed.includes(id));
  if (skip.length === 0 || (wrong.length === 0 && status === "UPDATE_ROLLBACK_FAILED")) return;
  throw new TierguardError(
    status === "UPDATE_ROLLBACK_FAILED"
      ? `--skip-resources names ${wrong.join(", ")}, at which no rollback failed`
      : `--skip-resources is for a stack in UPDATE_ROLLBACK_FAILED; this one is in ${status}`,
    {
      code: "usage",
      exitCode: ExitCode.BadInput,
      hint: failed.length === 0 ? "leave it out" : `resources that it failed at: ${failed.join(", ")}`,
    },
  );
}

async function eventsOf(aws: AwsClients, stack: DeployedStack): Promise<StackEvent[]> {
  try {
    return await lastOperationEvents(aws, stack.id, new Date(0));
  } catch (error) {
    // Without events there is no cause to tell, and still a way out.
    if (describeAwsError(error).kind === "denied") return [];
    throw error;
  }
}

async function failedResources(aws: AwsClients, { id, status }: DeployedStack): Promise<string[]> {
  if (status !== "UPDATE_ROLLBACK_FAILED") return [];
  const resources = await listStackResources(aws, id);
  return resources.filter((one) => one.status === "UPDATE_FAILED").map(({ logicalId }) => logicalId);
}

function recorded(event: StackEvent): RecordedEvent {
  const { timestamp, logicalId, type, status, reason } = event;
  return { time: timestamp.toISOString(), logicalId, type, status, reason };
}

type Facts = Omit<RecoverResult, "outcome">;

async function factsOf(aws: AwsClients, stack: DeployedStack, skip: string[], way: WayOut): Promise<Facts> {
  if (way.kind === "none") {
    return { ...base(stack.name, aws.region, stack.status), skipped: [] };
  }
  const events = await eventsOf(aws, stack);
  const cause = rootCause(events);
  return {
    ...base(stack.name, aws.region, stack.status),
    ...(stack.statusReason === undefined ? {} : { statusReason: stack.statusReason }),
    way: way.what,
    ...("command" in way ? { command: way.command } : {}),
    ...(cause === undefined ? {} : { cause: describeRootCause(cause) }),
    failedResources: await failedResources(aws, stack),
    skipped: skip,
    events: events.reverse().map(recorded),
  };
}

function base(stackName: string, region: string, status: string) {
  return { stackName, region, status, failedResources: [], skipped: [], events: [] };
}

/**
 * Says what state the environment's stack is in and, where --force allows it, takes AWS's way out of it.
 * @throws TierguardError where the stack is not ours, or AWS could not go the way.
 */
export async function recoverStack(context: ProductContext): Promise<RecoverResult> {
  const { force, dryRun, signal, progress, log } = context;
  const target = deploymentTarget(context);
  const { aws, blueprint } = target;
  const stack = await findOwnStack(target);
  const skip = skippedIn(context);
  if (stack === undefined) return { ...base(blueprint.stackName, aws.region, "absent"), outcome: "ready" };
  const way = wayOut(stack, { region: aws.region, skip });
  const facts = await factsOf(aws, stack, skip, way);
  checkSkipped(skip, facts.failedResources, stack.status);
  for (const { time, logicalId, status, reason } of facts.events) {
    log.info(`event ${time} ${logicalId} ${status}${reason === "" ? "" : `: ${reason}`}`);
  }
  if (way.kind === "none") return { ...facts, outcome: "ready" };
  if (dryRun) return { ...facts, outcome: "would-recover" };
  if (!force || way.kind === "unknown") return { ...facts, outcome: "refused" };
  progress(`${stack.name} is in ${stack.status}: ${"command" in way ? way.command : "waiting"}`);
  const statusAfter = await takeWayOut(aws, stack, way, { skip, signal });
  return { ...facts, outcome: "recovered", statusAfter };
}
