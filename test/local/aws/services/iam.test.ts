import assert from "node:assert/strict";
import { ACCOUNT, documentOfSize, policy, READ_S3, refusal, TestServer, TRUST_EC2 } from "./embedded-server";

type Iam = ReturnType<TestServer["clients"]>["iam"];

describe("embedded IAM", () => {
  let server: TestServer;
  let iam: Iam;

  before(async () => {
    server = await TestServer.start();
    iam = server.clients().iam;
  });
  after(() => server.stop());

  it("creates a group with inline and attached policies, and deletes it once it is empty", async () => {
    const GroupName = "team";
    const { Group } = await iam.createGroup({ GroupName, Path: "/ml/" });
    assert.equal(Group?.Arn, `arn:aws:iam::${ACCOUNT}:group/ml/team`);
    assert.match(Group?.GroupId ?? "", /^AGPA[A-Z2-7]{17}$/);
    await iam.putGroupPolicy({ GroupName, PolicyName: "read", PolicyDocument: READ_S3 });
    const read = await iam.getGroupPolicy({ GroupName, PolicyName: "read" });
    assert.equal(decodeURIComponent(read.PolicyDocument!), READ_S3);
    assert.match(read.PolicyDocument!, /^%7B%22Version%22/);
    const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
    await iam.attachGroupPolicy({ GroupName, PolicyArn });
    await iam.attachGroupPolicy({ GroupName, PolicyArn });
    assert.deepEqual((await iam.listAttachedGroupPolicies({ GroupName })).AttachedPolicies, [
      { PolicyName: "AdministratorAccess", PolicyArn },
    ]);
    assert.equal((await refusal(iam.deleteGroup({ GroupName }))).code, "DeleteConflict");
    await iam.detachGroupPolicy({ GroupName, PolicyArn });
    assert.equal((await refusal(iam.deleteGroup({ GroupName }))).status, 409);
    await iam.deleteGroupPolicy({ GroupName, PolicyName: "read" });
    await iam.deleteGroup({ GroupName });
    assert.deepEqual((await iam.listGroups({})).Groups, []);
  });

  it("shows a role's trust, tags, boundary and settings, and changes them", async () => {
    const RoleName = "runner";
    const boundary = await iam.createPolicy({ PolicyName: "boundary", PolicyDocument: READ_S3 });
    const PermissionsBoundary = boundary.Policy!.Arn;
    await iam.createRole({
      RoleName,
      AssumeRolePolicyDocument: TRUST_EC2,
      PermissionsBoundary,
      Description: "d & <e>",
      Tags: [{ Key: "Tier", Value: "startup" }],
    });
    const { Role } = await iam.getRole({ RoleName });
    assert.equal(decodeURIComponent(Role!.AssumeRolePolicyDocument!), TRUST_EC2);
    assert.equal(Role?.PermissionsBoundary?.PermissionsBoundaryArn, PermissionsBoundary);
    assert.equal(Role?.Description, "d & <e>");
    assert.deepEqual(Role?.Tags, [{ Key: "Tier", Value: "startup" }]);
    assert.equal(Role?.MaxSessionDuration, 3600);
    const trust = policy({
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
    });
    await iam.updateAssumeRolePolicy({ RoleName, PolicyDocument: trust });
    await iam.updateRole({ RoleName, MaxSessionDuration: 7200 });
    await iam.tagRole({ RoleName, Tags: [{ Key: "tier", Value: "2" }] });
    const changed = (await iam.getRole({ RoleName })).Role!;
    assert.equal(decodeURIComponent(changed.AssumeRolePolicyDocument!), trust);
    assert.equal(changed.MaxSessionDuration, 7200);
    assert.deepEqual(changed.Tags, [{ Key: "tier", Value: "2" }]);
    assert.equal(
      (await refusal(iam.deletePolicy({ PolicyArn: PermissionsBoundary }))).code,
      "DeleteConflict",
    );
    await iam.deleteRolePermissionsBoundary({ RoleName });
    await iam.untagRole({ RoleName, TagKeys: ["tier"] });
    assert.deepEqual((await iam.listRoleTags({ RoleName })).Tags, []);
    await iam.deleteRole({ RoleName });
    await iam.deletePolicy({ PolicyArn: PermissionsBoundary });
  });

  it("keeps up to five versions of a managed policy, one of them in force", async () => {
    const { Policy } = await iam.createPolicy({ PolicyName: "versions", PolicyDocument: READ_S3 });
    const PolicyArn = Policy!.Arn!;
    const create = (SetAsDefault: boolean) =>
      iam.createPolicyVersion({ PolicyArn, PolicyDocument: documentOfSize(200), SetAsDefault });
    for (const isDefault of [false, true, false, false]) await create(isDefault);
    const sixth = await refusal(create(true));
    assert.deepEqual([sixth.code, sixth.status], ["LimitExceeded", 409]);
    assert.equal((await iam.getPolicy({ PolicyArn })).Policy?.DefaultVersionId, "v3");
    assert.equal(
      (await refusal(iam.deletePolicyVersion({ PolicyArn, VersionId: "v3" }))).code,
      "DeleteConflict",
    );
    await iam.deletePolicyVersion({ PolicyArn, VersionId: "v1" });
    await create(false);
    const { Versions } = await iam.listPolicyVersions({ PolicyArn });
    assert.deepEqual(
      Versions?.map(({ VersionId, IsDefaultVersion }) => [VersionId, IsDefaultVersion]),
      [
        ["v6", false],
        ["v5", false],
        ["v4", false],
        ["v3", true],
        ["v2", false],
      ],
    );
    assert.equal((await refusal(iam.deletePolicy({ PolicyArn }))).code, "DeleteConflict");
    await iam.setDefaultPolicyVersion({ PolicyArn, VersionId: "v2" });
    const { PolicyVersion } = await iam.getPolicyVersion({ PolicyArn, VersionId: "v2" });
    assert.equal(decodeURIComponent(PolicyVersion!.Document!), documentOfSize(200));
  });

  it("counts where a policy is attached, and names the entities", async () => {
    const { Policy } = await iam.createPolicy({ PolicyName: "shared", PolicyDocument: READ_S3 });
    const PolicyArn = Policy!.Arn!;
    await iam.createGroup({ GroupName: "g-shared" });
    await iam.createRole({ RoleName: "r-shared", AssumeRolePolicyDocument: TRUST_EC2 });
    await iam.attachGroupPolicy({ GroupName: "g-shared", PolicyArn });
    await iam.attachRolePolicy({ RoleName: "r-shared", PolicyArn });
    assert.equal((await iam.getPolicy({ PolicyArn })).Policy?.AttachmentCount, 2);
    const { PolicyGroups, PolicyRoles, PolicyUsers } = await iam.listEntitiesForPolicy({ PolicyArn });
    assert.deepEqual(
      PolicyGroups?.map(({ GroupName }) => GroupName),
      ["g-shared"],
    );
    assert.deepEqual(
      PolicyRoles?.map(({ RoleName }) => RoleName),
      ["r-shared"],
    );
    assert.deepEqual(PolicyUsers, []);
    assert.equal((await refusal(iam.deletePolicy({ PolicyArn }))).code, "DeleteConflict");
    const details = await iam.getAccountAuthorizationDetails({ Filter: ["Group", "LocalManagedPolicy"] });
    assert.deepEqual(
      details.GroupDetailList?.find(({ GroupName }) => GroupName === "g-shared")?.AttachedManagedPolicies,
      [{ PolicyName: "shared", PolicyArn }],
    );
    assert.equal(details.RoleDetailList?.length, 0);
    assert.equal((await iam.getAccountSummary({})).SummaryMap?.GroupsQuota, 300);
  });

  it("has users in groups, with access keys", async () => {
    const UserName = "ann";
    await iam.createUser({ UserName });
    await iam.createGroup({ GroupName: "g-ann" });
    await iam.addUserToGroup({ GroupName: "g-ann", UserName });
    assert.deepEqual(
      (await iam.getGroup({ GroupName: "g-ann" })).Users?.map((user) => user.UserName),
      [UserName],
    );
    assert.deepEqual(
      (await iam.listGroupsForUser({ UserName })).Groups?.map((group) => group.GroupName),
      ["g-ann"],
    );
    assert.equal((await refusal(iam.deleteGroup({ GroupName: "g-ann" }))).code, "DeleteConflict");
    assert.equal((await refusal(iam.deleteUser({ UserName }))).code, "DeleteConflict");
    await iam.removeUserFromGroup({ GroupName: "g-ann", UserName });
    const { AccessKey } = await iam.createAccessKey({ UserName });
    await iam.createAccessKey({ UserName });
    assert.equal((await refusal(iam.createAccessKey({ UserName }))).code, "LimitExceeded");
    for (const { AccessKeyId } of (await iam.listAccessKeys({ UserName })).AccessKeyMetadata!) {
      await iam.deleteAccessKey({ UserName, AccessKeyId });
    }
    await iam.deleteUser({ UserName });
    const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey } = AccessKey!;
    const gone = server.clients({ accessKeyId: accessKeyId!, secretAccessKey: secretAccessKey! }).sts;
    const refused = await refusal(gone.getCallerIdentity({}));
    assert.deepEqual([refused.code, refused.status], ["InvalidClientTokenId", 403]);
  });

  it("gives long lists page by page", async () => {
    for (let i = 0; i < 5; i++) await iam.createGroup({ GroupName: `page-${i}`, Path: "/page/" });
    const names: string[] = [];
    let Marker: string | undefined;
    let pages = 0;
    do {
      const page = await iam.listGroups({ PathPrefix: "/page/", MaxItems: 2, Marker });
      names.push(...page.Groups!.map(({ GroupName }) => GroupName!));
      assert.equal(page.IsTruncated, page.Marker !== undefined);
      Marker = page.Marker;
      pages++;
    } while (Marker !== undefined);
    assert.deepEqual(names, ["page-0", "page-1", "page-2", "page-3", "page-4"]);
    assert.equal(pages, 3);
  });

  it("refuses the eleventh attachment", async () => {
    await iam.createRole({ RoleName: "eleven", AssumeRolePolicyDocument: TRUST_EC2 });
    const attach = async (index: number) => {
      const { Policy } = await iam.createPolicy({ PolicyName: `eleven-${index}`, PolicyDocument: READ_S3 });
      await iam.attachRolePolicy({ RoleName: "eleven", PolicyArn: Policy!.Arn });
    };
    for (let index = 0; index < 10; index++) await attach(index);
    const refused = await refusal(attach(10));
    assert.deepEqual([refused.code, refused.status], ["LimitExceeded", 409]);
  });

  it("refuses the 301st group", async () => {
    const other = server.clients({ accessKeyId: "444455556666", secretAccessKey: "x" }).iam;
    const create = (index: number) => other.createGroup({ GroupName: `many-${index}` });
    for (let start = 0; start < 300; start += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, index) => create(start + index)));
    }
    assert.equal((await refusal(create(300))).code, "LimitExceeded");
  });
});
