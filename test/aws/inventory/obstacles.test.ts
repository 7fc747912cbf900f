import assert from "node:assert/strict";
import type { AwsClients } from "../../../aws/clients";
import { findStack } from "../../../aws/deployed-stack";
import { cliCommand } from "../../../aws/inventory/make-obstacle";
import { listObstacles } from "../../../aws/inventory/obstacles";
import { removeObstacles } from "../../../aws/inventory/remove-obstacles";
import { embeddedAccount } from "../embedded-account";
import {
  ACCOUNT,
  DOCUMENT,
  GROUP,
  POLICY,
  policyArn,
  REGION,
  ROLE,
  STACK,
  TAGS,
  template,
  TRUST,
} from "./fixture";

const READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const AUDIT = "arn:aws:iam::aws:policy/SecurityAudit";
const target = { stackName: STACK, accountId: ACCOUNT, region: REGION };

interface Case {
  name: string;
  /** What somebody does beside the stack. */
  change: (aws: AwsClients) => Promise<unknown>;
  /** `kind on what removedBy`, an obstacle each. */
  expected: string[];
}

const cases: Case[] = [
  { name: "a stack as it was deployed", change: () => Promise.resolve(), expected: [] },
  {
    name: "a user in a group",
    change: async (aws) => {
      const iam = await aws.iam();
      await iam.createUser({ UserName: "ann" });
      await iam.addUserToGroup({ GroupName: GROUP, UserName: "ann" });
    },
    expected: [`member ${GROUP} ann detach`],
  },
  {
    name: "a policy attached to a group, where the template attaches the same to a role",
    change: async (aws) => (await aws.iam()).attachGroupPolicy({ GroupName: GROUP, PolicyArn: READ_ONLY }),
    expected: [`attached-policy ${GROUP} ${READ_ONLY} detach`],
  },
  {
    name: "a policy attached to a role",
    change: async (aws) => (await aws.iam()).attachRolePolicy({ RoleName: ROLE, PolicyArn: AUDIT }),
    expected: [`attached-policy ${ROLE} ${AUDIT} detach`],
  },
  {
    name: "inline policies beside the stack's own",
    change: async (aws) => {
      const iam = await aws.iam();
      const policy = { PolicyName: "by-hand", PolicyDocument: JSON.stringify(DOCUMENT) };
      await iam.putGroupPolicy({ GroupName: GROUP, ...policy });
      await iam.putRolePolicy({ RoleName: ROLE, ...policy });
    },
    expected: [`inline-policy ${GROUP} by-hand detach`, `inline-policy ${ROLE} by-hand detach`],
  },
  {
    name: "the stack's policy attached to a user, a group and a role beside it",
    change: async (aws) => {
      const iam = await aws.iam();
      const PolicyArn = policyArn(POLICY);
      await iam.createUser({ UserName: "ann" });
      await iam.attachUserPolicy({ UserName: "ann", PolicyArn });
      await iam.createGroup({ GroupName: "others" });
      await iam.attachGroupPolicy({ GroupName: "others", PolicyArn });
      await iam.createRole({ RoleName: "other", AssumeRolePolicyDocument: JSON.stringify(TRUST) });
      await iam.attachRolePolicy({ RoleName: "other", PolicyArn });
    },
    expected: ["ann", "other", "others"].map((entity) => `policy-in-use ${POLICY} ${entity} detach`),
  },
  {
    name: "an instance profile with a role",
    change: async (aws) => {
      const iam = await aws.iam();
      await iam.createInstanceProfile({ InstanceProfileName: "web" });
      await iam.addRoleToInstanceProfile({ InstanceProfileName: "web", RoleName: ROLE });
    },
    expected: [`instance-profile ${ROLE} web detach`],
  },
];

