import { ExitCode, TierguardError } from "../../core/errors";
import { canonicalProperties, type Properties } from "../../core/drift/canonical-properties";
import { differenceName, type PropertyDifference } from "../../core/drift/compare-properties";
import { planPutBack, type PutBack } from "../../core/drift/put-back";
import { describeAwsError, explainAwsFailure } from "../aws-error";
import type { AwsClients } from "../clients";
import { listStackResources } from "../deployed-stack";
import { poll } from "../poll";
import { isHeld } from "../preflight/names-to-look-up";
import { type WatchedArgs, watchedName } from "../watched-args";
import { readWatched, type WatchedState } from "./read-watched";
import { remakeParameter } from "./remake-parameter";
import { type Announce, revertDrift } from "./revert-drift";
import { mentionsStackId, revealStackId, type StackIds } from "./stack-id";
import type { StackRepairs } from "./stack-repairs";
import type { TemplateSpelling } from "./template-spelling";
import { PutBackError, updateResource } from "./update-resource";

/** Milliseconds that AWS is given. */
export interface Patience {
  /** In all, for showing what the template says. */
  whole: number;
  /** For showing what the stack has just created, before it counts as gone. */
  gone: number;
  /** For showing what the stack has just changed, before it counts as changed behind its back. */
  changed: number;
}

/** IAM and Cloud Control show a change a few seconds late. */
export const PATIENCE: Patience = { whole: 30_000, gone: 4_000, changed: 1_000 };

/** What repairing works with; one for all resources of a process. */
export interface Repair {
  repairs: StackRepairs;
  stackIds: StackIds;
  spelling: TemplateSpelling;
  patience: Patience;
  /** Told what a restoration of everything that is gone will do, before it does it. */
  announce: Announce;
}

/** What came of it. */
export interface AsWanted {
  /** Why nobody can say what AWS has; absent where it has what is wanted. */
  unreadable?: string;
  /** What was put back. */
  putBack: PropertyDifference[];
  /** Whether it was gone and is back. */
  restored: boolean;
  /** What AWS has beside what is wanted and no preview has shown: it is left alone. */
  unseen: PropertyDifference[];
}

async function isHeldByStack(aws: AwsClients, { stackName, logicalId, identifier }: WatchedArgs) {
  const resources = await listStackResources(aws, stackName);
  return resources.some(
    (resource) => resource.logicalId === logicalId && resource.physicalId === identifier && isHeld(resource),
  );
}

/** One resource on its way to what is wanted. */
class Repaired {
  readonly result: AsWanted = { putBack: [], restored: false, unseen: [] };
  /** What is wrong with it now, for a message. */
  fault = "";

  constructor(
    private readonly aws: AwsClients,
    private readonly watched: WatchedArgs,
    private readonly seen: Properties | undefined,
    private readonly repair: Repair,
  ) {}

  /** Looks once, and repairs what has been wrong for long enough; true where all is as wanted, or can't be known. */
  async turn(elapsed: number): Promise<boolean> {
    const { aws, watched } = this;
    const { repairs, stackIds, patience } = this.repair;
    await repairs.settled(watched.stackName);
    const state = await readWatched(aws, stackIds, watched);
    switch (state.kind) {
      case "unreadable":
        this.result.unreadable = state.reason;
        return true;
      case "gone":
        this.fault = "it does not exist";
        if (elapsed >= patience.gone) await this.#restore();
        return false;
      case "found":
        return this.#compare(state, elapsed);
    }
  }

  async #restore(): Promise<void> {
    const { aws, watched, repair } = this;
    if (this.result.restored || !(await isHeldByStack(aws, watched))) return;
    this.result.restored = true;
    await repair.repairs.restore(watched.stackName, async () => {
      await revertDrift(aws, watched.stackName, repair.announce);
    });
  }

  async #putBack({ patch, remake }: PutBack): Promise<void> {
    const { aws, watched, repair } = this;
    const wanted = canonicalProperties(watched.type, watched.properties);
    const stackId = mentionsStackId([patch, wanted])
      ? await repair.stackIds.find(aws, watched.stackName)
      : undefined;
    if (remake) await remakeParameter(aws, watched.identifier, revealStackId(wanted, stackId));
    else await updateResource(aws, watched, revealStackId(patch, stackId));
  }

  async #compare({ properties: live }: Extract<WatchedState, { kind: "found" }>, elapsed: number) {
    const { aws, watched, seen, repair } = this;
    const { type } = watched;
    const plan = planPutBack(type, { seen, wanted: watched.properties, live });
    this.result.unseen = plan.unseen;
    if (plan.differences.length === 0) return true;
    this.fault = `AWS has another ${plan.differences.map(differenceName).join(", ")}`;
    if (elapsed < repair.patience.changed) return false;
    await repair.repairs.update(watched.stackName, async () => {
      const wanted = await repair.spelling.find(aws, watched);
      await this.#putBack(planPutBack(type, { seen, wanted, live }));
    });
    this.result.putBack = plan.differences;
    return false;
  }
}

/** What went wrong with a call, in words. Throws where waiting changes nothing. */
function passingFault(error: unknown): string {
  const failure = describeAwsError(error);
  if (failure.kind === "no-credentials" || failure.kind === "bad-credentials") throw error;
  return explainAwsFailure(failure);
}

/**
 * Waits, within bounds, until AWS has what a template says of one resource, and puts back what it does not come to
 * have by itself: what was changed, by Cloud Control, and what is gone, with everything else that is gone of its
 * stack, by a drift-aware change set. It goes no further than the preview did, which began from `seen` (undefined
 * where it showed a creation).
 * @throws TierguardError where it can't be done.
 */
export async function makeAsWanted(
  aws: AwsClients,
  watched: WatchedArgs,
  seen: Properties | undefined,
  repair: Repair,
): Promise<AsWanted> {
  const before = seen === undefined ? undefined : canonicalProperties(watched.type, seen);
  const repaired = new Repaired(aws, watched, before, repair);
  const result = await poll(repair.patience.whole, async (elapsed) => {
    try {
      return (await repaired.turn(elapsed)) ? repaired.result : undefined;
    } catch (error) {
      if (error instanceof TierguardError && !(error instanceof PutBackError && error.passing)) throw error;
      repaired.fault = error instanceof TierguardError ? error.message : passingFault(error);
      return undefined;
    }
  });
  if (result !== undefined) return result;
  throw new TierguardError(
    `${watchedName(watched)} is not as the template says although the stack is done: ${repaired.fault}`,
    { code: "not-as-deployed", exitCode: ExitCode.Failed },
  );
}
