import assert from "node:assert/strict";
import {
  ACCOUNT,
  policy,
  READ_S3,
  refusal,
  REGION,
  TestServer,
  TRUST_EC2,
} from "../services/embedded-server";

type Clients = ReturnType<TestServer["clients"]>;
type Call = (clients: Clients) => Promise<unknown>;

const IAM = `arn:aws:iam::${ACCOUNT}`;

interface Case {
  name: string;
  statement: Record<string, unknown>;
  allowed?: [string, Call][];
  refused?: [string, Call][];
}

const allow = (Action: string | string[], Resource: string | string[], Condition?: unknown) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});

const createRole =
  (more: Record<string, unknown>): Call =>
  ({ iam }) =>
    iam
      .createRole({ RoleName: "x-made", AssumeRolePolicyDocument: TRUST_EC2, ...more })
      .then(() => iam.deleteRole({ RoleName: "x-made" }).catch(() => undefined));

const cases: Case[] = [
  {
    name: "resources by their names",
    statement: allow("iam:*", `${IAM}:group/x-*`),
    allowed: [
      ["a group in the scope", ({ iam }) => iam.getGroup({ GroupName: "x-group" })],
      [
        "a policy of that group",
        ({ iam }) => iam.putGroupPolicy({ GroupName: "x-group", PolicyName: "p", PolicyDocument: READ_S3 }),
      ],
    ],
    refused: [
      ["another group", ({ iam }) => iam.getGroup({ GroupName: "y-group" })],
      ["a role", ({ iam }) => iam.getRole({ RoleName: "x-role" })],
      ["a listing, which knows no resources", ({ iam }) => iam.listGroups({})],
    ],
  },
  {
    name: "the tags of a resource",
    statement: allow("iam:*", "*", { StringEquals: { "aws:ResourceTag/Owner": "ann" } }),
    allowed: [["Ann's role", ({ iam }) => iam.getRole({ RoleName: "x-role" })]],
    refused: [["a role without an owner", ({ iam }) => iam.getRole({ RoleName: "y-role" })]],
  },
  {
    name: "the tags of a request",
    statement: allow(["iam:CreateRole", "iam:TagRole", "iam:DeleteRole"], "*", {
      StringEqualsIfExists: { "aws:RequestTag/ManagedBy": "tierguard" },
      "ForAllValues:StringEquals": { "aws:TagKeys": ["ManagedBy", "Tier"] },
    }),
    allowed: [["right tags", createRole({ Tags: [{ Key: "ManagedBy", Value: "tierguard" }] })]],
    refused: [
      ["another value", createRole({ Tags: [{ Key: "ManagedBy", Value: "hand" }] })],
      [
        "another key",
        createRole({
          Tags: [
            { Key: "ManagedBy", Value: "tierguard" },
            { Key: "X", Value: "" },
          ],
        }),
      ],
    ],
  },
  {
    name: "tags beside what has them",
    statement: allow(["iam:CreateRole", "iam:DeleteRole", "ssm:PutParameter"], "*"),
    allowed: [["a role without tags", createRole({})]],
    refused: [
      ["a role with tags", createRole({ Tags: [{ Key: "a", Value: "b" }] })],
      [
        "a parameter with tags",
        ({ ssm }) =>
          ssm.putParameter({ Name: "/x/t", Value: "v", Type: "String", Tags: [{ Key: "a", Value: "b" }] }),
      ],
    ],
  },
  {
    name: "the boundary of a new role",
    statement: allow(["iam:CreateRole", "iam:DeleteRole"], "*", {
      StringEquals: { "iam:PermissionsBoundary": `${IAM}:policy/x-boundary` },
    }),
    allowed: [["with the boundary", createRole({ PermissionsBoundary: `${IAM}:policy/x-boundary` })]],
    refused: [["without", createRole({})]],
  },
  {
    name: "the policy that is attached",
    statement: allow(["iam:AttachRolePolicy", "iam:DetachRolePolicy"], "*", {
      ArnLike: { "iam:PolicyARN": `${IAM}:policy/x-*` },
    }),
    allowed: [
      [
        "one in the scope",
        ({ iam }) => iam.attachRolePolicy({ RoleName: "y-role", PolicyArn: `${IAM}:policy/x-boundary` }),
      ],
    ],
    refused: [
      [
        "AWS's administrator",
        ({ iam }) =>
          iam.attachRolePolicy({
            RoleName: "y-role",
            PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
          }),
      ],
    ],
  },
  {
    name: "the region",
    statement: allow("*", "*", { StringEquals: { "aws:RequestedRegion": [REGION, "us-east-1"] } }),
    allowed: [
      ["a parameter there", ({ ssm }) => ssm.getParameter({ Name: "/x/a" })],
      ["IAM, which is in us-east-1", ({ iam }) => iam.listGroups({})],
    ],
  },
  {
    name: "another region",
    statement: allow("*", "*", { StringEquals: { "aws:RequestedRegion": "ap-south-1" } }),
    refused: [["a parameter here", ({ ssm }) => ssm.getParameter({ Name: "/x/a" })]],
  },
  {
    name: "parameters by path",
    statement: allow(
      ["ssm:GetParameter", "ssm:GetParameters", "ssm:PutParameter"],
      `arn:aws:ssm:${REGION}:${ACCOUNT}:parameter/x/*`,
    ),
    allowed: [
      ["one below", ({ ssm }) => ssm.getParameter({ Name: "/x/a" })],
      [
        "a new one below",
        ({ ssm }) => ssm.putParameter({ Name: "/x/b", Value: "v", Type: "String", Overwrite: true }),
      ],
    ],
    refused: [
      ["one elsewhere", ({ ssm }) => ssm.getParameter({ Name: "/y/a" })],
      ["one elsewhere among others", ({ ssm }) => ssm.getParameters({ Names: ["/x/a", "/y/a"] })],
      ["deleting", ({ ssm }) => ssm.deleteParameter({ Name: "/x/a" })],
    ],
  },
  {
    name: "objects of a bucket",
    statement: allow(
      ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
      ["arn:aws:s3:::x-bucket", "arn:aws:s3:::x-bucket/t/*"],
    ),
    allowed: [
      ["putting", ({ s3 }) => s3.putObject({ Bucket: "x-bucket", Key: "t/a", Body: "a" })],
      ["asking for its head", ({ s3 }) => s3.headObject({ Bucket: "x-bucket", Key: "t/a" })],
      ["listing", ({ s3 }) => s3.listObjectsV2({ Bucket: "x-bucket" })],
    ],
    refused: [
      ["another key", ({ s3 }) => s3.putObject({ Bucket: "x-bucket", Key: "u/a", Body: "a" })],
      ["deleting", ({ s3 }) => s3.deleteObject({ Bucket: "x-bucket", Key: "t/a" })],
      ["all buckets", ({ s3 }) => s3.listBuckets({})],
    ],
  },
  {
    name: "TLS, for which the loopback stands in",
    statement: allow("iam:ListRoles", "*", { Bool: { "aws:SecureTransport": "true" } }),
    allowed: [["a listing", ({ iam }) => iam.listRoles({})]],
  },
];

