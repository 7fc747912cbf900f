import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { CallContext } from "../../service";
import { ChangeSetStore, type LiveState } from "../change-sets/change-set-record";
import { DriftStore } from "../drift/drift-record";
import { inBackground, Operation } from "../engine/operation";
import { updateStack as runUpdate } from "../engine/update-stack";
import { validationError } from "../errors";
import { planUpdate } from "../plan";
import { type PreparedTemplate, prepareTemplate } from "../prepare";
import type { StackRecord } from "../stack-record";
import { StackStore } from "../stack-store";
import { requireCapabilities } from "../template/capabilities";
import type { ParameterInput } from "../template/parameters";
import { templateText } from "../template/template-source";
import { checkTags, livingStack, wrongState } from "./stack-input";

/** The parts of UpdateStack's input that are looked at. */
export interface UpdateStackInput {
  StackName: string;
  TemplateBody?: string;
  TemplateURL?: string;
  UsePreviousTemplate?: boolean;
  Parameters?: ParameterInput[];
  Capabilities?: string[];
  Tags?: { Key?: string; Value?: string }[];
  DisableRollback?: boolean;
  NotificationARNs?: string[];
  RoleARN?: string;
  StackPolicyBody?: string;
  ClientRequestToken?: string;
}

/** Statuses in which a stack takes an update. */
export const UPDATABLE = [
  "CREATE_COMPLETE",
  "UPDATE_COMPLETE",
  "UPDATE_ROLLBACK_COMPLETE",
  "UPDATE_FAILED",
  "IMPORT_COMPLETE",
];

/** UpdateStack: checks everything that can be checked, then updates in the background. */
export async function updateStack(input: UpdateStackInput, context: CallContext) {
  const store = new StackStore(context);
  const stack = livingStack(store, input.StackName);
  if (!UPDATABLE.includes(stack.status)) throw wrongState(stack, "updated");
  const body = input.UsePreviousTemplate ? store.template(stack.stackId) : await templateText(input, context);
  if (body === undefined) {
    throw validationError("Either Template URL or Template Body must be specified.");
  }
  const changed: StackRecord = {
    ...stack,
    tags: input.Tags === undefined ? stack.tags : checkTags(input.Tags),
    capabilities: input.Capabilities ?? [],
    notificationArns: input.NotificationARNs ?? stack.notificationArns,
    roleArn: input.RoleARN ?? stack.roleArn,
    disableRollback: input.DisableRollback ?? false,
    stackPolicy: input.StackPolicyBody ?? stack.stackPolicy,
    clientRequestToken: input.ClientRequestToken,
  };
  const given = { parameters: input.Parameters ?? [], previous: stack.parameters, stack: changed };
  const plan = await prepareTemplate(body, given, store);
  requireCapabilities(plan.template, changed.capabilities);
  const { changes, outputs } = planUpdate(stack, store.resources(stack.stackId), plan, changed.tags);
  const settings = !isDeepStrictEqual(stack.tags, changed.tags) || stack.status === "UPDATE_FAILED";
  if (changes.length === 0 && !outputs && !settings) throw validationError("No updates are to be performed.");
  // Another request may have come while S3 or the parameter store was read.
  const now = livingStack(store, stack.stackId);
  if (now.operation !== stack.operation) throw wrongState(now, "updated");
  new ChangeSetStore(context).makeObsolete(stack.stackId);
  beginUpdate(store, stack, changed, plan);
  return { StackId: stack.stackId };
}

/** How an update that a change set asks for differs from a plain one. */
export interface UpdateOptions {
  /** What has drifted, to be brought back. */
  live?: LiveState;
  /** Called at the end of the update. */
  finished?: () => void;
}

/** Notes what was there before and lets the update run. */
export function beginUpdate(
  store: StackStore,
  before: StackRecord,
  changed: StackRecord,
  plan: PreparedTemplate,
  options: UpdateOptions = {},
): void {
  const { stackId } = before;
  const believed = store.resources(stackId);
  if (options.live !== undefined) takeAsLive(store, stackId, options.live);
  // After UPDATE_FAILED without a rollback, what was there before the first of the failed updates is the way back.
  const snapshot = store.snapshot(stackId) ?? {
    stack: before,
    template: store.template(stackId),
    resources: store.resources(stackId),
    leftovers: [],
    ...(options.live === undefined ? {} : { believed }),
  };
  store.saveSnapshot(stackId, snapshot);
  const operation = new Operation(store, stackId, randomUUID());
  store.saveTemplate(stackId, plan.body);
  store.save({
    ...changed,
    description: plan.template.Description,
    parameters: plan.parameters,
    lastUpdatedTime: store.context.now().toISOString(),
    operation: operation.id,
    cancelled: false,
    skipped: [],
  });
  new DriftStore(store.context).forget(stackId);
  store.setStatus(stackId, "UPDATE_IN_PROGRESS", "User Initiated");
  inBackground(operation, "UPDATE_ROLLBACK_FAILED", () => runUpdate(operation, plan), options.finished);
}

/** The update starts from what is there: what drifted counts as changed, what is gone as missing. */
function takeAsLive(store: StackStore, stackId: string, live: LiveState): void {
  for (const record of live.modified) store.saveResource(stackId, record);
  for (const logicalId of live.deleted) store.removeResource(stackId, logicalId);
}
