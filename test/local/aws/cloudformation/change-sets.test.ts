import {
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  ExecuteChangeSetCommand,
  ListChangeSetsCommand,
} from "@aws-sdk/client-cloudformation";
import { GetGroupPolicyCommand } from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { actions, changeOf, executeChangeSet, makeChangeSet, settledChangeSet } from "./change-set-fixture";
import { allow, group, parameter, refusal, StackFixture } from "./stack-fixture";

const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

const policy = (action: string) => ({
  Type: "AWS::IAM::ManagedPolicy",
  Properties: { ManagedPolicyName: "cs-policy", PolicyDocument: allow(action) },
});

describe("change sets", () => {
  const fixture = new StackFixture();
  before(() => fixture.start());
  after(() => fixture.stop());

  it("show what an update adds, changes and removes, and do it", async () => {
    const before = { G: group("cs-group"), Old: parameter("/cs/old"), P: policy("s3:ListAllMyBuckets") };
    await fixture.create("shown", { Resources: before });
    const wanted = { G: group("cs-group", "iam:ListRoles"), New: parameter("/cs/new"), P: before.P };
    const made = await makeChangeSet(fixture, "shown", { Resources: wanted }, { Description: "why" });
    assert.deepEqual(
      [made.Status, made.ExecutionStatus, made.Description],
      ["CREATE_COMPLETE", "AVAILABLE", "why"],
    );
    assert.deepEqual(actions(made.Changes), ["G Modify", "New Add", "Old Remove"]);
    const change = changeOf(made.Changes, "G");
    assert.deepEqual(
      [change.Replacement, change.PhysicalResourceId, change.Scope],
      ["False", "cs-group", ["Properties"]],
    );
    assert.deepEqual(change.Details, [
      {
        Target: {
          Attribute: "Properties",
          Name: "Policies",
          RequiresRecreation: "Never",
          Path: "/Properties/Policies/0/PolicyDocument/Statement/0/Action",
          BeforeValue: "s3:ListAllMyBuckets",
          AfterValue: "iam:ListRoles",
          AttributeChangeType: "Modify",
        },
        Evaluation: "Static",
        ChangeSource: "DirectModification",
      },
    ]);
    assert.deepEqual(JSON.parse(change.BeforeContext!), { Properties: before.G.Properties });
    assert.deepEqual(JSON.parse(change.AfterContext!), { Properties: wanted.G.Properties });
    assert.equal(changeOf(made.Changes, "Old").PolicyAction, "Delete");
    assert.equal((await executeChangeSet(fixture, made)).StackStatus, "UPDATE_COMPLETE");
    const input = { GroupName: "cs-group", PolicyName: "inline" };
    const { PolicyDocument } = await fixture.iam.send(new GetGroupPolicyCommand(input));
    assert.match(decodeURIComponent(PolicyDocument!), /iam:ListRoles/);
    const done = await settledChangeSet(fixture, made.ChangeSetId!);
    assert.equal(done.ExecutionStatus, "EXECUTE_COMPLETE");
    await assert.rejects(
      fixture.cfn.send(new ExecuteChangeSetCommand({ ChangeSetName: made.ChangeSetId })),
      /cannot be executed in its current execution status of \[EXECUTE_COMPLETE\]/,
    );
  });

  it("change nothing by being made, and leave values out unless they are asked for", async () => {
    await fixture.create("unasked", { Resources: { G: group("cs-unasked") } });
    const state = await fixture.iamState();
    const made = await makeChangeSet(fixture, "unasked", {
      Resources: { G: group("cs-unasked", "iam:ListRoles") },
    });
    const plain = await fixture.cfn.send(
      new DescribeChangeSetCommand({ ChangeSetName: "changes", StackName: "unasked" }),
    );
    const change = changeOf(plain.Changes, "G");
    assert.deepEqual(change.Details![0]!.Target, {
      Attribute: "Properties",
      Name: "Policies",
      RequiresRecreation: "Never",
    });
    assert.equal(change.BeforeContext ?? change.AfterContext, undefined);
    await fixture.cfn.send(new DeleteChangeSetCommand({ ChangeSetName: made.ChangeSetId }));
    assert.deepEqual(await fixture.iamState(), state);
    assert.equal((await fixture.describe("unasked")).StackStatus, "CREATE_COMPLETE");
  });

  it("say which resource is replaced, and what depends on it", async () => {
    const template = (path: string) => ({
      Resources: {
        P: {
          Type: "AWS::IAM::ManagedPolicy",
          Properties: { Path: path, PolicyDocument: allow("s3:GetObject") },
        },
        A: parameter("/cs/arn", { Ref: "P" }),
      },
    });
    await fixture.create("replaced", template("/"));
    const { Changes } = await makeChangeSet(fixture, "replaced", template("/other/"));
    const replaced = changeOf(Changes, "P");
    assert.deepEqual([replaced.Replacement, replaced.PolicyAction], ["True", "ReplaceAndDelete"]);
    assert.equal(replaced.Details![0]!.Target!.RequiresRecreation, "Always");
    const dependent = changeOf(Changes, "A").Details![0]!;
    assert.deepEqual(
      [dependent.Evaluation, dependent.ChangeSource, dependent.CausingEntity, dependent.Target!.AfterValue],
      ["Dynamic", "ResourceReference", "P", "{{changeSet:KNOWN_AFTER_APPLY}}"],
    );
  });

  it("name the parameter that a change comes from", async () => {
    const template = {
      Parameters: { Value: { Type: "String" } },
      Resources: { A: parameter("/cs/parameter", { Ref: "Value" }) },
    };
    const value = (ParameterValue: string) => ({ Parameters: [{ ParameterKey: "Value", ParameterValue }] });
    await fixture.create("parameters", template, value("1"));
    const { Changes, Parameters } = await makeChangeSet(fixture, "parameters", undefined, value("2"));
    const [detail] = changeOf(Changes, "A").Details!;
    assert.deepEqual([detail!.ChangeSource, detail!.CausingEntity], ["ParameterReference", "Value"]);
    assert.equal(Parameters![0]!.ParameterValue, "2");
  });

  it("fail where nothing changes, and can then only be deleted", async () => {
    await fixture.create("same", { Resources: { G: group("cs-same") } });
    const made = await makeChangeSet(fixture, "same", undefined);
    assert.deepEqual(
      [made.Status, made.ExecutionStatus, made.StatusReason],
      ["FAILED", "UNAVAILABLE", NO_CHANGES],
    );
    await assert.rejects(
      fixture.cfn.send(new ExecuteChangeSetCommand({ ChangeSetName: made.ChangeSetId })),
      (error) => {
        assert.deepEqual(refusal(error), {
          code: "InvalidChangeSetStatusException",
          status: 400,
          message: `ChangeSet [${made.ChangeSetId}] cannot be executed in its current status of [FAILED]`,
        });
        return true;
      },
    );
    await fixture.cfn.send(new DeleteChangeSetCommand({ ChangeSetName: "changes", StackName: "same" }));
    const { Summaries } = await fixture.cfn.send(new ListChangeSetsCommand({ StackName: "same" }));
    assert.deepEqual(Summaries, []);
  });

  it("create a stack that is in review until then", async () => {
    const made = await makeChangeSet(
      fixture,
      "reviewed",
      { Resources: { G: group("cs-reviewed") } },
      { ChangeSetType: "CREATE" },
    );
    assert.deepEqual(actions(made.Changes), ["G Add"]);
    assert.equal((await fixture.describe("reviewed")).StackStatus, "REVIEW_IN_PROGRESS");
    const stack = await executeChangeSet(fixture, made);
    assert.deepEqual([stack.StackStatus, stack.ChangeSetId], ["CREATE_COMPLETE", made.ChangeSetId]);
    assert.deepEqual((await fixture.statuses("reviewed")).slice(0, 2), [
      "REVIEW_IN_PROGRESS",
      "CREATE_IN_PROGRESS",
    ]);
    await assert.rejects(
      makeChangeSet(fixture, "reviewed", undefined, { ChangeSetType: "CREATE" }),
      /Stack \[reviewed\] already exists and cannot be created again with the changeSet \[changes\]/,
    );
  });

  for (const [onFailure, status] of [
    ["DELETE", "DELETE_COMPLETE"],
    ["ROLLBACK", "ROLLBACK_COMPLETE"],
    ["DO_NOTHING", "CREATE_FAILED"],
  ] as const) {
    it(`end a failed creation as OnStackFailure=${onFailure} says`, async () => {
      const template = { Resources: { G: group("cs-failing", "not an action") } };
      const name = `failing-${onFailure.toLowerCase().replace("_", "-")}`;
      const more = { ChangeSetType: "CREATE", OnStackFailure: onFailure } as const;
      const made = await makeChangeSet(fixture, name, template, more);
      const stack = await executeChangeSet(fixture, made);
      assert.equal(stack.StackStatus, status);
      assert.equal((await settledChangeSet(fixture, made.ChangeSetId!)).ExecutionStatus, "EXECUTE_FAILED");
    });
  }

  it("are obsolete once the stack was updated without them, and gone once another was executed", async () => {
    const template = (action: string) => ({ Resources: { G: group("cs-stale", action) } });
    await fixture.create("stale", template("s3:ListAllMyBuckets"));
    const first = await makeChangeSet(fixture, "stale", template("iam:ListRoles"));
    await fixture.update("stale", template("iam:ListUsers"));
    await assert.rejects(executeChangeSet(fixture, first), {
      name: "InvalidChangeSetStatusException",
      message: `ChangeSet [${first.ChangeSetId}] cannot be executed in its current execution status of [OBSOLETE]`,
    });
    const others = await Promise.all(
      ["second", "third"].map((ChangeSetName) =>
        makeChangeSet(fixture, "stale", template("iam:ListGroups"), { ChangeSetName }),
      ),
    );
    await executeChangeSet(fixture, others[0]!);
    await assert.rejects(executeChangeSet(fixture, others[1]!), { name: "ChangeSetNotFoundException" });
  });

  it("are shown page by page", async () => {
    const Resources = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`P${index}`, parameter(`/cs/page/${index}`)]),
    );
    await makeChangeSet(fixture, "paged", { Resources }, { ChangeSetType: "CREATE" });
    const input = { ChangeSetName: "changes", StackName: "paged" };
    const first = await fixture.cfn.send(new DescribeChangeSetCommand(input));
    const second = await fixture.cfn.send(
      new DescribeChangeSetCommand({ ...input, NextToken: first.NextToken }),
    );
    const ids = new Set([...actions(first.Changes), ...actions(second.Changes)]);
    assert.deepEqual([first.Changes!.length, ids.size, second.NextToken], [100, 120, undefined]);
  });

  it("get no second content under a name in use, and the same answer to the same request", async () => {
    const template = (action: string) => ({ Resources: { G: group("cs-twice", action) } });
    await fixture.create("twice", template("s3:ListAllMyBuckets"));
    const first = await makeChangeSet(fixture, "twice", template("iam:ListRoles"));
    const again = await makeChangeSet(fixture, "twice", template("iam:ListRoles"));
    assert.equal(again.ChangeSetId, first.ChangeSetId);
    await assert.rejects(makeChangeSet(fixture, "twice", template("iam:ListUsers")), {
      name: "AlreadyExistsException",
      message: "ChangeSet changes cannot be created due to a mismatch with existing attribute Template",
    });
  });
});