describe("rights of callers", () => {
  let server: TestServer;

  before(async () => {
    server = await TestServer.start();
    const { iam, ssm, s3 } = server.clients();
    await iam.createGroup({ GroupName: "x-group" });
    await iam.createGroup({ GroupName: "y-group" });
    await iam.createRole({
      RoleName: "x-role",
      AssumeRolePolicyDocument: TRUST_EC2,
      Tags: [{ Key: "Owner", Value: "ann" }],
    });
    await iam.createRole({ RoleName: "y-role", AssumeRolePolicyDocument: TRUST_EC2 });
    await iam.createPolicy({ PolicyName: "x-boundary", PolicyDocument: READ_S3 });
    await ssm.putParameter({ Name: "/x/a", Value: "v", Type: "String" });
    await ssm.putParameter({ Name: "/y/a", Value: "v", Type: "String" });
    await s3.createBucket({ Bucket: "x-bucket" });
  });
  after(() => server.stop());

  async function caller(
    name: string,
    statement: unknown,
    context?: Record<string, string>,
  ): Promise<Clients> {
    const policies = [{ Version: "2012-10-17", Statement: [statement] }];
    await server.control("POST", "callers", { accessKeyId: name, policies, context });
    return server.clients({ accessKeyId: name, secretAccessKey: "x" });
  }

  cases.forEach(({ name, statement, allowed = [], refused = [] }, index) => {
    describe(name, () => {
      for (const [what, call] of allowed) {
        it(`allow ${what}`, async () => void (await call(await caller(`CASE${index}`, statement))));
      }
      for (const [what, call] of refused) {
        it(`refuse ${what}`, async () => {
          const { code, status, message } = await refusal(call(await caller(`CASE${index}`, statement)));
          const expected = code === "AccessDenied" ? 403 : 400;
          assert.ok(["AccessDenied", "AccessDeniedException"].includes(code), `${code}: ${message}`);
          assert.equal(status, expected);
        });
      }
    });
  });

  it("says who may not do what, as AWS does", async () => {
    const { iam } = await caller("WORDS", allow("iam:GetGroup", "*"));
    const { message } = await refusal(iam.createGroup({ GroupName: "new", Path: "/p/" }));
    assert.equal(
      message,
      `User: ${IAM}:user/WORDS is not authorized to perform: iam:CreateGroup on resource: ${IAM}:group/p/new because no identity-based policy allows the iam:CreateGroup action`,
    );
    const denying = await caller("DENIED", { Effect: "Deny", Action: "iam:*", Resource: "*" });
    assert.match(
      (await refusal(denying.iam.listGroups({}))).message,
      /with an explicit deny in an identity-based policy$/,
    );
  });

  it("asks for MFA of a caller whose session has none", async () => {
    const statement = allow("iam:ListRoles", "*", { Bool: { "aws:MultiFactorAuthPresent": "true" } });
    const without = await caller("NOMFA", statement);
    assert.equal((await refusal(without.iam.listRoles({}))).code, "AccessDenied");
    const present = await caller("MFA", statement, { "aws:MultiFactorAuthPresent": "true" });
    await present.iam.listRoles({});
  });

  it("gives a user the rights of its groups, within its boundary, at once", async () => {
    const { iam } = server.clients();
    const UserName = "bob";
    await iam.createUser({ UserName });
    const { AccessKey } = await iam.createAccessKey({ UserName });
    const keys = { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
    const bob = server.clients(keys);
    assert.equal((await refusal(bob.iam.listRoles({}))).code, "AccessDenied");
    await iam.createGroup({ GroupName: "listers" });
    const PolicyDocument = policy(allow(["iam:ListRoles", "iam:ListGroups"], "*"));
    await iam.putGroupPolicy({ GroupName: "listers", PolicyName: "list", PolicyDocument });
    await iam.addUserToGroup({ GroupName: "listers", UserName });
    await bob.iam.listRoles({});
    const boundary = policy(allow("iam:ListGroups", "*"));
    const { Policy } = await iam.createPolicy({ PolicyName: "groups-only", PolicyDocument: boundary });
    await iam.putUserPermissionsBoundary({ UserName, PermissionsBoundary: Policy!.Arn });
    await bob.iam.listGroups({});
    assert.match(
      (await refusal(bob.iam.listRoles({}))).message,
      /because no permissions boundary allows the iam:ListRoles action$/,
    );
    await iam.updateAccessKey({ UserName, AccessKeyId: keys.accessKeyId, Status: "Inactive" });
    assert.equal((await refusal(bob.iam.listGroups({}))).code, "InvalidClientTokenId");
  });

  it("refuses a caller's policy that IAM would refuse", async () => {
    const answer = await server.control("POST", "callers", {
      accessKeyId: "BAD",
      policies: [{ Statement: [] }],
    });
    assert.equal((answer as { code: string }).code, "MalformedPolicyDocument");
  });
});
