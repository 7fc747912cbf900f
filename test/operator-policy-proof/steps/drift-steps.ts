import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { findStack } from "../../../aws/deployed-stack";
import { makeAsWanted } from "../../../aws/drift/make-as-wanted";
import { readWatched } from "../../../aws/drift/read-watched";
import { StackReferences } from "../../../aws/drift/stack-references";
import { StackRepairs } from "../../../aws/drift/stack-repairs";
import { TemplateSpelling } from "../../../aws/drift/template-spelling";
import { compareProperties } from "../../../core/drift/compare-properties";
import type { WatchedResource } from "../../../core/template/watched-resource";
import { type LifeStep, type LifeWorld, stackId, watched, watchedArgs } from "../life-step";
import type { OwnerClients } from "../operator-account";
import { madeChangeSet } from "./change-steps";

const DOCUMENT = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }],
});
const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

/** The embedded AWS shows each change at once. */
const AT_ONCE = { whole: 2_000, gone: 0, changed: 0 };

type Plant = (owner: OwnerClients, resource: WatchedResource) => Promise<void>;

/** What somebody changes by hand in a resource of each type: everything that Cloud Control can put back. */
const PLANTS: Record<string, Plant> = {
  "AWS::IAM::Group": async ({ iam }, { identifier: GroupName, properties }) => {
    await iam.putGroupPolicy({ GroupName, PolicyName: "hand", PolicyDocument: DOCUMENT });
    await iam.attachGroupPolicy({ GroupName, PolicyArn: ADMINISTRATOR });
    for (const PolicyArn of properties.ManagedPolicyArns as string[]) {
      await iam.detachGroupPolicy({ GroupName, PolicyArn });
    }
    const [inline] = (properties.Policies ?? []) as { PolicyName: string }[];
    await iam.putGroupPolicy({ GroupName, PolicyName: inline!.PolicyName, PolicyDocument: DOCUMENT });
  },
  "AWS::IAM::Role": async ({ iam }, { identifier: RoleName, properties }) => {
    await iam.putRolePolicy({ RoleName, PolicyName: "hand", PolicyDocument: DOCUMENT });
    await iam.attachRolePolicy({ RoleName, PolicyArn: ADMINISTRATOR });
    for (const PolicyArn of properties.ManagedPolicyArns as string[]) {
      await iam.detachRolePolicy({ RoleName, PolicyArn });
    }
    await iam.updateRole({ RoleName, Description: "by hand", MaxSessionDuration: 43_200 });
    const Statement = [
      { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
    ];
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    await iam.updateAssumeRolePolicy({ RoleName, PolicyDocument });
    await iam.tagRole({ RoleName, Tags: [{ Key: "Hand", Value: "1" }] });
    if (properties.PermissionsBoundary !== undefined) await iam.deleteRolePermissionsBoundary({ RoleName });
  },
  "AWS::IAM::ManagedPolicy": async ({ iam }, { identifier: PolicyArn }) => {
    const { Versions } = await iam.listPolicyVersions({ PolicyArn });
    const spare = Versions!.find(({ IsDefaultVersion }) => !IsDefaultVersion);
    if (spare !== undefined) await iam.deletePolicyVersion({ PolicyArn, VersionId: spare.VersionId });
    await iam.createPolicyVersion({ PolicyArn, PolicyDocument: DOCUMENT, SetAsDefault: true });
  },
  "AWS::SSM::Parameter": async ({ ssm }, { identifier: Name }) => {
    await ssm.putParameter({ Name, Value: "by hand", Overwrite: true });
    const Tags = [{ Key: "Hand", Value: "1" }];
    await ssm.addTagsToResource({ ResourceType: "Parameter", ResourceId: Name, Tags });
  },
};

function firstOf(world: LifeWorld, type: string): WatchedResource {
  const candidates = watched(world).filter((resource) => resource.type === type);
  const most = ({ properties }: WatchedResource) => Object.keys(properties).length;
  return candidates.reduce((best, resource) => (most(resource) > most(best) ? resource : best));
}

/** Drift of each type, put back by Cloud Control; what was added by hand is gone then too. */
export const revertSteps: LifeStep[] = Object.entries(PLANTS).map(([type, plant]) => ({
  name: `revert the drift of ${type}`,
  kind: "writes",
  before: (world) => plant(world.owner, firstOf(world, type)),
  async run(world) {
    const args = watchedArgs(world, firstOf(world, type));
    const references = new StackReferences();
    const seen = await readWatched(world.aws, references, args);
    assert.ok(seen.kind === "found", JSON.stringify(seen));
    assert.notDeepEqual(compareProperties(type, args.properties, seen.properties), []);
    const result = await makeAsWanted(world.aws, args, seen.properties, {
      references,
      spelling: new TemplateSpelling(references),
      repairs: new StackRepairs(),
      patience: AT_ONCE,
      announce: () => Promise.resolve(),
      announceKept: () => Promise.resolve(),
    });
    assert.equal(result.unreadable, undefined);
    const after = await readWatched(world.aws, references, args);
    assert.ok(after.kind === "found", JSON.stringify(after));
    assert.deepEqual(compareProperties(type, args.properties, after.properties), []);
    assert.doesNotMatch(JSON.stringify(after), /AdministratorAccess|"[Hh]and"|by hand/);
  },
}));

/** What was deleted by hand, made again by a drift-aware change set. */
export const revertDeleted: LifeStep = {
  name: "make again what was deleted, by a drift-aware change set",
  kind: "writes",
  async before({ owner, template, ...world }) {
    const { identifier } = firstOf({ owner, template, ...world }, "AWS::SSM::Parameter");
    await owner.ssm.deleteParameter({ Name: identifier });
  },
  async run(world) {
    const cloudFormation = await world.aws.cloudFormation();
    const input = { UsePreviousTemplate: true, DeploymentMode: "REVERT_DRIFT" } as const;
    const { ChangeSetId, Changes } = await madeChangeSet(world, input);
    assert.deepEqual(
      Changes!.map(({ ResourceChange }) => ResourceChange!.ResourceDriftStatus),
      ["DELETED"],
    );
    await cloudFormation.executeChangeSet({ ChangeSetName: ChangeSetId });
    await settled(world, "UPDATE_COMPLETE");
  },
};

/** Waits until the stack is at rest; throws unless it is so in the status. */
export async function settled(world: LifeWorld, wanted: string): Promise<void> {
  for (;;) {
    const stack = await findStack(world.aws, stackId(world));
    if (!stack!.status.endsWith("_IN_PROGRESS")) {
      assert.equal(stack!.status, wanted, stack!.statusReason);
      return;
    }
    await sleep(5);
  }
}