describe("what stands in the way of a deletion", function () {
  this.timeout(60_000);
  const account = embeddedAccount(REGION);
  beforeEach(() => account.deploy({ name: STACK, template: template(), tags: TAGS }));

  const list = async () => {
    const { obstacles, unanswered } = await listObstacles(account.aws, target);
    const lines = obstacles.map(({ kind, on, what, removedBy }) => `${kind} ${on} ${what} ${removedBy}`);
    return { obstacles, unanswered, lines: lines.sort() };
  };
  const deleteStack = async () => {
    await (await account.aws.cloudFormation()).deleteStack({ StackName: STACK });
    for (;;) {
      const stack = await findStack(account.aws, STACK);
      if (stack === undefined || !stack.status.endsWith("_IN_PROGRESS")) return stack?.status ?? "gone";
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  for (const { name, change, expected } of cases) {
    it(`${name}: is listed, really is in the way, and is gone once it is removed`, async () => {
      await change(account.aws);
      await account.calls();
      const { obstacles, unanswered, lines } = await list();
      assert.deepEqual(lines, expected);
      assert.deepEqual(unanswered, []);
      assert.deepEqual(
        (await account.calls()).filter((call) => !/:(Describe|Get|List)/.test(call)),
        [],
      );
      if (expected.length > 0) assert.equal(await deleteStack(), "DELETE_FAILED");
      const { removed, failed } = await removeObstacles(account.aws, obstacles);
      assert.deepEqual([removed.length, failed.length], [expected.length, 0]);
      assert.deepEqual((await list()).lines, []);
      assert.equal(await deleteStack(), "gone");
    });
  }

  it("never removes more than was listed", async () => {
    const iam = await account.aws.iam();
    for (const UserName of ["ann", "bob"]) await iam.createUser({ UserName });
    await iam.addUserToGroup({ GroupName: GROUP, UserName: "ann" });
    const { obstacles } = await list();
    await iam.addUserToGroup({ GroupName: GROUP, UserName: "bob" });
    await iam.attachRolePolicy({ RoleName: ROLE, PolicyArn: AUDIT });
    await removeObstacles(account.aws, obstacles);
    assert.deepEqual((await list()).lines, [
      `attached-policy ${ROLE} ${AUDIT} detach`,
      `member ${GROUP} bob detach`,
    ]);
  });

  it("leaves protection and boundaries alone, and says what removes them", async () => {
    const iam = await account.aws.iam();
    await iam.createUser({ UserName: "ann", PermissionsBoundary: policyArn(POLICY) });
    const cloudFormation = await account.aws.cloudFormation();
    await cloudFormation.updateTerminationProtection({ StackName: STACK, EnableTerminationProtection: true });
    const { obstacles, lines } = await list();
    assert.deepEqual(lines, [
      `boundary-in-use ${POLICY} ann hand`,
      `termination-protection ${STACK} termination protection unprotect`,
    ]);
    for (const { byHand } of obstacles) assert.notEqual(byHand, "");
    assert.deepEqual(await removeObstacles(account.aws, obstacles), { removed: [], failed: [] });
    assert.deepEqual((await list()).lines, lines);
  });

  it("counts as removed what is gone already, says what AWS refused, and stops when interrupted", async () => {
    const iam = await account.aws.iam();
    await iam.createUser({ UserName: "ann" });
    await iam.addUserToGroup({ GroupName: GROUP, UserName: "ann" });
    await iam.attachRolePolicy({ RoleName: ROLE, PolicyArn: AUDIT });
    const { obstacles } = await list();
    await iam.removeUserFromGroup({ GroupName: GROUP, UserName: "ann" });
    const error = { code: "AccessDenied", message: "no", status: 403 };
    await account.fault({ service: "iam", operation: "DetachRolePolicy", error });
    const signal = AbortSignal.abort();
    assert.deepEqual(await removeObstacles(account.aws, obstacles, { signal }), { removed: [], failed: [] });
    const { removed, failed } = await removeObstacles(account.aws, obstacles);
    assert.deepEqual(
      removed.map(({ what }) => what),
      ["ann"],
    );
    assert.deepEqual(
      failed.map(({ failure }) => failure.kind),
      ["denied"],
    );
  });

  it("says what AWS does not tell", async () => {
    const error = { code: "AccessDenied", message: "no", status: 403 };
    await account.fault({ service: "iam", operation: "GetGroup", error });
    await account.fault({ service: "cloudformation", operation: "GetTemplate", error });
    const { lines, unanswered } = await list();
    assert.deepEqual(lines, []);
    assert.deepEqual(unanswered.map(({ action }) => action).sort(), [
      "cloudformation:GetTemplate",
      "iam:GetGroup",
    ]);
  });

  it("finds nothing where there is no stack", async () => {
    assert.equal(await deleteStack(), "gone");
    assert.deepEqual((await list()).lines, []);
  });

  it("spells what removes it as the AWS CLI does", () =>
    assert.equal(
      cliCommand({ call: "RemoveRoleFromInstanceProfile", InstanceProfileName: "a b", RoleName: "it's" }),
      "aws iam remove-role-from-instance-profile --instance-profile-name 'a b' --role-name 'it'\\''s'",
    ));
});
