import type { Credentials } from "@aws-sdk/client-sts";
import { join } from "node:path";
import { connectToAws } from "../../aws/clients";
import { inParallel } from "../../aws/in-parallel";
import { type Variant, VARIANTS } from "../../core/operator-policy/variants";
import type { PolicyDocument, Statement } from "../../core/security/policy-document";
import { matchesArn } from "../../core/analysis/wildcard";
import type { LifeMemory, LifeStep, LifeWorld } from "./life-step";
import { OperatorAccount } from "./operator-account";
import type { Operated, ProofSubject } from "./proof-subject";
import { withKeys } from "./session-environment";

/** One step that was lived, and where it can be lived again. */
export interface LivedStep {
  step: LifeStep;
  /** The state before it. */
  snapshot: string;
  memory: LifeMemory;
  /** What it said. */
  said: string[];
  asked: { action: string; resource: string }[];
  /** Milliseconds that it took: what takes least is tried first. */
  took: number;
}

/** What comes of taking an action out of a statement. */
export interface Removal {
  sid: string;
  action: string;
  /** `fails`: a step does; `unknown`: a step only says something else; `nothing`: nobody would notice. */
  effect: "fails" | "unknown" | "nothing";
}

/** Lives at once: what they wait for is mostly each other's clocks. */
const AT_ONCE = 12;

/** Milliseconds: what is put back with all rights comes in the end, what waits for a missing one does not. */
const PATIENT = 120_000;
const HURRIED = 5_000;

/** The life of a stack as the operator of one variant, with exactly the exported policies. */
export class OperatorProof {
  readonly lived: LivedStep[] = [];
  private account!: OperatorAccount;
  private operated!: Operated;
  private runs = 0;

  /** @param directory A folder of its own for the states. */
  constructor(
    private readonly subject: ProofSubject,
    private readonly variant: Variant,
    private readonly directory: string,
  ) {}

  /** Lives through the steps that the variant is for, or the named ones of them. Throws at the first that fails. */
  async live({
    mfa = VARIANTS[this.variant].mfa,
    only,
  }: { mfa?: boolean; only?: string[] } = {}): Promise<void> {
    this.account = await this.newAccount(mfa);
    const memory: LifeMemory = {};
    try {
      const steps = this.operated.life.filter(({ name }) => only?.includes(name) !== false);
      for (const step of steps) {
        if (step.apart !== true) await this.liveStep(step, memory);
        else if (step === steps.find(({ apart }) => apart)) {
          await this.liveApart(
            steps.filter(({ apart }) => apart),
            memory,
          );
        }
      }
    } finally {
      await this.account.close();
    }
  }

  /** The steps that the variant is not for. Only after `live`. */
  get others(): LifeStep[] {
    return this.operated.life.filter((step) => !this.plays(step));
  }

  /** What comes of each action's removal from each statement. Only after `live`. */
  async removals(): Promise<Removal[]> {
    const pairs = this.statements.flatMap(({ Sid = "", Action }) =>
      Action.map((action) => ({ sid: Sid, action })),
    );
    return withKeys(this.account.session, () =>
      inParallel(
        pairs,
        async (pair) => ({ ...pair, effect: await this.effectOf(pair.sid, pair.action) }),
        AT_ONCE,
      ),
    );
  }

  /** Lives one step again from its snapshot, by default with the whole policies. Only after `live`. */
  async again(lived: LivedStep, policies = this.operated.policies): Promise<string[]> {
    return (await this.inCopy(lived.step, lived, policies)).said;
  }

  /** Lives a step in an account that is as a snapshot has it. */
  private async inCopy(
    step: LifeStep,
    { snapshot, memory }: Pick<LivedStep, "snapshot" | "memory">,
    policies = this.operated.policies,
  ): Promise<Pick<LivedStep, "said" | "asked">> {
    const stateFile = join(this.directory, `run-${(this.runs += 1)}.json`);
    const account = await OperatorAccount.restore(snapshot, stateFile, this.account);
    try {
      for (const [index, policy] of policies.entries()) {
        if (policy !== this.operated.policies[index]) await account.setPolicy(index, policy);
      }
      const world = this.world(account, { ...memory });
      if (policies !== this.operated.policies) world.patience = HURRIED;
      const said = await this.run(step, world, account.session);
      return { said, asked: await account.askedRights() };
    } finally {
      await account.close();
    }
  }

  /** Lives any step once the stack is created, or before that. Only after `live`. */
  async tries(step: LifeStep): Promise<string[]> {
    const from = this.lived.find(({ memory }) => step.fresh === true || memory.stackId !== undefined);
    return this.again({ ...from!, step });
  }

