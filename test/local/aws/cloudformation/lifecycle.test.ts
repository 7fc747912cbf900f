import {
  CreateStackCommand,
  DescribeStackResourceCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  ListStackResourcesCommand,
  ListStacksCommand,
} from "@aws-sdk/client-cloudformation";
import {
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  DetachGroupPolicyCommand,
  GetGroupPolicyCommand,
  GetPolicyCommand,
  GetRoleCommand,
  ListAttachedGroupPoliciesCommand,
  ListGroupPoliciesCommand,
  ListPolicyVersionsCommand,
  PutGroupPolicyCommand,
} from "@aws-sdk/client-iam";
import { GetParameterCommand } from "@aws-sdk/client-ssm";
import assert from "node:assert/strict";
import { allow, group, parameter, StackFixture, trust } from "./stack-fixture";

const whole = {
  Description: "All of it",
  Resources: {
    Policy: {
      Type: "AWS::IAM::ManagedPolicy",
      Properties: { ManagedPolicyName: "whole-policy", PolicyDocument: allow("s3:ListAllMyBuckets") },
    },
    Group: {
      Type: "AWS::IAM::Group",
      Properties: {
        GroupName: "whole-group",
        ManagedPolicyArns: [{ Ref: "Policy" }],
        Policies: [{ PolicyName: "inline", PolicyDocument: allow("iam:ListRoles") }],
      },
    },
    Role: {
      Type: "AWS::IAM::Role",
      Properties: {
        AssumeRolePolicyDocument: trust("ec2.amazonaws.com"),
        ManagedPolicyArns: [{ Ref: "Policy" }],
        PermissionsBoundary: { Ref: "Policy" },
        Tags: [{ Key: "own", Value: "1" }],
      },
    },
    Arn: parameter("/whole/arn", { "Fn::GetAtt": ["Role", "Arn"] }, { DependsOn: "Group" }),
    Kept: parameter("/whole/kept", "k", { DeletionPolicy: "Retain" }),
  },
  Outputs: { GroupArn: { Value: { "Fn::GetAtt": ["Group", "Arn"] } }, Policy: { Value: { Ref: "Policy" } } },
};

