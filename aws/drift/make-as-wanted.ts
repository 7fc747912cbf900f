import { ExitCode, TierguardError } from "../../core/errors";
import { canonicalProperties, type Properties } from "../../core/drift/canonical-properties";
import { differenceName, type PropertyDifference } from "../../core/drift/compare-properties";
import { inWordsOfAws, patched, planPutBack, type PutBack } from "../../core/drift/put-back";
import { fillReferences, referencesIn } from "../../core/template/open-references";
import { describeAwsError, explainAwsFailure } from "../aws-error";
import type { AwsClients } from "../clients";
import { listStackResources } from "../deployed-stack";
import { poll } from "../poll";
import { isHeld } from "../preflight/names-to-look-up";
import { serviceReader } from "../readers";
import { type WatchedArgs, watchedName } from "../watched-args";
import { keepPendingKeys } from "./pending-keys";
import { readWatched, type WatchedState } from "./read-watched";
import { remakeParameter } from "./remake-parameter";
import { type Announce, revertDrift } from "./revert-drift";
import type { StackReferences, StackValues } from "./stack-references";
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
  references: StackReferences;
  spelling: TemplateSpelling;
  patience: Patience;
  /** Told what a restoration of everything that is gone will do, before it does it. */
  announce: Announce;
  /** Told of keys that waited for their deletion and were kept instead. */
  announceKept: (keyIds: readonly string[]) => Promise<void>;
}

/** What came of it. */
export interface AsWanted {
  /** Cloud Control's identifier, as AWS knows it; absent where that is not known. */
  identifier?: string;
  /** Why nobody can say what AWS has; absent where it has what is wanted. */
  unreadable?: string;
  /** What was put back. */
  putBack: PropertyDifference[];
  /** Whether it was gone and is back. */
  restored: boolean;
  /** Whether that is the same one, which was only waiting for its deletion. */
  kept: boolean;
  /** What AWS has beside what is wanted and no preview has shown: it is left alone. */
  unseen: PropertyDifference[];
}

/** Whether the stack has the resource, as far as its names go: of some types they are only parts of the identifier. */
async function isHeldByStack(aws: AwsClients, { stackName, logicalId, identifier }: WatchedArgs) {
  const resources = await listStackResources(aws, stackName);
  const open = referencesIn(identifier).size > 0;
  return resources.some(
    (resource) =>
      resource.logicalId === logicalId &&
      isHeld(resource) &&
      (open || identifier.includes(resource.physicalId)),
  );
}

/** Cloud Control's handler error codes of what the stack alone can put back. */
const BY_THE_STACK = new Set(["NotFound", "NotUpdatable"]);

type Found = Extract<WatchedState, { kind: "found" }>;

/** One resource on its way to what is wanted. */
class Repaired {
  readonly result: AsWanted = { putBack: [], restored: false, kept: false, unseen: [] };
  /** What is wrong with it now, for a message. */
  fault = "";
  #restoredStack = false;
  /** How many restorations there had been of the stack when the resource was gone; undefined where it was not. */
  #goneBefore: number | undefined;
  /** What the stack's references stood for when something was wrong first. */
  #outdated: StackValues | undefined;

  constructor(
    private readonly aws: AwsClients,
    private readonly watched: WatchedArgs,
    private readonly seen: Properties | undefined,
    private readonly repair: Repair,
  ) {}

  /** Looks once, and repairs what has been wrong for long enough; true where all is as wanted, or can't be known. */
  async turn(elapsed: number): Promise<boolean> {
    const { aws, watched } = this;
    const { repairs, references, patience } = this.repair;
    await repairs.settled(watched.stackName);
    const state = await readWatched(aws, references, watched);
    switch (state.kind) {
      case "unreadable":
        this.result.unreadable = state.reason;
        return true;
      case "unresolved":
        this.fault = state.reason;
        this.#askAnew(watched.properties);
        return false;
      case "gone":
        this.fault = "it does not exist";
        this.#goneBefore = repairs.restorations(watched.stackName);
        this.result.kept = state.note !== undefined;
        if (!this.#askAnew(watched.identifier) && elapsed >= patience.gone) await this.#restore();
        return false;
      case "found":
        return this.#compare(state, elapsed);
    }
  }

  /** Has references in a value asked for anew, which may be from before the stack was done; true where that is worth a look. */
  #askAnew(value: unknown): boolean {
    const { aws, watched, repair } = this;
    if (this.#outdated !== undefined || referencesIn(value).size === 0) return false;
    this.#outdated = repair.references.of(aws, watched.stackName);
    repair.references.forget(aws, watched.stackName, this.#outdated);
    return true;
  }

  async #restore(): Promise<void> {
    const { aws, watched } = this;
    if (this.#restoredStack || !(await isHeldByStack(aws, watched))) return;
    await this.#restoreStack();
  }

  /** Makes everything that is gone again, once. */
  async #restoreStack(): Promise<void> {
    const { aws, watched, repair } = this;
    if (this.#restoredStack) return;
    this.#restoredStack = true;
    await repair.repairs.restore(watched.stackName, async () => {
      const outdated = repair.references.of(aws, watched.stackName);
      const kept = await keepPendingKeys(aws, watched.stackName);
      if (kept.length > 0) await repair.announceKept(kept);
      await revertDrift(aws, watched.stackName, repair.announce);
      repair.references.forget(aws, watched.stackName, outdated);
    });
  }

  async #putBack(plan: PutBack, found: Found): Promise<void> {
    const { aws, watched } = this;
    const { identifier, properties: live, values } = found;
    const filled = <T>(value: T) => fillReferences(value, values) as T;
    const resource = { ...watched, identifier, properties: filled(watched.properties) };
    const reader = serviceReader(watched.type);
    if (reader !== undefined) {
      const states = { target: filled(patched(live, plan.patch)), live: filled(live) };
      await reader.write(aws, resource, states);
    } else if (plan.remake) {
      const wanted = canonicalProperties(watched.type, watched.properties);
      await remakeParameter(aws, identifier, filled(wanted));
    } else await updateResource(aws, resource, inWordsOfAws(watched.type, filled(plan.patch), found.live));
  }

  async #compare(found: Found, elapsed: number) {
    const { properties: live } = found;
    this.result.identifier = found.identifier;
    const { aws, watched, seen, repair } = this;
    // Another resource may have asked for the restoration first.
    if (this.#goneBefore !== undefined && repair.repairs.restorations(watched.stackName) > this.#goneBefore) {
      this.result.restored = true;
    }
    const { type } = watched;
    const plan = planPutBack(type, { seen, wanted: watched.properties, live });
    this.result.unseen = plan.unseen;
    if (plan.differences.length === 0) return true;
    this.fault = `AWS has another ${plan.differences.map(differenceName).join(", ")}`;
    if (this.#askAnew(watched.properties) || elapsed < repair.patience.changed) return false;
    try {
      await repair.repairs.update(watched.stackName, async () => {
        const wanted = await repair.spelling.find(aws, watched);
        await this.#putBack(planPutBack(type, { seen, wanted, live }), found);
      });
    } catch (error) {
      // What it refers to, such as a policy to attach, is gone itself, or only a new resource can have what is wanted.
      if (!(error instanceof PutBackError) || !BY_THE_STACK.has(error.errorCode)) throw error;
      await this.#restoreStack();
    }
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
