import assert from "node:assert/strict";
import { ACCOUNT, documentOfSize, READ_S3, refusal, TestServer, TRUST_EC2 } from "./embedded-server";

type Iam = ReturnType<TestServer["clients"]>["iam"];

describe("what embedded IAM refuses", () => {
  let server: TestServer;
  let iam: Iam;

  before(async () => {
    server = await TestServer.start();
    iam = server.clients().iam;
    await iam.createGroup({ GroupName: "g" });
    await iam.createRole({ RoleName: "r", AssumeRolePolicyDocument: TRUST_EC2 });
    await iam.createPolicy({ PolicyName: "p", PolicyDocument: READ_S3, Path: "/some/" });
  });
  after(() => server.stop());

  const missing = `arn:aws:iam::${ACCOUNT}:policy/none`;
  const admin = "arn:aws:iam::aws:policy/AdministratorAccess";
  const cases: [string, (iam: Iam) => Promise<unknown>, string, number][] = [
    [
      "a group's name in other letters",
      (c) => c.createGroup({ GroupName: "G", Path: "/x/" }),
      "EntityAlreadyExists",
      409,
    ],
    [
      "a role that is there",
      (c) => c.createRole({ RoleName: "r", AssumeRolePolicyDocument: TRUST_EC2 }),
      "EntityAlreadyExists",
      409,
    ],
    [
      "a policy's name under another path",
      (c) => c.createPolicy({ PolicyName: "p", PolicyDocument: READ_S3 }),
      "EntityAlreadyExists",
      409,
    ],
    ["an unknown group", (c) => c.getGroup({ GroupName: "none" }), "NoSuchEntity", 404],
    ["an unknown role", (c) => c.getRole({ RoleName: "none" }), "NoSuchEntity", 404],
    ["an unknown policy", (c) => c.getPolicy({ PolicyArn: missing }), "NoSuchEntity", 404],
    [
      "a policy under the wrong path",
      (c) => c.getPolicy({ PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/p` }),
      "NoSuchEntity",
      404,
    ],
    [
      "an AWS policy that AWS has not",
      (c) => c.getPolicy({ PolicyArn: "arn:aws:iam::aws:policy/Nothing" }),
      "NoSuchEntity",
      404,
    ],
    [
      "an unknown inline policy",
      (c) => c.getRolePolicy({ RoleName: "r", PolicyName: "none" }),
      "NoSuchEntity",
      404,
    ],
    [
      "attaching an unknown policy",
      (c) => c.attachRolePolicy({ RoleName: "r", PolicyArn: missing }),
      "NoSuchEntity",
      404,
    ],
    [
      "detaching what is not attached",
      (c) => c.detachRolePolicy({ RoleName: "r", PolicyArn: admin }),
      "NoSuchEntity",
      404,
    ],
    [
      "an ARN that is none",
      (c) => c.attachRolePolicy({ RoleName: "r", PolicyArn: "arn:aws:s3:::something-else" }),
      "InvalidInput",
      400,
    ],
    [
      "an unknown boundary",
      (c) =>
        c.createRole({ RoleName: "b", AssumeRolePolicyDocument: TRUST_EC2, PermissionsBoundary: missing }),
      "NoSuchEntity",
      404,
    ],
    [
      "a group name of 129 characters",
      (c) => c.createGroup({ GroupName: "x".repeat(129) }),
      "ValidationError",
      400,
    ],
    [
      "a role name of 65 characters",
      (c) => c.createRole({ RoleName: "x".repeat(65), AssumeRolePolicyDocument: TRUST_EC2 }),
      "ValidationError",
      400,
    ],
    ["a name with a space", (c) => c.createGroup({ GroupName: "a b" }), "ValidationError", 400],
    [
      "a path without its end",
      (c) => c.createGroup({ GroupName: "path", Path: "/x" }),
      "ValidationError",
      400,
    ],
    ["a missing name", (c) => c.createGroup({ GroupName: undefined }), "ValidationError", 400],
    [
      "a session of 13 hours",
      (c) => c.updateRole({ RoleName: "r", MaxSessionDuration: 46_800 }),
      "ValidationError",
      400,
    ],
    ["a page of 1,001", (c) => c.listRoles({ MaxItems: 1001 }), "ValidationError", 400],
    [
      "a tag key twice",
      (c) =>
        c.tagRole({
          RoleName: "r",
          Tags: [
            { Key: "a", Value: "" },
            { Key: "A", Value: "" },
          ],
        }),
      "InvalidInput",
      400,
    ],
    [
      "AWS's own tags",
      (c) => c.tagRole({ RoleName: "r", Tags: [{ Key: "aws:x", Value: "" }] }),
      "InvalidInput",
      400,
    ],
    [
      "51 tags",
      (c) =>
        c.tagRole({
          RoleName: "r",
          Tags: Array.from({ length: 51 }, (_, i) => ({ Key: `k${i}`, Value: "" })),
        }),
      "InvalidInput",
      400,
    ],
    [
      "a new version of an AWS policy",
      (c) => c.createPolicyVersion({ PolicyArn: admin, PolicyDocument: READ_S3 }),
      "AccessDenied",
      403,
    ],
    ["deleting an AWS policy", (c) => c.deletePolicy({ PolicyArn: admin }), "AccessDenied", 403],
    [
      "5,121 characters in a group",
      (c) => c.putGroupPolicy({ GroupName: "g", PolicyName: "x", PolicyDocument: documentOfSize(5121) }),
      "LimitExceeded",
      409,
    ],
    [
      "10,241 characters in a role",
      (c) => c.putRolePolicy({ RoleName: "r", PolicyName: "x", PolicyDocument: documentOfSize(10_241) }),
      "LimitExceeded",
      409,
    ],
    [
      "6,145 characters in a managed policy",
      (c) => c.createPolicy({ PolicyName: "x", PolicyDocument: documentOfSize(6145) }),
      "LimitExceeded",
      409,
    ],
    [
      "letters beyond Latin-1 in a document",
      (c) => c.createPolicy({ PolicyName: "x", PolicyDocument: READ_S3.replace("/*", "/\u20ac") }),
      "ValidationError",
      400,
    ],
    [
      "what this server has not",
      (c) => c.createLoginProfile({ UserName: "u", Password: "secret-1" }),
      "NotImplemented",
      501,
    ],
  ];
  for (const [name, call, code, status] of cases) {
    it(name, async () => {
      const refused = await refusal(call(iam));
      assert.deepEqual([refused.code, refused.status], [code, status]);
    });
  }

  it("but not what is just within the limits", async () => {
    await iam.putGroupPolicy({ GroupName: "g", PolicyName: "x", PolicyDocument: documentOfSize(5120) });
    await iam.putRolePolicy({ RoleName: "r", PolicyName: "x", PolicyDocument: documentOfSize(10_240) });
    await iam.createPolicy({ PolicyName: "x", PolicyDocument: `  ${documentOfSize(6144)}\n` });
    const second = iam.putGroupPolicy({ GroupName: "g", PolicyName: "y", PolicyDocument: READ_S3 });
    assert.equal((await refusal(second)).code, "LimitExceeded", "inline policies count together");
    assert.deepEqual((await iam.listGroupPolicies({ GroupName: "g" })).PolicyNames, ["x"]);
  });
});
