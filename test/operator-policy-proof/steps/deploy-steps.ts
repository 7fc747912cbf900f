import assert from "node:assert/strict";
import { describeRootCause, lastOperationEvents, rootCause } from "../../../aws/stack-events";
import { ResourceOperationError } from "../../../local/providers/aws-native/cloud-control";
import { type LifeStep, type LifeWorld, stackId } from "../life-step";
import {
  nameOf,
  resourcesOf,
  variations,
  withMore,
  withMoreThatFails,
  withProperties,
} from "../life-template";
import { deployTemplate, setProtection, stackResource } from "../stack-by-cloud-control";
import { upload } from "./upload-steps";

/** What aws-native hands to Cloud Control for a new stack. */
export async function desiredStack(world: LifeWorld): Promise<Record<string, unknown>> {
  const { blueprint, template } = world;
  return {
    StackName: blueprint.stackName,
    TemplateURL: await upload(world, template),
    Capabilities: ["CAPABILITY_NAMED_IAM"],
    Tags: Object.entries(blueprint.tags).map(([Key, Value]) => ({ Key, Value })),
    EnableTerminationProtection: false,
  };
}

/** The creation of the stack, through Cloud Control. */
export const createStack: LifeStep = {
  name: "create the stack",
  kind: "writes",
  needed: true,
  async run(world) {
    const stacks = await stackResource(world);
    world.memory.stackId = await stacks.create(await desiredStack(world));
    assert.notEqual(await stacks.read(stackId(world)), undefined);
  },
};

/** An update of each property that the template sets, one a step; the next one takes it back. */
export function updateSteps(template: LifeWorld["template"], bounded: boolean): LifeStep[] {
  const changes = variations(template)
    // The boundary's own statement lets nobody choose another.
    .filter(({ property }) => !bounded || property !== "PermissionsBoundary")
    .map(({ type, property, template: changed }): LifeStep => ({
      name: `update ${property} of ${type}`,
      kind: "writes",
      run: (world) => deployTemplate(world, changed),
    }));
  const back: LifeStep = {
    name: "update back to the template",
    kind: "writes",
    run: (world) => deployTemplate(world, world.template),
  };
  return [...changes, back, fullVersions];
}

/** A managed policy keeps five versions: the update of one that has them makes room. */
const fullVersions: LifeStep = {
  name: "update a policy that has as many versions as IAM keeps",
  kind: "writes",
  async before({ owner, template, blueprint }) {
    const { client } = blueprint.config;
    const [, policy] = resourcesOf(template, "AWS::IAM::ManagedPolicy")[0]!;
    const PolicyArn = `arn:aws:iam::${client.account_id}:policy/${nameOf(policy)}`;
    const PolicyDocument = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }],
    });
    for (;;) {
      const { Versions } = await owner.iam.listPolicyVersions({ PolicyArn });
      if (Versions!.length === 5) return;
      await owner.iam.createPolicyVersion({ PolicyArn, PolicyDocument });
    }
  },
  async run(world) {
    const changed = variations(world.template).find(({ property }) => property === "PolicyDocument")!;
    await deployTemplate(world, changed.template);
    await deployTemplate(world, world.template);
  },
};

/** An update that puts a boundary on a role, and one that takes it off. */
export const boundAndUnbound: LifeStep = {
  name: "put a boundary on a role and take it off",
  kind: "writes",
  async run(world) {
    const [role] = resourcesOf(world.template, "AWS::IAM::Role")[0]!;
    const PermissionsBoundary = "arn:aws:iam::aws:policy/PowerUserAccess";
    await deployTemplate(world, withProperties(world.template, role, { PermissionsBoundary }));
    await deployTemplate(world, world.template);
  },
};

/** An update that adds a resource of each type, and one that removes them. */
export const addAndRemove: LifeStep = {
  name: "add a resource of each type and remove it",
  kind: "writes",
  async run(world) {
    const more = withMore(world.template);
    await deployTemplate(world, more);
    await deployTemplate(world, world.template);
    await assertNothingMore(world);
  },
};

/** An update that fails, whose rollback takes back what it added, and whose cause is told. */
export const rollBack: LifeStep = {
  name: "roll a failed update back and tell why it failed",
  kind: "writes",
  async run(world) {
    const since = new Date();
    await assert.rejects(deployTemplate(world, withMoreThatFails(world.template)), ResourceOperationError);
    const cause = rootCause(await lastOperationEvents(world.aws, stackId(world), since));
    assert.match(describeRootCause(cause!), /^ManagedPolicyMore .*could not be created/);
    const { Stacks } = await world.owner.cloudFormation.describeStacks({ StackName: stackId(world) });
    assert.equal(Stacks![0]!.StackStatus, "UPDATE_ROLLBACK_COMPLETE");
    await assertNothingMore(world);
  },
};

/** CloudFormation calls an update complete although it could not delete what is no longer wanted. */
async function assertNothingMore({ owner }: LifeWorld): Promise<void> {
  const [groups, roles, policies, parameters] = await Promise.all([
    owner.iam.listGroups({}),
    owner.iam.listRoles({}),
    owner.iam.listPolicies({ Scope: "Local" }),
    owner.ssm.describeParameters({}),
  ]);
  const names = [
    ...groups.Groups!.map(({ GroupName }) => GroupName),
    ...roles.Roles!.map(({ RoleName }) => RoleName),
    ...policies.Policies!.map(({ PolicyName }) => PolicyName),
    ...parameters.Parameters!.map(({ Name }) => Name),
  ];
  assert.deepEqual(
    names.filter((name) => name!.endsWith("-more")),
    [],
  );
}

/** The protection against deletion that prod has, on and off. */
export const protect: LifeStep = {
  name: "protect the stack against deletion, and not",
  kind: "writes",
  async run(world) {
    await setProtection(world, true);
    await setProtection(world, false);
  },
};