  private newAccount(mfa: boolean): Promise<OperatorAccount> {
    const { subject, directory } = this;
    return OperatorAccount.create(join(directory, "life.json"), subject, async (owner, url) => {
      this.operated = await subject.prepare(owner, url);
      return { policies: this.operated.policies, mfa };
    });
  }

  private async liveStep(step: LifeStep, memory: LifeMemory): Promise<void> {
    const plays = this.plays(step);
    if (!plays && step.needed !== true) return;
    const snapshot = join(this.directory, `before-${this.lived.length}.json`);
    await this.account.snapshot(snapshot);
    const before = { ...memory };
    const world = this.world(this.account, memory);
    await this.account.askedRights();
    const since = performance.now();
    try {
      const said = await this.run(step, world, plays ? this.account.session : this.rootKeys);
      const asked = await this.account.askedRights();
      const took = performance.now() - since;
      if (plays) this.lived.push({ step, snapshot, memory: before, said, asked, took });
    } catch (error) {
      throw new Error(`${step.name}: ${(error as Error).message}`, { cause: error });
    }
  }

  /** Lives steps that change nothing for later ones, each in an account of its own. */
  private async liveApart(steps: LifeStep[], memory: LifeMemory): Promise<void> {
    const snapshot = join(this.directory, "before-apart.json");
    await this.account.snapshot(snapshot);
    const played = steps.filter((step) => this.plays(step));
    const liveOne = async (step: LifeStep) => {
      const since = performance.now();
      try {
        const { said, asked } = await this.inCopy(step, { snapshot, memory });
        this.lived.push({
          ...{ step, snapshot, memory: { ...memory }, said, asked },
          took: performance.now() - since,
        });
      } catch (error) {
        throw new Error(`${step.name}: ${(error as Error).message}`, { cause: error });
      }
    };
    await withKeys(this.account.session, () => inParallel(played, liveOne, AT_ONCE));
  }

  /** Whether the variant is for a step. */
  private plays({ kind }: LifeStep): boolean {
    const { writes, without } = VARIANTS[this.variant];
    if (kind === "looks") return true;
    return writes && (kind === "writes" || !without.includes("delete"));
  }

  private async effectOf(sid: string, action: string): Promise<Removal["effect"]> {
    const resources = this.statements.find((statement) => statement.Sid === sid)?.Resource ?? [];
    const users = this.lived
      .filter(({ asked }) =>
        asked.some(
          (right) => right.action === action && resources.some((arn) => matchesArn(arn, right.resource)),
        ),
      )
      .sort((a, b) => a.took - b.took);
    let effect: Removal["effect"] = "nothing";
    for (const lived of users) {
      try {
        const said = await this.again(lived, withoutAction(this.operated.policies, sid, action));
        if (said.join("\n") !== lived.said.join("\n")) effect = "unknown";
      } catch {
        return "fails";
      }
    }
    return effect;
  }

  private async run(step: LifeStep, world: LifeWorld, keys: Credentials): Promise<string[]> {
    await step.before?.(world);
    return (await withKeys(keys, () => step.run(world))) ?? [];
  }

  /** The account's root, who is bound by no policy. */
  private get rootKeys(): Credentials {
    const AccessKeyId = this.subject.accountId;
    return { AccessKeyId, SecretAccessKey: "root", SessionToken: undefined, Expiration: undefined };
  }

  private get statements(): Statement[] {
    return this.operated.policies
      .flatMap(({ Statement }) => Statement)
      .filter(({ Effect }) => Effect === "Allow");
  }

  private world(account: OperatorAccount, memory: LifeMemory): LifeWorld {
    const { connection, owner } = account;
    const { blueprint, template, bucket } = this.operated;
    const aws = connectToAws(connection);
    return { account, aws, connection, owner, blueprint, template, bucket, memory, patience: PATIENT };
  }
}

/** The policies without one action of one statement; a statement that has no other is gone. */
function withoutAction(
  policies: readonly PolicyDocument[],
  sid: string,
  action: string,
): readonly PolicyDocument[] {
  return policies.map((policy) =>
    policy.Statement.some(({ Sid }) => Sid === sid) ? withoutActionOf(policy, sid, action) : policy,
  );
}

function withoutActionOf(policy: PolicyDocument, sid: string, action: string): PolicyDocument {
  const statements = policy.Statement.map((statement) =>
    statement.Sid === sid
      ? { ...statement, Action: statement.Action.filter((each) => each !== action) }
      : statement,
  );
  return { ...policy, Statement: statements.filter(({ Action }) => Action.length > 0) };
}
