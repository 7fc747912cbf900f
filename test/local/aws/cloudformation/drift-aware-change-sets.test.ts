import { AttachGroupPolicyCommand, DeleteRoleCommand, DetachRolePolicyCommand } from "@aws-sdk/client-iam";
import { DeleteParameterCommand, GetParametersByPathCommand, PutParameterCommand } from "@aws-sdk/client-ssm";
import assert from "node:assert/strict";
import { actions, changeOf, executeChangeSet, makeChangeSet } from "./change-set-fixture";
import { deleteGroup, DRIFT_TEMPLATE, DRIFTS } from "./drift-fixture";
import { ACCOUNT, parameter, StackFixture } from "./stack-fixture";

const STACK = "drift";
const REVERT = { DeploymentMode: "REVERT_DRIFT" } as const;

describe("drift-aware change sets", () => {
  const fixture = new StackFixture();
  beforeEach(async () => {
    await fixture.start();
    assert.equal((await fixture.create(STACK, DRIFT_TEMPLATE)).StackStatus, "CREATE_COMPLETE");
  });
  afterEach(() => fixture.stop());

  const state = async () => {
    const { Parameters } = await fixture.ssm.send(new GetParametersByPathCommand({ Path: "/drift" }));
    return {
      iam: sorted(await fixture.iamState()),
      parameters: Parameters!.map(({ Name, Value }) => [Name, Value]),
    };
  };

  for (const { title, plant, logicalId, detected, reverted } of DRIFTS) {
    it(`${reverted ? "put back" : "do not see"} ${title}`, async () => {
      const before = await state();
      await plant(fixture);
      const made = await makeChangeSet(fixture, STACK, undefined, REVERT);
      if (!reverted) {
        assert.match(made.StatusReason!, /didn't contain changes/);
        return;
      }
      const status = detected === "DELETED" ? "Add DELETED" : "Modify MODIFIED";
      // An inline policy that is managed as a resource of its own can't be read.
      assert.deepEqual(actions(made.Changes), [`${logicalId} ${status}`]);
      assert.deepEqual([made.StackDriftStatus, made.DeploymentMode], ["DRIFTED", "REVERT_DRIFT"]);
      assert.equal((await executeChangeSet(fixture, made)).StackStatus, "UPDATE_COMPLETE");
      assert.deepEqual(await state(), before);
      const again = await makeChangeSet(fixture, STACK, undefined, REVERT);
      assert.match(again.StatusReason!, /didn't contain changes/);
    });
  }

  it("leave what was added beside the stack when they put the rest back", async () => {
    const extra = { GroupName: "drift-group", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" };
    await fixture.iam.send(new AttachGroupPolicyCommand(extra));
    const before = await state();
    await DRIFTS[0]!.plant(fixture);
    await executeChangeSet(fixture, await makeChangeSet(fixture, STACK, undefined, REVERT));
    assert.deepEqual(await state(), before);
  });

  it("show what is there, what was deployed and what is wanted", async () => {
    await fixture.ssm.send(new PutParameterCommand({ Name: "/drift/value", Value: "live", Overwrite: true }));
    const wanted = { Resources: { ...DRIFT_TEMPLATE.Resources, Value: parameter("/drift/value", "wanted") } };
    const change = changeOf((await makeChangeSet(fixture, STACK, wanted, REVERT)).Changes, "Value");
    const [{ Target }] = change.Details as [NonNullable<typeof change.Details>[number]];
    const { DriftDetectionTimestamp, ...drift } = Target!.Drift!;
    assert.ok(DriftDetectionTimestamp instanceof Date);
    assert.deepEqual(drift, { PreviousValue: "v", ActualValue: "live" });
    assert.deepEqual(
      [Target!.BeforeValue, Target!.BeforeValueFrom, Target!.AfterValue, Target!.AfterValueFrom],
      ["live", "ACTUAL_STATE", "wanted", "TEMPLATE"],
    );
    const [previous, live] = [change.PreviousDeploymentContext!, change.BeforeContext!].map(
      (text) => (JSON.parse(text) as { Properties: { Value: string } }).Properties.Value,
    );
    assert.deepEqual([previous, live], ["v", "live"]);
  });

  it("take over what the new template says already, without touching it", async () => {
    await fixture.ssm.send(new PutParameterCommand({ Name: "/drift/value", Value: "live", Overwrite: true }));
    const wanted = { Resources: { ...DRIFT_TEMPLATE.Resources, Value: parameter("/drift/value", "live") } };
    const made = await makeChangeSet(fixture, STACK, wanted, REVERT);
    assert.deepEqual(actions(made.Changes), ["Value SyncWithActual MODIFIED"]);
    assert.equal(changeOf(made.Changes, "Value").Details![0]!.ChangeSource, "NoModification");
    const before = await state();
    assert.equal((await executeChangeSet(fixture, made)).StackStatus, "UPDATE_COMPLETE");
    assert.deepEqual(await state(), before);
    await assert.rejects(fixture.update(STACK, wanted), /No updates are to be performed/);
  });

  it("make a group and a role again that were deleted, with what depends on them", async () => {
    const before = await state();
    await deleteGroup(fixture);
    const PolicyArn = `arn:aws:iam::${ACCOUNT}:policy/drift-policy`;
    await fixture.iam.send(new DetachRolePolicyCommand({ RoleName: "drift-role", PolicyArn }));
    await fixture.iam.send(new DeleteRoleCommand({ RoleName: "drift-role" }));
    const made = await makeChangeSet(fixture, STACK, undefined, REVERT);
    assert.deepEqual(actions(made.Changes), [
      "Group Add DELETED",
      "Inline Modify UNSUPPORTED",
      "Role Add DELETED",
    ]);
    assert.equal((await executeChangeSet(fixture, made)).StackStatus, "UPDATE_COMPLETE");
    const after = await state();
    assert.deepEqual(withoutIds(after), withoutIds(before, "own"));
  });

  it("bring a stack back to what was there when they fail", async () => {
    await DRIFTS.find(({ title }) => title === "a longer session")!.plant(fixture);
    await fixture.ssm.send(new DeleteParameterCommand({ Name: "/drift/value" }));
    const before = await state();
    const made = await makeChangeSet(fixture, STACK, undefined, REVERT);
    await fixture.fault({
      service: "ssm",
      operation: "PutParameter",
      error: { code: "InternalServerError", message: "Broken", status: 500 },
    });
    assert.equal((await executeChangeSet(fixture, made)).StackStatus, "UPDATE_ROLLBACK_COMPLETE");
    await fixture.clearFaults();
    assert.deepEqual(await state(), before);
    const again = await makeChangeSet(fixture, STACK, undefined, { ...REVERT, ChangeSetName: "again" });
    assert.deepEqual(actions(again.Changes), ["Role Modify MODIFIED", "Value Add DELETED"]);
  });
});

/** A policy that is put back comes last. */
function sorted(state: unknown): object {
  const text = JSON.stringify(state, (_key, value: unknown) =>
    Array.isArray(value)
      ? [...(value as unknown[])].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : value,
  );
  return JSON.parse(text) as object;
}

/** What was made again has another id and time; `left` is an inline policy that nobody puts back. */
function withoutIds(state: unknown, left?: string): object {
  const text = JSON.stringify(state, (key, value: unknown) => {
    if (["GroupId", "RoleId", "CreateDate"].includes(key)) return undefined;
    if (key !== "GroupPolicyList" || left === undefined) return value;
    return (value as { PolicyName: string }[]).filter(({ PolicyName }) => PolicyName !== left);
  });
  return JSON.parse(text) as object;
}
