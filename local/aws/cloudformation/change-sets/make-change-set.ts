import { isDeepStrictEqual } from "node:util";
import { toHandlerError } from "../../resource-types/handler-error";
import { failureReason } from "../engine/operation";
import { pace } from "../engine/pace";
import { liveResource, type LiveResource } from "../drift/live-state";
import { planUpdate } from "../plan";
import { type PreparedTemplate, storedTemplate } from "../prepare";
import type { ResourceRecord, StackRecord } from "../stack-record";
import type { StackStore } from "../stack-store";
import { type ChangeSetRecord, ChangeSetStore, type LiveState } from "./change-set-record";
import { changesOf } from "./changes";

const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

/** Plans a change set; what goes wrong makes it FAILED, with the reason. */
export async function makeChangeSet(
  record: ChangeSetRecord,
  plan: PreparedTemplate,
  stacks: StackStore,
): Promise<void> {
  const changeSets = new ChangeSetStore(stacks.context);
  const { changeSetId } = record;
  changeSets.noteMaking(changeSetId);
  try {
    await pace.start();
    changeSets.patch(changeSetId, { status: "CREATE_IN_PROGRESS" });
    await pace.stabilise();
    const made = await planned(record, plan, stacks);
    changeSets.patch(changeSetId, { ...made, status: "CREATE_COMPLETE", executionStatus: "AVAILABLE" });
  } catch (error) {
    changeSets.patch(changeSetId, { status: "FAILED", statusReason: failureReason(error) });
  } finally {
    changeSets.noteMade(changeSetId);
  }
}

/** Throws where there is nothing to change, or where what is there can't be read. */
async function planned(
  record: ChangeSetRecord,
  wanted: PreparedTemplate,
  stacks: StackStore,
): Promise<Partial<ChangeSetRecord>> {
  const stack = stacks.find(record.stackId)!;
  const records = stacks.resources(stack.stackId);
  const driftAware = record.deploymentMode === "REVERT_DRIFT";
  const resources = driftAware ? await readAll(records, stacks) : undefined;
  const live = resources === undefined ? undefined : liveState(resources);
  const plan = planUpdate(stack, withLiveState(records, live), wanted, record.tags);
  const before = record.type === "CREATE" ? undefined : storedTemplate(stack, stacks);
  const changes = changesOf(plan, new Map(records.map((resource) => [resource.logicalId, resource])), {
    before,
    wanted,
    changedParameters: changedParameters(stack, wanted),
    live:
      resources === undefined ? undefined : new Map(resources.map((item) => [item.record.logicalId, item])),
    now: stacks.context.now().toISOString(),
  });
  const settings =
    record.type === "CREATE" ||
    !isDeepStrictEqual(stack.tags, record.tags) ||
    stack.status === "UPDATE_FAILED";
  if (changes.length === 0 && !plan.outputs && !settings) throw new Error(NO_CHANGES);
  if (live === undefined) return { changes };
  const drifted = live.modified.length + live.deleted.length > 0;
  return { changes, live, stackDriftStatus: drifted ? "DRIFTED" : "IN_SYNC" };
}

async function readAll(records: readonly ResourceRecord[], { context }: StackStore): Promise<LiveResource[]> {
  return Promise.all(
    records.map(async (record) => {
      try {
        return await liveResource(record, context);
      } catch (error) {
        throw toHandlerError(error, record.type);
      }
    }),
  );
}

function liveState(resources: readonly LiveResource[]): LiveState {
  return {
    modified: resources.flatMap((resource) => (resource.status === "MODIFIED" ? [resource.live] : [])),
    deleted: resources.flatMap(({ status, record }) => (status === "DELETED" ? [record.logicalId] : [])),
  };
}

/** A stack's resources as they are: with what drifted, without what is gone. */
export function withLiveState(
  records: readonly ResourceRecord[],
  live: LiveState | undefined,
): ResourceRecord[] {
  const modified = new Map(live?.modified.map((record) => [record.logicalId, record]));
  return records
    .filter((record) => live?.deleted.includes(record.logicalId) !== true)
    .map((record) => modified.get(record.logicalId) ?? record);
}

function changedParameters(stack: StackRecord, wanted: PreparedTemplate): Set<string> {
  const before = new Map(stack.parameters.map((parameter) => [parameter.key, parameter]));
  return new Set(
    wanted.parameters
      .filter((parameter) => !isDeepStrictEqual(before.get(parameter.key), parameter))
      .map((parameter) => parameter.key),
  );
}
