import assert from "node:assert/strict";
import type { Credentials } from "@aws-sdk/client-sts";
import { ACCOUNT, type Keys, policy, refusal, TestServer } from "./embedded-server";

const TRUST_ACCOUNT = policy({
  Effect: "Allow",
  Action: ["sts:AssumeRole", "sts:TagSession"],
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
});

function roleArn(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:role/${name}`;
}

function keysOf(credentials: Credentials | undefined): Keys {
  return {
    accessKeyId: credentials!.AccessKeyId!,
    secretAccessKey: credentials!.SecretAccessKey!,
    sessionToken: credentials!.SessionToken!,
  };
}

describe("embedded STS", () => {
  let server: TestServer;
  let admin: ReturnType<TestServer["clients"]>;
  let ann: ReturnType<TestServer["clients"]>;

  before(async () => {
    server = await TestServer.start();
    admin = server.clients();
    await admin.iam.createUser({ UserName: "ann" });
    const { AccessKey } = await admin.iam.createAccessKey({ UserName: "ann" });
    ann = server.clients({
      accessKeyId: AccessKey!.AccessKeyId!,
      secretAccessKey: AccessKey!.SecretAccessKey!,
    });
  });
  after(() => server.stop());

  async function role(name: string, trust = TRUST_ACCOUNT): Promise<string> {
    await admin.iam.createRole({ RoleName: name, AssumeRolePolicyDocument: trust });
    return roleArn(name);
  }

  async function allowAnn(...roles: string[]): Promise<void> {
    const PolicyDocument = policy({ Effect: "Allow", Action: "sts:*", Resource: roles });
    await admin.iam.putUserPolicy({ UserName: "ann", PolicyName: "assume", PolicyDocument });
  }

  it("tells who one is", async () => {
    const unknown = await admin.sts.getCallerIdentity({});
    assert.deepEqual([unknown.Account, unknown.Arn], [ACCOUNT, `arn:aws:iam::${ACCOUNT}:root`]);
    assert.equal((await ann.sts.getCallerIdentity({})).Arn, `arn:aws:iam::${ACCOUNT}:user/ann`);
    const byKey = server.clients({ accessKeyId: "999900001111", secretAccessKey: "x" });
    assert.equal((await byKey.sts.getCallerIdentity({})).Account, "999900001111");
  });

  it("lets a session do what the role may, and nothing else", async () => {
    const RoleArn = await role("reader");
    await allowAnn(RoleArn);
    const PolicyDocument = policy({ Effect: "Allow", Action: "iam:ListGroups", Resource: "*" });
    await admin.iam.putRolePolicy({ RoleName: "reader", PolicyName: "list", PolicyDocument });
    const { Credentials: credentials, AssumedRoleUser } = await ann.sts.assumeRole({
      RoleArn,
      RoleSessionName: "s1",
    });
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/reader/s1`;
    assert.equal(AssumedRoleUser?.Arn, arn);
    const session = server.clients(keysOf(credentials));
    assert.equal((await session.sts.getCallerIdentity({})).Arn, arn);
    await session.iam.listGroups({});
    const refused = await refusal(session.iam.createGroup({ GroupName: "x" }));
    assert.deepEqual([refused.code, refused.status], ["AccessDenied", 403]);
    assert.ok(refused.message.startsWith(`User: ${arn} is not authorized to perform: iam:CreateGroup`));
    const stolen = server.clients({ ...keysOf(credentials), sessionToken: "guess" });
    assert.equal((await refusal(stolen.sts.getCallerIdentity({}))).code, "InvalidClientTokenId");
  });

  it("narrows a session by the policy that is passed with it", async () => {
    const RoleArn = await role("wide");
    await allowAnn(RoleArn);
    await admin.iam.attachRolePolicy({
      RoleName: "wide",
      PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
    });
    const Policy = policy({ Effect: "Allow", Action: "iam:ListRoles", Resource: "*" });
    const { Credentials: credentials } = await ann.sts.assumeRole({ RoleArn, RoleSessionName: "s2", Policy });
    const session = server.clients(keysOf(credentials));
    await session.iam.listRoles({});
    const refused = await refusal(session.iam.listGroups({}));
    assert.match(refused.message, /because no session policy allows the iam:ListGroups action$/);
  });

  it("asks for the external id, and for MFA, where the trust does", async () => {
    const principal = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: ACCOUNT } };
    const external = await role(
      "external",
      policy({ ...principal, Condition: { StringEquals: { "sts:ExternalId": "e-1" } } }),
    );
    const mfa = await role(
      "mfa",
      policy({ ...principal, Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
    );
    await allowAnn(external, mfa);
    const assume = (RoleArn: string, more: Record<string, string> = {}) =>
      ann.sts.assumeRole({ RoleArn, RoleSessionName: "s3", ...more });
    assert.equal((await refusal(assume(external))).code, "AccessDenied");
    assert.equal((await refusal(assume(external, { ExternalId: "e-2" }))).code, "AccessDenied");
    await assume(external, { ExternalId: "e-1" });
    assert.equal((await refusal(assume(mfa))).code, "AccessDenied");
    await assume(mfa, { SerialNumber: `arn:aws:iam::${ACCOUNT}:mfa/ann`, TokenCode: "123456" });
    const { Credentials: credentials } = await ann.sts.getSessionToken({
      SerialNumber: "arn:aws:iam::1:mfa/a",
      TokenCode: "123456",
    });
    await server.clients(keysOf(credentials)).sts.assumeRole({ RoleArn: mfa, RoleSessionName: "s4" });
  });

  it("asks both sides, unless the trust names the caller itself", async () => {
    const account = await role("both");
    const direct = await role("direct", TRUST_ACCOUNT.replace(":root", ":user/ann"));
    await allowAnn(roleArn("other"));
    assert.equal(
      (await refusal(ann.sts.assumeRole({ RoleArn: account, RoleSessionName: "s5" }))).status,
      403,
    );
    await ann.sts.assumeRole({ RoleArn: direct, RoleSessionName: "s6" });
    const other = server.clients({ accessKeyId: "999900001111", secretAccessKey: "x" });
    assert.equal(
      (await refusal(other.sts.assumeRole({ RoleArn: account, RoleSessionName: "s7" }))).status,
      403,
    );
  });

  it("assumes a role of another account that trusts this one", async () => {
    const other = server.clients({ accessKeyId: "999900001111", secretAccessKey: "x" });
    await other.iam.createRole({ RoleName: "xacct", AssumeRolePolicyDocument: TRUST_ACCOUNT });
    const RoleArn = "arn:aws:iam::999900001111:role/xacct";
    const { Credentials: credentials } = await admin.sts.assumeRole({ RoleArn, RoleSessionName: "s8" });
    const { Account } = await server.clients(keysOf(credentials)).sts.getCallerIdentity({});
    assert.equal(Account, "999900001111");
  });

  const cases: [string, Record<string, unknown>, string, number][] = [
    ["a role that is not there", { RoleArn: roleArn("none") }, "AccessDenied", 403],
    ["an ARN that is no role's", { RoleArn: "arn:aws:iam::1:user/x-y-z" }, "ValidationError", 400],
    ["a session's name with a slash", { RoleSessionName: "a/b" }, "ValidationError", 400],
    ["longer than the role allows", { DurationSeconds: 7200 }, "ValidationError", 400],
    ["shorter than 15 minutes", { DurationSeconds: 60 }, "ValidationError", 400],
    ["no name of the session", { RoleSessionName: undefined }, "ValidationError", 400],
  ];
  for (const [name, change, code, status] of cases) {
    it(`refuses ${name}`, async () => {
      const RoleArn = roleArn("plain");
      await role("plain").catch(() => undefined);
      const input = { RoleArn, RoleSessionName: "s9", ...change };
      const refused = await refusal(admin.sts.assumeRole(input));
      assert.deepEqual([refused.code, refused.status], [code, status]);
    });
  }

  describe("gives a service's stand-in a role", () => {
    const project = `arn:aws:codebuild:eu-west-1:${ACCOUNT}:project/train`;
    const ask = (RoleArn: string, service: string, sourceArn: string) =>
      server.control("POST", "service-sessions", { roleArn: RoleArn, service, sourceArn }) as Promise<
        Credentials & { code?: string }
      >;
    let builder: string;
    before(async () => {
      builder = await role(
        "builder",
        policy({
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Principal: { Service: "codebuild.amazonaws.com" },
          Condition: {
            ArnLike: { "aws:SourceArn": project },
            StringEquals: { "aws:SourceAccount": ACCOUNT },
          },
        }),
      );
      const PolicyDocument = policy({ Effect: "Allow", Action: "iam:GetRole", Resource: builder });
      await admin.iam.putRolePolicy({ RoleName: "builder", PolicyName: "own", PolicyDocument });
    });

    it("whose rights are enforced", async () => {
      const session = await ask(builder, "codebuild.amazonaws.com", project);
      const { iam, sts } = server.clients(keysOf(session));
      assert.match((await sts.getCallerIdentity({})).Arn!, /:assumed-role\/builder\/codebuild$/);
      assert.equal((await iam.getRole({ RoleName: "builder" })).Role?.Arn, builder);
      assert.equal((await refusal(iam.listUsers({}))).status, 403);
    });

    const refused: [string, () => [string, string, string]][] = [
      ["that does not trust the service", () => [builder, "lambda.amazonaws.com", project]],
      ["that trusts it for another resource", () => [builder, "codebuild.amazonaws.com", `${project}-2`]],
      ["that is not there", () => [roleArn("nobody"), "codebuild.amazonaws.com", project]],
    ];
    for (const [name, request] of refused) {
      it(`never one ${name}`, async () => {
        assert.equal((await ask(...request())).code, "AccessDenied");
      });
    }
  });
});
