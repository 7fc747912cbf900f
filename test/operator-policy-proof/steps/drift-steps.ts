import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { findStack } from "../../../aws/deployed-stack";
import type { WatchedResource } from "../../../core/template/watched-resource";
import { resourceType } from "../../../local/aws/resource-types/registry";
import { type LifeStep, type LifeWorld, stackId, watched } from "../life-step";
import type { OwnerClients } from "../operator-account";
import { patchResource, readResource } from "../stack-by-cloud-control";
import { madeChangeSet } from "./change-steps";

const DOCUMENT = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }],
});
const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

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
    const { identifier, properties } = firstOf(world, type);
    const { createOnly, writeOnly } = resourceType(type);
    const live = await readResource(world, type, identifier);
    const fixed = [...createOnly, ...writeOnly];
    const wanted = Object.entries({ Policies: [], ...properties }).filter(
      ([name]) => !fixed.includes(name) && (name in properties || name in live!),
    );
    const patch = wanted.map(([name, value]) => ({ op: "add" as const, path: `/${name}`, value }));
    await patchResource(world, type, identifier, patch);
    const after = (await readResource(world, type, identifier))!;
    for (const [name, value] of wanted)
      assert.deepEqual(unordered(after[name] ?? []), unordered(value), name);
  },
}));

/** Neither lists nor members have an order that would mean something here. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(unordered(item))).sort();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, unordered(member)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

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
