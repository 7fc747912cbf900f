import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { notImplemented } from "../../protocol/invoker";
import { AwsError, type CallContext } from "../../service";
import { type ChangeSetRecord, ChangeSetStore } from "../change-sets/change-set-record";
import { makeChangeSet } from "../change-sets/make-change-set";
import { constraintError, stackNotFound, validationError } from "../errors";
import { prepareTemplate } from "../prepare";
import type { StackRecord } from "../stack-record";
import { StackStore } from "../stack-store";
import { requireCapabilities } from "../template/capabilities";
import type { ParameterInput } from "../template/parameters";
import { templateText } from "../template/template-source";
import { newStack } from "./create-stack";
import { checkStackName, checkTags, wrongState } from "./stack-input";
import { UPDATABLE } from "./update-stack";

/** The parts of CreateChangeSet's input that are looked at. */
export interface CreateChangeSetInput {
  StackName: string;
  ChangeSetName: string;
  ChangeSetType?: string;
  TemplateBody?: string;
  TemplateURL?: string;
  UsePreviousTemplate?: boolean;
  Parameters?: ParameterInput[];
  Capabilities?: string[];
  Tags?: { Key?: string; Value?: string }[];
  NotificationARNs?: string[];
  RoleARN?: string;
  Description?: string;
  IncludeNestedStacks?: boolean;
  ImportExistingResources?: boolean;
  OnStackFailure?: ChangeSetRecord["onStackFailure"];
  DeploymentMode?: ChangeSetRecord["deploymentMode"];
}

const NAME = /^[a-zA-Z][-a-zA-Z0-9]*$/;
const ON_FAILURE = ["DO_NOTHING", "ROLLBACK", "DELETE"];

/** CreateChangeSet: checks the request and the template, then plans in the background. */
export async function createChangeSet(input: CreateChangeSetInput, context: CallContext) {
  checkInput(input);
  const store = new StackStore(context);
  const type = input.ChangeSetType === "CREATE" ? "CREATE" : "UPDATE";
  const found = store.find(input.StackName);
  const stack = type === "CREATE" ? reviewedStack(found, input, context) : updatableStack(found, input);
  const body = input.UsePreviousTemplate ? store.template(stack.stackId) : await templateText(input, context);
  if (body === undefined) throw validationError("Either Template URL or Template Body must be specified.");
  const tags = input.Tags === undefined ? stack.tags : checkTags(input.Tags);
  const given = {
    parameters: input.Parameters ?? [],
    previous: type === "CREATE" ? [] : stack.parameters,
    stack: { ...stack, tags },
  };
  const plan = await prepareTemplate(body, given, store);
  requireCapabilities(plan.template, input.Capabilities ?? []);
  const record = newChangeSet(input, context, {
    type,
    stackId: stack.stackId,
    stackName: stack.stackName,
    template: body,
    parameters: plan.parameters,
    tags,
    notificationArns: input.NotificationARNs ?? stack.notificationArns,
  });
  const changeSets = new ChangeSetStore(context);
  const existing = changeSets.ofStack(stack.stackId).find(({ name }) => name === record.name);
  if (existing !== undefined) return sameRequest(existing, record);
  if (found === undefined) {
    store.save(stack);
    store.setStatus(stack.stackId, "REVIEW_IN_PROGRESS", "User Initiated");
    store.patch(stack.stackId, { changeSetId: record.changeSetId });
  }
  changeSets.save(record);
  void makeChangeSet(record, plan, store);
  return { Id: record.changeSetId, StackId: stack.stackId };
}

