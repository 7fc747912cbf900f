import assert from "node:assert/strict";
import type { Values } from "../../provider/resource-behaviour";
import { type DeployedStack, urnOf } from "./deployed-stack";
import { deployTier } from "./deployed-tier";

describe("what is gone", function () {
  this.timeout(60_000);
  let tier: DeployedStack;
  before(async () => {
    tier = await deployTier("startup-5");
  });
  after(() => tier?.close());

  const stateOf = (logicalId: string) => tier.states.find((state) => state.logicalId === logicalId)!;
  const read = (state: Values) => tier.behaviour.read(String(state.identifier), state, urnOf(state));
  const identifierOf = (logicalId: string) => String(stateOf(logicalId).identifier);

  async function removeGroup(GroupName: string) {
    const iam = await tier.aws.iam();
    const { AttachedPolicies = [] } = await iam.listAttachedGroupPolicies({ GroupName });
    for (const { PolicyArn } of AttachedPolicies) await iam.detachGroupPolicy({ GroupName, PolicyArn });
    const { PolicyNames = [] } = await iam.listGroupPolicies({ GroupName });
    for (const PolicyName of PolicyNames) await iam.deleteGroupPolicy({ GroupName, PolicyName });
    await iam.deleteGroup({ GroupName });
  }

  async function removePolicy(PolicyArn: string) {
    const iam = await tier.aws.iam();
    const { PolicyGroups = [], PolicyRoles = [] } = await iam.listEntitiesForPolicy({ PolicyArn });
    for (const { GroupName } of PolicyGroups) await iam.detachGroupPolicy({ GroupName, PolicyArn });
    for (const { RoleName } of PolicyRoles) await iam.detachRolePolicy({ RoleName, PolicyArn });
    await iam.deletePolicy({ PolicyArn });
  }

  it("is read as absent, and all of it put back by one drift-aware change set, which is removed", async () => {
    const gone = ["GroupBusinessConsumers", "GroupMlEngineers", "PolicyS3Level2", "ParameterRoleGlueEtlArn"];
    const [iam, ssm] = await Promise.all([tier.aws.iam(), tier.aws.ssm()]);
    await removeGroup(identifierOf("GroupBusinessConsumers"));
    await iam.updateGroup({ GroupName: identifierOf("GroupMlEngineers"), NewGroupName: "renamed" });
    await removePolicy(identifierOf("PolicyS3Level2"));
    await ssm.deleteParameter({ Name: identifierOf("ParameterRoleGlueEtlArn") });
    for (const logicalId of gone) assert.deepEqual(await read(stateOf(logicalId)), { id: "", props: {} });

    await tier.calls();
    await Promise.all(
      gone.map((logicalId) => tier.behaviour.create(urnOf(stateOf(logicalId)), stateOf(logicalId))),
    );
    const calls = await tier.calls();
    const count = (call: string) => calls.filter((one) => one === `cloudformation:${call}`).length;
    assert.deepEqual([count("CreateChangeSet"), count("ExecuteChangeSet")], [1, 1]);
    const cloudFormation = await tier.aws.cloudFormation();
    assert.deepEqual(
      (await cloudFormation.listChangeSets({ StackName: tier.stackName })).Summaries ?? [],
      [],
    );
    for (const state of tier.states) assert.deepEqual((await read(state)).props, state);
    assert.ok(
      tier.said.some((line) => /^info: putting back by a drift-aware change set .*PolicyS3Level2/.test(line)),
    );
    await removeGroup("renamed");
  });

  it("is put back first where something else can't be without it", async () => {
    const policy = stateOf("PolicyS3Level2");
    const attachedTo = tier.states.filter(({ properties }) =>
      (properties as { ManagedPolicyArns?: string[] }).ManagedPolicyArns?.includes(String(policy.identifier)),
    );
    assert.ok(attachedTo.length > 1);
    await removePolicy(String(policy.identifier));
    for (const state of attachedTo) {
      const { props } = await read(state);
      await tier.behaviour.update(urnOf(state), props, state);
      assert.deepEqual((await read(state)).props, state);
    }
    assert.deepEqual((await read(policy)).props, policy);
  });

  it("says the first cause where AWS does not let it be put back, and leaves no change set", async () => {
    const group = stateOf("GroupBusinessConsumers");
    await removeGroup(String(group.identifier));
    const error = { code: "ServiceFailure", message: "IAM has a bad day", status: 500 };
    await tier.fault({ service: "iam", operation: "CreateGroup", error, times: 20 });
    await assert.rejects(
      tier.behaviour.create(urnOf(group), group),
      /GroupBusinessConsumers .*IAM has a bad day/,
    );
    const cloudFormation = await tier.aws.cloudFormation();
    assert.deepEqual(
      (await cloudFormation.listChangeSets({ StackName: tier.stackName })).Summaries ?? [],
      [],
    );
    await tier.fault({ service: "iam", operation: "Nothing" });
  });
});