describe("stacks from creation to deletion", () => {
  const fixture = new StackFixture();
  before(() => fixture.start());
  after(() => fixture.stop());

  it("creates what the template says, is in progress meanwhile, and deletes it", async () => {
    const { StackId } = await fixture.cfn.send(
      new CreateStackCommand({
        StackName: "whole",
        TemplateBody: JSON.stringify(whole),
        Capabilities: ["CAPABILITY_NAMED_IAM"],
        Tags: [{ Key: "stack", Value: "2" }],
      }),
    );
    assert.equal((await fixture.describe("whole")).StackStatus, "CREATE_IN_PROGRESS");
    const stack = await fixture.settled(StackId!);
    assert.equal(stack.StackStatus, "CREATE_COMPLETE");
    assert.equal(stack.Description, "All of it");
    assert.deepEqual(stack.Outputs, [
      { OutputKey: "GroupArn", OutputValue: "arn:aws:iam::123456789012:group/whole-group" },
      { OutputKey: "Policy", OutputValue: "arn:aws:iam::123456789012:policy/whole-policy" },
    ]);

    const { StackResourceDetail } = await fixture.cfn.send(
      new DescribeStackResourceCommand({ StackName: "whole", LogicalResourceId: "Role" }),
    );
    const roleName = StackResourceDetail!.PhysicalResourceId!;
    assert.match(roleName, /^whole-Role-[A-Z0-9]{12}$/);
    const { Role } = await fixture.iam.send(new GetRoleCommand({ RoleName: roleName }));
    assert.deepEqual(Role!.Tags?.map((tag) => `${tag.Key}=${tag.Value}`).sort(), ["own=1", "stack=2"]);
    const arn = await fixture.ssm.send(new GetParameterCommand({ Name: "/whole/arn" }));
    assert.equal(arn.Parameter!.Value, Role!.Arn);

    const template = await fixture.cfn.send(new GetTemplateCommand({ StackName: "whole" }));
    assert.deepEqual(JSON.parse(template.TemplateBody!), whole);
    const listed = await fixture.cfn.send(new ListStackResourcesCommand({ StackName: "whole" }));
    assert.deepEqual(
      listed.StackResourceSummaries!.map(
        (resource) => `${resource.LogicalResourceId} ${resource.ResourceStatus}`,
      ),
      ["Arn", "Group", "Kept", "Policy", "Role"].map((id) => `${id} CREATE_COMPLETE`),
    );
    const found = await fixture.cfn.send(
      new DescribeStackResourcesCommand({ PhysicalResourceId: "whole-group" }),
    );
    assert.equal(found.StackResources!.length, 5);

    const gone = await fixture.delete("whole");
    assert.equal(gone.StackStatus, "DELETE_COMPLETE");
    assert.equal(gone.StackId, StackId);
    await assert.rejects(fixture.describe("whole"), /Stack with id whole does not exist/);
    await assert.rejects(fixture.iam.send(new GetRoleCommand({ RoleName: roleName })), {
      name: "NoSuchEntityException",
    });
    const kept = await fixture.ssm.send(new GetParameterCommand({ Name: "/whole/kept" }));
    assert.equal(kept.Parameter!.Value, "k");
    const list = await fixture.cfn.send(new ListStacksCommand({ StackStatusFilter: ["DELETE_COMPLETE"] }));
    assert.deepEqual(
      list.StackSummaries!.map((summary) => summary.StackName),
      ["whole"],
    );
    const all = await fixture.cfn.send(new DescribeStacksCommand({}));
    assert.ok(!all.Stacks!.some((other) => other.StackName === "whole"));
  });

  it("orders by dependencies, in creation and the other way round in deletion", async () => {
    const chain = {
      Resources: {
        A: parameter("/chain/a", { "Fn::Sub": "${B}" }),
        B: parameter("/chain/b", { Ref: "C" }),
        C: parameter("/chain/c"),
      },
    };
    const { StackId } = await fixture.create("chain", chain);
    await fixture.delete("chain");
    const events = await fixture.events(StackId!);
    const order = (status: string) =>
      events
        .filter((event) => event.ResourceStatus === status && event.LogicalResourceId !== "chain")
        .map((event) => event.LogicalResourceId);
    assert.deepEqual(order("CREATE_COMPLETE"), ["C", "B", "A"]);
    assert.deepEqual(order("DELETE_COMPLETE"), ["A", "B", "C"]);
  });

  it("has events in order with what they are about", async () => {
    const { StackId } = await fixture.create(
      "evented",
      { Resources: { P: parameter("/evented") } },
      { ClientRequestToken: "token-1" },
    );
    const events = await fixture.events("evented");
    assert.deepEqual(
      events.map((event) => [event.LogicalResourceId, event.ResourceStatus, event.ResourceStatusReason]),
      [
        ["evented", "CREATE_IN_PROGRESS", "User Initiated"],
        ["P", "CREATE_IN_PROGRESS", undefined],
        ["P", "CREATE_IN_PROGRESS", "Resource creation Initiated"],
        ["P", "CREATE_COMPLETE", undefined],
        ["evented", "CREATE_COMPLETE", undefined],
      ],
    );
    for (const event of events) {
      assert.equal(event.StackId, StackId);
      assert.equal(event.ClientRequestToken, "token-1");
      assert.ok(event.Timestamp instanceof Date);
    }
    assert.deepEqual(JSON.parse(events[3]!.ResourceProperties!), {
      Name: "/evented",
      Type: "String",
      Value: "v",
    });
    assert.equal(events[3]!.PhysicalResourceId, "/evented");
    await fixture.delete("evented");
  });

  it("pages events", async () => {
    const Resources = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`P${index}`, parameter(`/many/${index}`)]),
    );
    await fixture.create("many", { Resources });
    const events = await fixture.events("many");
    assert.equal(events.length, 2 + 40 * 3);
    assert.equal(events[0]!.LogicalResourceId, "many");
    assert.equal(new Set(events.map((event) => event.EventId)).size, events.length);
    await fixture.delete("many");
  });

  it("works on two stacks at the same time", async () => {
    const [a, b] = await Promise.all([
      fixture.create("left", { Resources: { G: group("left-group") } }),
      fixture.create("right", { Resources: { G: group("right-group") } }),
    ]);
    assert.deepEqual([a.StackStatus, b.StackStatus], ["CREATE_COMPLETE", "CREATE_COMPLETE"]);
    await Promise.all([fixture.delete("left"), fixture.delete("right")]);
  });

  it("can be deleted while it is being created", async () => {
    const { StackId } = await fixture.cfn.send(
      new CreateStackCommand({
        StackName: "hasty",
        TemplateBody: JSON.stringify({
          Resources: { A: parameter("/hasty/a"), B: parameter("/hasty/b", { Ref: "A" }) },
        }),
      }),
    );
    await fixture.delete("hasty");
    assert.equal((await fixture.describe(StackId!)).StackStatus, "DELETE_COMPLETE");
    await assert.rejects(fixture.ssm.send(new GetParameterCommand({ Name: "/hasty/a" })), {
      name: "ParameterNotFound",
    });
  });

  it("can't delete a group that something was attached to by hand", async () => {
    await fixture.create("handmade", { Resources: { G: group("handmade-group") } });
    const attachment = { GroupName: "handmade-group", PolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" };
    await fixture.iam.send(new AttachGroupPolicyCommand(attachment));
    const stack = await fixture.delete("handmade");
    assert.equal(stack.StackStatus, "DELETE_FAILED");
    assert.equal(stack.StackStatusReason, "The following resource(s) failed to delete: [G]. ");
    const failed = (await fixture.events(stack.StackId!)).find(
      (event) => event.ResourceStatus === "DELETE_FAILED",
    );
    assert.match(failed!.ResourceStatusReason!, /must detach all policies first/);
    await fixture.iam.send(new DetachGroupPolicyCommand(attachment));
    assert.equal((await fixture.delete("handmade")).StackStatus, "DELETE_COMPLETE");
  });
});

