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
      for (const step of this.operated.life) {
        if (only?.includes(step.name) !== false) await this.liveStep(step, memory);
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
    const stateFile = join(this.directory, `run-${(this.runs += 1)}.json`);
    const account = await OperatorAccount.restore(lived.snapshot, stateFile, this.account);
    try {
      for (const [index, policy] of policies.entries()) {
        if (policy !== this.operated.policies[index]) await account.setPolicy(index, policy);
      }
      return await this.run(lived.step, this.world(account, { ...lived.memory }), account.session);
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
      await owner.s3.createBucket({
        Bucket: this.operated.bucket,
        CreateBucketConfiguration: { LocationConstraint: subject.region as "us-west-2" },
      });
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
    try {
      const said = await this.run(step, world, plays ? this.account.session : this.rootKeys);
      const asked = await this.account.askedRights();
      if (plays) this.lived.push({ step, snapshot, memory: before, said, asked });
    } catch (error) {
      throw new Error(`${step.name}: ${(error as Error).message}`, { cause: error });
    }
  }

  /** Whether the variant is for a step. */
  private plays({ kind }: LifeStep): boolean {
    const { writes, without } = VARIANTS[this.variant];
    if (kind === "looks") return true;
    return writes && (kind === "writes" || !without.includes("delete"));
  }

  private async effectOf(sid: string, action: string): Promise<Removal["effect"]> {
    const resources = this.statements.find((statement) => statement.Sid === sid)?.Resource ?? [];
    const users = this.lived.filter(({ asked }) =>
      asked.some(
        (right) => right.action === action && resources.some((arn) => matchesArn(arn, right.resource)),
      ),
    );
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
    return { account, aws: connectToAws(connection), connection, owner, blueprint, template, bucket, memory };
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