function checkInput(input: CreateChangeSetInput): void {
  checkStackNameOrId(input.StackName);
  if (!NAME.test(input.ChangeSetName) || input.ChangeSetName.length > 128) {
    const rule = "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*";
    throw constraintError("changeSetName", input.ChangeSetName, rule);
  }
  const { ChangeSetType: type = "UPDATE", OnStackFailure: onFailure, DeploymentMode: mode } = input;
  if (type === "IMPORT") throw notImplemented("cloudformation", "CreateChangeSet of type IMPORT");
  if (!["CREATE", "UPDATE"].includes(type))
    throw notInSet("changeSetType", type, ["CREATE", "UPDATE", "IMPORT"]);
  if (onFailure !== undefined && !ON_FAILURE.includes(onFailure)) {
    throw notInSet("onStackFailure", onFailure, ON_FAILURE);
  }
  if (onFailure === "DELETE" && type !== "CREATE") {
    throw validationError("OnStackFailure=DELETE is only valid for ChangeSetType=CREATE.");
  }
  if (mode === undefined) return;
  if (mode !== "REVERT_DRIFT") throw notInSet("deploymentMode", mode, ["REVERT_DRIFT"]);
  if (type !== "UPDATE")
    throw validationError("DeploymentMode REVERT_DRIFT is only valid for ChangeSetType UPDATE.");
}

function checkStackNameOrId(name: string): void {
  if (!name.startsWith("arn:")) checkStackName(name);
}

function notInSet(member: string, value: string, values: readonly string[]): AwsError {
  return constraintError(member, value, `Member must satisfy enum value set: [${values.join(", ")}]`);
}

function updatableStack(found: StackRecord | undefined, input: CreateChangeSetInput): StackRecord {
  if (found === undefined || found.status === "DELETE_COMPLETE") throw stackMissing(input.StackName);
  if (!UPDATABLE.includes(found.status)) throw wrongState(found, "updated");
  return found;
}

/** The stack that is to be created: one that an earlier change set has announced, or a new one. */
function reviewedStack(
  found: StackRecord | undefined,
  input: CreateChangeSetInput,
  context: CallContext,
): StackRecord {
  if (found?.status === "REVIEW_IN_PROGRESS") return found;
  if (found !== undefined && found.status !== "DELETE_COMPLETE") {
    const { StackName: stack, ChangeSetName: changeSet } = input;
    throw validationError(
      `Stack [${stack}] already exists and cannot be created again with the changeSet [${changeSet}].`,
    );
  }
  if (input.StackName.startsWith("arn:")) throw stackNotFound(input.StackName);
  const { StackName, Tags, NotificationARNs, RoleARN } = input;
  const stack = newStack({ StackName, Tags, NotificationARNs, RoleARN }, context);
  return { ...stack, status: "REVIEW_IN_PROGRESS" };
}

/** CreateChangeSet has a wording of its own for it. */
function stackMissing(name: string): AwsError {
  return validationError(`Stack [${name}] does not exist`);
}

function newChangeSet(
  input: CreateChangeSetInput,
  context: CallContext,
  decided: Pick<
    ChangeSetRecord,
    "type" | "stackId" | "stackName" | "template" | "parameters" | "tags" | "notificationArns"
  >,
): ChangeSetRecord {
  const { partition, region, caller } = context;
  const name = input.ChangeSetName;
  return {
    ...decided,
    changeSetId: `arn:${partition}:cloudformation:${region}:${caller.accountId}:changeSet/${name}/${randomUUID()}`,
    name,
    description: input.Description,
    status: "CREATE_PENDING",
    executionStatus: "UNAVAILABLE",
    creationTime: context.now().toISOString(),
    capabilities: input.Capabilities ?? [],
    roleArn: input.RoleARN,
    onStackFailure: input.OnStackFailure,
    includeNestedStacks: input.IncludeNestedStacks ?? false,
    importExistingResources: input.ImportExistingResources ?? false,
    deploymentMode: input.DeploymentMode,
    changes: [],
  };
}

/** The same request again gets the same answer; another one under a name in use is refused. */
function sameRequest(existing: ChangeSetRecord, record: ChangeSetRecord) {
  const compared = {
    Template: "template",
    Parameters: "parameters",
    Tags: "tags",
    Capabilities: "capabilities",
    DeploymentMode: "deploymentMode",
  } as const;
  for (const [attribute, member] of Object.entries(compared)) {
    if (isDeepStrictEqual(existing[member], record[member])) continue;
    throw new AwsError(
      "AlreadyExistsException",
      `ChangeSet ${existing.name} cannot be created due to a mismatch with existing attribute ${attribute}`,
      400,
    );
  }
  return { Id: existing.changeSetId, StackId: existing.stackId };
}