describe("change sets that are refused", () => {
  const fixture = new StackFixture();
  before(async () => {
    await fixture.start();
    await fixture.create("there", { Resources: { G: group("refused-group") } });
  });
  after(() => fixture.stop());

  const TemplateBody = JSON.stringify({ Resources: { G: group("refused-group", "iam:ListRoles") } });
  const valid = {
    StackName: "there",
    ChangeSetName: "c",
    TemplateBody,
    Capabilities: ["CAPABILITY_NAMED_IAM" as const],
  };
  const cases: [string, Record<string, unknown>, string | RegExp, string?][] = [
    ["a stack that does not exist", { StackName: "absent" }, "Stack [absent] does not exist"],
    [
      "a name with a dot",
      { ChangeSetName: "a.b" },
      /Value 'a\.b' at 'changeSetName' failed to satisfy constraint/,
    ],
    ["no template", { TemplateBody: undefined }, "Either Template URL or Template Body must be specified."],
    ["a broken template", { TemplateBody: "{" }, /Template format error/],
    [
      "no capability",
      { Capabilities: [] },
      "Requires capabilities : [CAPABILITY_NAMED_IAM]",
      "InsufficientCapabilitiesException",
    ],
    ["an unknown type", { ChangeSetType: "OTHER" }, /'changeSetType' failed to satisfy constraint/],
    [
      "an import",
      { ChangeSetType: "IMPORT" },
      /does not have cloudformation:CreateChangeSet of type IMPORT/,
      "NotImplemented",
    ],
    [
      "OnStackFailure=DELETE of an update",
      { OnStackFailure: "DELETE" },
      /only valid for ChangeSetType=CREATE/,
    ],
    [
      "an unknown deployment mode",
      { DeploymentMode: "OTHER" },
      /'deploymentMode' failed to satisfy constraint/,
    ],
  ];
  for (const [title, input, message, name = "ValidationError"] of cases) {
    it(`because of ${title}`, async () => {
      const command = new CreateChangeSetCommand({ ...valid, ...input });
      await assert.rejects(fixture.cfn.send(command), { name, message });
    });
  }

  it("because the stack can't be updated", async () => {
    await fixture.create("failed", { Resources: { G: group("refused-group") } });
    await assert.rejects(fixture.cfn.send(new CreateChangeSetCommand({ ...valid, StackName: "failed" })), {
      message: /is in ROLLBACK_COMPLETE state and can not be updated\.$/,
    });
  });

  it("by a name without its stack, or that is not there", async () => {
    const describe = (input: { ChangeSetName: string; StackName?: string }) =>
      fixture.cfn.send(new DescribeChangeSetCommand(input));
    await assert.rejects(describe({ ChangeSetName: "c" }), {
      message: "StackName must be specified if ChangeSetName is not specified as an ARN.",
    });
    await assert.rejects(describe({ ChangeSetName: "c", StackName: "there" }), {
      name: "ChangeSetNotFoundException",
      message: "ChangeSet [c] does not exist",
    });
    // AWS answers the deletion of what is not there with success, as long as the stack is.
    await fixture.cfn.send(new DeleteChangeSetCommand({ ChangeSetName: "c", StackName: "there" }));
    await assert.rejects(
      fixture.cfn.send(new DeleteChangeSetCommand({ ChangeSetName: "c", StackName: "absent" })),
      /does not exist/,
    );
  });
});
