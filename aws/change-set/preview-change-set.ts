import type { CloudFormation } from "@aws-sdk/client-cloudformation";
import { randomBytes } from "node:crypto";
import { ExitCode, TierguardError } from "../../core/errors";
import type { Delivery } from "../../core/template/delivery";
import { describeAwsError, explainAwsFailure } from "../aws-error";
import type { AwsClients } from "../clients";
import { poll } from "../poll";
import type { ChangeSetChange, ChangeSetPreview } from "../../core/changes/change-set";
import { isRefusal } from "./is-refusal";
import { type ChangeSetName, readChanges } from "./read-changes";
import { reachTemplate, type TemplateInput } from "./template-upload";

/** Milliseconds. */
const READY_TIMEOUT = 5 * 60_000;
const REMOVAL_TIMEOUT = 60_000;

/** The stack, and what it would become. */
export interface PreviewRequest {
  /** ARN of the deployed stack. */
  stackId: string;
  accountId: string;
  delivery: Delivery;
  tags: Readonly<Record<string, string>>;
}

/** CloudFormation gave an answer, but none that says what would change. */
class NoAnswer extends Error {}

/** Waits for the change set; what it does, nothing where CloudFormation found no difference. */
async function awaitChanges(
  cloudFormation: CloudFormation,
  name: ChangeSetName,
  signal: AbortSignal,
): Promise<ChangeSetChange[]> {
  const look = async () => {
    const { Status, StatusReason = "AWS gives no reason" } = await cloudFormation.describeChangeSet(name, {
      abortSignal: signal,
    });
    if (Status === "CREATE_COMPLETE") return readChanges(cloudFormation, name, signal);
    if (Status !== "FAILED") return undefined;
    // The words in which CloudFormation says that there is nothing to do.
    if (/didn't contain changes|No updates are to be performed/i.test(StatusReason)) return [];
    throw new NoAnswer(`CloudFormation made no change set: ${StatusReason}`);
  };
  const changes = await poll(READY_TIMEOUT, look, signal);
  if (changes === undefined) throw new NoAnswer("the change set was not ready within five minutes");
  return changes;
}

/** Removes a change set, whatever came of it; why it could not be, where it could not. */
async function removeChangeSet(
  cloudFormation: CloudFormation,
  name: ChangeSetName,
): Promise<string | undefined> {
  let last = "";
  const removed = await poll(REMOVAL_TIMEOUT, async () => {
    try {
      await cloudFormation.deleteChangeSet(name);
      return "removed";
    } catch (error) {
      const failure = describeAwsError(error);
      if (failure.kind === "not-found" || failure.code === "ChangeSetNotFoundException") return "removed";
      last = explainAwsFailure(failure);
      // One that is still being made can't be deleted yet.
      return failure.code === "InvalidChangeSetStatusException" ? undefined : "failed";
    }
  });
  return removed === "removed" ? undefined : `the change set ${name.ChangeSetName}: ${last}`;
}

interface Making extends ChangeSetName {
  template: TemplateInput;
  tags: PreviewRequest["tags"];
  signal: AbortSignal;
}

/** What a change set does that is made for this question; what could not be removed of it goes to `left`. */
async function askByChangeSet(
  cloudFormation: CloudFormation,
  { template, tags, signal, ...name }: Making,
  left: string[],
): Promise<ChangeSetChange[]> {
  let made = true;
  try {
    // Not broken off by the signal: it could arrive when it is removed already.
    await cloudFormation
      .createChangeSet({
        ...name,
        ...template,
        ChangeSetType: "UPDATE",
        Capabilities: ["CAPABILITY_NAMED_IAM"],
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
        Description: "Shows what a deployment would change; it is removed at once",
      })
      .catch((error: unknown) => {
        made = !isRefusal(error);
        throw error;
      });
    signal.throwIfAborted();
    return await awaitChanges(cloudFormation, name, signal);
  } finally {
    const remains = made ? await removeChangeSet(cloudFormation, name) : undefined;
    if (remains !== undefined) left.push(remains);
  }
}

function leftBehind(left: readonly string[], cause?: unknown): TierguardError {
  return new TierguardError(`What was made for the preview could not be removed: ${left.join("; ")}`, {
    code: "preview-left-behind",
    exitCode: ExitCode.Failed,
    hint: "remove it by hand: it changes nothing, but it is not to stay",
    cause,
  });
}

/** Why CloudFormation was not asked, or gave no answer; throws what is not about this call alone. */
function reasonFor(error: unknown): string {
  if (error instanceof NoAnswer) return error.message;
  const failure = describeAwsError(error);
  const elsewhere = ["no-credentials", "bad-credentials", "unreachable"].includes(failure.kind);
  // What is no answer of AWS's is no reason to go on without one.
  if (elsewhere || (error as { $metadata?: object }).$metadata === undefined) throw error;
  return failure.kind === "denied" ? deniedReason(failure.message) : explainAwsFailure(failure);
}

function deniedReason(message: string): string {
  const action = /not authorized to perform: ([\w-]+:\w+)/.exec(message)?.[1];
  return action === undefined ? `a call was denied: ${message}` : `${action} is denied`;
}

/**
 * Asks CloudFormation what it would do with a deployed stack, by a change set that is never executed. The change set,
 * and the template that was uploaded for it, are removed whatever happens. Where there is no answer the reason is told.
 * Throws the signal's reason, TierguardError where something could not be removed, and what keeps every call from AWS.
 */
export async function previewChangeSet(
  aws: AwsClients,
  request: PreviewRequest,
  signal: AbortSignal,
): Promise<ChangeSetPreview> {
  const cloudFormation = await aws.cloudFormation();
  const { accountId, delivery, tags, stackId } = request;
  const id = randomBytes(4).toString("hex");
  const name = { StackName: stackId, ChangeSetName: `tierguard-preview-${id}` };
  const left: string[] = [];
  let answer: ChangeSetPreview;
  try {
    signal.throwIfAborted();
    const template = await reachTemplate(aws, delivery, { id, accountId });
    try {
      signal.throwIfAborted();
      const making = { ...name, template: template.input, tags, signal };
      answer = { way: "change set", changes: await askByChangeSet(cloudFormation, making, left) };
    } finally {
      const remains = await template.remove();
      if (remains !== undefined) left.push(remains);
    }
  } catch (error) {
    if (left.length > 0) throw leftBehind(left, error);
    signal.throwIfAborted();
    answer = { way: "templates only", reason: reasonFor(error) };
  }
  if (left.length > 0) throw leftBehind(left);
  return answer;
}