describe("updates", () => {
  const fixture = new StackFixture();
  before(() => fixture.start());
  after(() => fixture.stop());

  it("changes what differs and leaves alone what was added beside the stack", async () => {
    await fixture.create("beside", { Resources: { G: group("beside-group", "s3:ListAllMyBuckets") } });
    const extra = {
      GroupName: "beside-group",
      PolicyName: "by-hand",
      PolicyDocument: JSON.stringify(allow("ec2:*")),
    };
    await fixture.iam.send(new PutGroupPolicyCommand(extra));
    const stack = await fixture.update("beside", {
      Resources: { G: group("beside-group", "iam:ListRoles"), P: parameter("/beside") },
    });
    assert.equal(stack.StackStatus, "UPDATE_COMPLETE");
    assert.deepEqual((await fixture.statuses("beside")).slice(2), [
      "UPDATE_IN_PROGRESS",
      "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
      "UPDATE_COMPLETE",
    ]);
    const { PolicyNames } = await fixture.iam.send(
      new ListGroupPoliciesCommand({ GroupName: "beside-group" }),
    );
    assert.deepEqual(PolicyNames!.sort(), ["by-hand", "inline"]);
    const { PolicyDocument } = await fixture.iam.send(
      new GetGroupPolicyCommand({ GroupName: "beside-group", PolicyName: "inline" }),
    );
    assert.deepEqual(JSON.parse(decodeURIComponent(PolicyDocument!)), allow("iam:ListRoles"));
    await fixture.ssm.send(new GetParameterCommand({ Name: "/beside" }));
  });

  it("removes what the template no longer has", async () => {
    const Resources = { A: parameter("/less/a"), B: parameter("/less/b") };
    await fixture.create("less", { Resources });
    await fixture.update("less", { Resources: { A: Resources.A } });
    await assert.rejects(fixture.ssm.send(new GetParameterCommand({ Name: "/less/b" })), {
      name: "ParameterNotFound",
    });
    const { StackResources } = await fixture.cfn.send(
      new DescribeStackResourcesCommand({ StackName: "less" }),
    );
    assert.deepEqual(
      StackResources!.map((resource) => resource.LogicalResourceId),
      ["A"],
    );
  });

  it("replaces a resource whose new properties need it, and what refers to it follows", async () => {
    const template = (GroupName: string) => ({
      Resources: { G: group(GroupName), Name: parameter("/renamed", { Ref: "G" }) },
    });
    await fixture.create("renamed", template("old-name"));
    const stack = await fixture.update("renamed", template("new-name"));
    assert.equal(stack.StackStatus, "UPDATE_COMPLETE");
    const { Parameter } = await fixture.ssm.send(new GetParameterCommand({ Name: "/renamed" }));
    assert.equal(Parameter!.Value, "new-name");
    const events = await fixture.events("renamed");
    const seen = events
      .filter((event) => event.LogicalResourceId === "G" && event.ResourceStatus === "DELETE_COMPLETE")
      .map((event) => event.PhysicalResourceId);
    assert.deepEqual(seen, ["old-name"]);
    await fixture.iam.send(new CreateGroupCommand({ GroupName: "old-name" }));
  });

  it("makes room for a managed policy's sixth version", async () => {
    const template = (action: string) => ({
      Resources: {
        P: {
          Type: "AWS::IAM::ManagedPolicy",
          Properties: { ManagedPolicyName: "six", PolicyDocument: allow(action) },
        },
        G: {
          Type: "AWS::IAM::Group",
          Properties: { GroupName: "six-group", ManagedPolicyArns: [{ Ref: "P" }] },
        },
      },
    });
    await fixture.create("versions", template("s3:Action0"));
    for (let index = 1; index <= 5; index++) await fixture.update("versions", template(`s3:Action${index}`));
    const PolicyArn = "arn:aws:iam::123456789012:policy/six";
    const { Versions } = await fixture.iam.send(new ListPolicyVersionsCommand({ PolicyArn }));
    assert.deepEqual(Versions!.map((version) => version.VersionId).sort(), ["v2", "v3", "v4", "v5", "v6"]);
    const { Policy } = await fixture.iam.send(new GetPolicyCommand({ PolicyArn }));
    assert.equal(Policy!.DefaultVersionId, "v6");
    const { AttachedPolicies } = await fixture.iam.send(
      new ListAttachedGroupPoliciesCommand({ GroupName: "six-group" }),
    );
    assert.equal(AttachedPolicies!.length, 1);
  });

  it("hands changed tags of the stack to its resources, and changed outputs alone are an update", async () => {
    const Resources = {
      R: {
        Type: "AWS::IAM::Role",
        Properties: { RoleName: "tagged", AssumeRolePolicyDocument: trust("ec2.amazonaws.com") },
      },
    };
    await fixture.create("tagged", { Resources }, { Tags: [{ Key: "a", Value: "1" }] });
    await fixture.update("tagged", { Resources }, { Tags: [{ Key: "b", Value: "2" }] });
    const { Role } = await fixture.iam.send(new GetRoleCommand({ RoleName: "tagged" }));
    assert.deepEqual(Role!.Tags, [{ Key: "b", Value: "2" }]);
    const stack = await fixture.update("tagged", { Resources, Outputs: { X: { Value: "1" } } });
    assert.deepEqual(stack.Outputs, [{ OutputKey: "X", OutputValue: "1" }]);
    assert.deepEqual(stack.Tags, [{ Key: "b", Value: "2" }]);
  });
});
