import { describeAwsError } from "../aws-error";
import type { AwsClients } from "../clients";
import { findStack, listStackResources, type StackResource } from "../deployed-stack";
import { nameKey } from "../existing-names";
import { inParallel } from "../in-parallel";
import { isHeld } from "../preflight/names-to-look-up";
import { type Candidate, iamCandidates, parameterNames, templateKeys } from "./candidates";
import type { Unanswered } from "./obstacle";
import { type Owner, ownerOf } from "./owner";
import type { RemainsRequest } from "./remains-request";
import { type RuntimeResource, runtimeResources } from "./runtime-resources";

/** Something that is in the account still. */
export interface Remainder {
  kind: "stack" | "group" | "role" | "policy" | "parameter" | "template" | RuntimeResource["kind"];
  /** Group, role or parameter name, ARN of a policy or stack, `s3://bucket/key`. */
  identifier: string;
  /** By what it is known whose it is, or why it is not. */
  why: string;
  /** The command that removes it; absent where a person has to see to more than that. */
  removeWith?: string;
}

/** What is left under an environment's stem and names. */
export interface Remains {
  /** Surely the environment's own. */
  ours: Remainder[];
  /** Has the tenant's prefix, but no stack holds it and no tag says whose it is. */
  unclaimed: Remainder[];
  /** What could not be found out: more may be left. */
  unanswered: Unanswered[];
}

const KINDS: Record<Candidate["type"], Remainder["kind"]> = {
  "AWS::IAM::Group": "group",
  "AWS::IAM::Role": "role",
  "AWS::IAM::ManagedPolicy": "policy",
};

const WHY: Record<Exclude<Owner, "other">, string> = {
  tag: "its tag Stem names the environment",
  stack: "the environment's stack holds or held it",
  nobody: "its name begins with the tenant's prefix, no stack holds it, and no tag says whose it is",
};

function keysOf(resources: readonly StackResource[]): Set<string> {
  return new Set(resources.map(({ type, physicalId }) => nameKey({ type, identifier: physicalId })));
}

class Search {
  readonly remains: Remains = { ours: [], unclaimed: [], unanswered: [] };

  constructor(
    private readonly aws: AwsClients,
    private readonly request: RemainsRequest,
  ) {}

  /** What AWS answers; undefined, and noted, where it does not. */
  async ask<T>(what: string, action: string, question: () => Promise<T>): Promise<T | undefined> {
    try {
      return await question();
    } catch (error) {
      this.remains.unanswered.push({ what, action, failure: describeAwsError(error) });
      return undefined;
    }
  }

  async stack(): Promise<void> {
    const { stackName, tags, deployed } = this.request;
    if (deployed) return;
    const stack = await this.ask(
      `whether the stack ${stackName} is there still`,
      "cloudformation:DescribeStacks",
      () => findStack(this.aws, stackName),
    );
    if (stack === undefined || stack.status === "DELETE_COMPLETE" || stack.tags.Stem !== tags.Stem) return;
    this.remains.ours.push({ kind: "stack", identifier: stack.id, why: `it is in ${stack.status}` });
  }

  /** What the environment's stack holds or held; undefined where AWS does not tell. */
  ownResources(): Promise<StackResource[] | undefined> {
    const { stackId, stackName } = this.request;
    const what = `what the stack ${stackName} holds or held`;
    return this.ask(what, "cloudformation:ListStackResources", () =>
      listStackResources(this.aws, stackId ?? stackName),
    );
  }

  async iam(own: readonly StackResource[]): Promise<void> {
    const { deployed } = this.request;
    const known = keysOf(own.filter((resource) => !deployed || isHeld(resource)));
    const what = "which groups, roles and policies there are";
    const candidates = await this.ask(what, "iam:ListGroups, iam:ListRoles, iam:ListPolicies", () =>
      iamCandidates(this.aws, this.request),
    );
    const left = (candidates ?? []).filter((candidate) => !deployed || !known.has(nameKey(candidate)));
    await inParallel(left, async (candidate) => this.judge(candidate, known.has(nameKey(candidate))));
  }

  private async judge(candidate: Candidate, held: boolean): Promise<void> {
    const { type, identifier } = candidate;
    const owner = await this.ask(`whose ${identifier} is`, "cloudformation:DescribeStackResources", () =>
      ownerOf(this.aws, candidate, { ...this.request, held }),
    );
    if (owner === undefined || owner === "other") return;
    const list = owner === "nobody" ? this.remains.unclaimed : this.remains.ours;
    list.push({ kind: KINDS[type], identifier, why: WHY[owner] });
  }

  async parameters(own: readonly StackResource[]): Promise<void> {
    const { parameterPath: path, deployed } = this.request;
    const what = `which parameters lie under ${path}`;
    const names = await this.ask(what, "ssm:GetParametersByPath", () => parameterNames(this.aws, path));
    const held = new Set(deployed ? own.filter(isHeld).map(({ physicalId }) => physicalId) : []);
    for (const identifier of (names ?? []).filter((name) => !held.has(name))) {
      this.remains.ours.push({
        kind: "parameter",
        identifier,
        why: "it lies under the environment's own path",
      });
    }
  }

  async runtime(): Promise<void> {
    const { runtimePrefix: prefix, deployed } = this.request;
    if (prefix === undefined || deployed) return;
    const what = `which endpoints and models begin with ${prefix}-`;
    const actions = "sagemaker:ListEndpoints, sagemaker:ListEndpointConfigs, sagemaker:ListModels";
    const found = await this.ask(what, actions, () => runtimeResources(this.aws, prefix));
    for (const { kind, name: identifier, removeWith } of found ?? []) {
      this.remains.ours.push({ kind, identifier, why: "the deploy pipeline made it", removeWith });
    }
  }

  async templates(): Promise<void> {
    const { bucket } = this.request;
    if (bucket === undefined) return;
    const keys = await this.ask(`which templates are in the bucket ${bucket.name}`, "s3:ListBucket", () =>
      templateKeys(this.aws, this.request),
    );
    for (const key of (keys ?? []).filter((each) => each !== bucket.inUse)) {
      const identifier = `s3://${bucket.name}/${key}`;
      this.remains.ours.push({ kind: "template", identifier, why: "its key holds the environment's stem" });
    }
  }
}

/**
 * Lists what is left of an environment after a deployment or a deletion. Other tiers, regions and test copies of the
 * same tenant have the same prefix: what a tag or another stack says is theirs is left out, and what nobody is known to
 * own is listed apart. It only reads, and throws nothing that AWS answers.
 */
export async function listRemains(aws: AwsClients, request: RemainsRequest): Promise<Remains> {
  const search = new Search(aws, request);
  const own = await search.ownResources();
  await Promise.all([
    search.stack(),
    search.templates(),
    search.runtime(),
    // Without the stack's list nothing tells what is in use from what is left.
    ...(own === undefined ? [] : [search.iam(own), search.parameters(own)]),
  ]);
  const { ours, unclaimed, unanswered } = search.remains;
  const byIdentifier = (a: Remainder, b: Remainder) => (a.identifier < b.identifier ? -1 : 1);
  return { ours: ours.sort(byIdentifier), unclaimed: unclaimed.sort(byIdentifier), unanswered };
}
