import assert from "node:assert/strict";
import type { AwsClients } from "../../../aws/clients";
import { findStack } from "../../../aws/deployed-stack";
import { listRemains } from "../../../aws/inventory/remains";
import type { RemainsRequest } from "../../../aws/inventory/remains-request";
import { embeddedAccount } from "../embedded-account";
import {
  DOCUMENT,
  GROUP,
  POLICY,
  policyArn,
  REGION,
  ROLE,
  SCOPE,
  STACK,
  STEM,
  TAGS,
  template,
  TRUST,
} from "./fixture";

const BUCKET = "edge-templates";
const KEY = `templates/${STEM}-0123456789abcdef.json`;
const COPY_STEM = `${SCOPE}-${REGION}-startup-x1y2z3-sec`;
const NAMES = { prefix: `${SCOPE}-`, kinds: ["group", "role", "xacct", "policy"] };
const request: RemainsRequest = {
  stackName: STACK,
  stem: STEM,
  parameterPath: `/security/${STEM}`,
  iamNames: NAMES,
  tags: TAGS,
  deployed: true,
  bucket: { name: BUCKET, prefix: "/templates/", inUse: KEY },
};

const upload = async (aws: AwsClients, Key: string) =>
  (await aws.s3()).putObject({ Bucket: BUCKET, Key, Body: "{}" });
const makeRole = async (aws: AwsClients, RoleName: string, tags: Record<string, string> = {}) =>
  (await aws.iam()).createRole({
    RoleName,
    AssumeRolePolicyDocument: JSON.stringify(TRUST),
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  });
const putParameter = async (aws: AwsClients, Name: string) =>
  (await aws.ssm()).putParameter({ Name, Value: "x", Type: "String" });

interface Case {
  name: string;
  /** What is in the account beside the stack. */
  change: (aws: AwsClients) => Promise<unknown>;
  ours?: string[];
  unclaimed?: string[];
}

const cases: Case[] = [
  { name: "nothing beside what the stack holds", change: (aws) => upload(aws, KEY) },
  {
    name: "a role with our tags",
    change: (aws) => makeRole(aws, `${SCOPE}-role-old`, TAGS),
    ours: [`role ${SCOPE}-role-old`],
  },
  {
    name: "a role of another tier of the same tenant",
    change: (aws) => makeRole(aws, `${SCOPE}-role-old`, { ...TAGS, Stem: `${SCOPE}-${REGION}-medium-sec` }),
  },
  {
    name: "a role without tags is nobody's",
    change: (aws) => makeRole(aws, `${SCOPE}-role-by-hand`),
    unclaimed: [`role ${SCOPE}-role-by-hand`],
  },
  {
    name: "a group and a policy of no stack are nobody's",
    change: async (aws) => {
      const iam = await aws.iam();
      await iam.createGroup({ GroupName: `${SCOPE}-group-old` });
      await iam.createPolicy({ PolicyName: `${SCOPE}-policy-old`, PolicyDocument: JSON.stringify(DOCUMENT) });
    },
    unclaimed: [`policy ${policyArn(`${SCOPE}-policy-old`)}`, `group ${SCOPE}-group-old`],
  },
  {
    name: "names of other tenants, and names that are not made like ours",
    change: async (aws) => {
      await makeRole(aws, "edge-dev-b0012-role-a", TAGS);
      await makeRole(aws, `${SCOPE}-webserver`, TAGS);
    },
  },
  {
    name: "parameters under our path, and not those of a test copy",
    change: async (aws) => {
      await putParameter(aws, `/security/${STEM}/Old`);
      await putParameter(aws, `/security/${COPY_STEM}/Old`);
    },
    ours: [`parameter /security/${STEM}/Old`],
  },
  {
    name: "older templates, and not those of a test copy or of somebody else",
    change: async (aws) => {
      await upload(aws, KEY);
      await upload(aws, `templates/${STEM}-fedcba9876543210.json`);
      await upload(aws, `templates/${COPY_STEM}-fedcba9876543210.json`);
      await upload(aws, `templates/${STEM}-notes.txt`);
      await upload(aws, `${STEM}-fedcba9876543210.json`);
    },
    ours: [`template s3://${BUCKET}/templates/${STEM}-fedcba9876543210.json`],
  },
];

describe("what is left of an environment", function () {
  this.timeout(60_000);
  const account = embeddedAccount(REGION);
  beforeEach(async () => {
    await (
      await account.aws.s3()
    ).createBucket({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: REGION } });
    await account.deploy({ name: STACK, template: template(), tags: TAGS });
  });

  const list = async (changes: Partial<RemainsRequest> = {}) => {
    const { ours, unclaimed, unanswered } = await listRemains(account.aws, { ...request, ...changes });
    const lines = (some: typeof ours) => some.map(({ kind, identifier }) => `${kind} ${identifier}`);
    return { ours: lines(ours), unclaimed: lines(unclaimed), unanswered };
  };
  const deployCopy = () => {
    const tags = { ...TAGS, Stem: COPY_STEM };
    const copy = template({ suffix: "-x1y2z3", stem: COPY_STEM, tags });
    return account.deploy({ name: `${COPY_STEM}-stack`, template: copy, tags });
  };
  const deleteStack = async () => {
    const id = (await findStack(account.aws, STACK))?.id;
    await (await account.aws.cloudFormation()).deleteStack({ StackName: STACK });
    while ((await findStack(account.aws, STACK))?.status.endsWith("_IN_PROGRESS") === true) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return id;
  };

  for (const { name, change, ours = [], unclaimed = [] } of cases) {
    it(`after a deployment: ${name}`, async () => {
      await change(account.aws);
      await account.calls();
      assert.deepEqual(await list(), { ours, unclaimed, unanswered: [] });
      assert.deepEqual(
        (await account.calls()).filter((call) => !/:(Describe|Get|List)/.test(call)),
        [],
      );
    });
  }

  it("a test copy beside it is not its own, and has none of its names", async () => {
    assert.equal(await deployCopy(), "CREATE_COMPLETE");
    assert.deepEqual(await list(), { ours: [], unclaimed: [], unanswered: [] });
    const copy = {
      stackName: `${COPY_STEM}-stack`,
      stem: COPY_STEM,
      parameterPath: `/security/${COPY_STEM}`,
      iamNames: { ...NAMES, suffix: "x1y2z3" },
      tags: { ...TAGS, Stem: COPY_STEM },
    };
    assert.deepEqual((await list(copy)).ours, []);
    assert.deepEqual((await list({ ...copy, deployed: false })).ours.length, 5);
  });

  it("after a deletion nothing is left, also while a test copy lives", async () => {
    await deployCopy();
    const stackId = await deleteStack();
    assert.deepEqual(await list({ stackId, deployed: false }), { ours: [], unclaimed: [], unanswered: [] });
  });

  it("after a deletion that failed, the stack and all that it still holds are left", async () => {
    const iam = await account.aws.iam();
    await iam.createUser({ UserName: "ann" });
    await iam.addUserToGroup({ GroupName: GROUP, UserName: "ann" });
    await iam.attachUserPolicy({ UserName: "ann", PolicyArn: policyArn(POLICY) });
    await iam.attachRolePolicy({ RoleName: ROLE, PolicyArn: "arn:aws:iam::aws:policy/SecurityAudit" });
    const stackId = await deleteStack();
    const { ours, unclaimed } = await list({ stackId, deployed: false });
    assert.deepEqual(unclaimed, []);
    assert.deepEqual(
      ours,
      [`stack ${stackId}`, `policy ${policyArn(POLICY)}`, `group ${GROUP}`, `role ${ROLE}`].sort((a, b) =>
        a.split(" ")[1]! < b.split(" ")[1]! ? -1 : 1,
      ),
    );
  });

  it("what a deleted stack held and kept is its own", async () => {
    const kept = template();
    const resources = kept.Resources as unknown as Record<string, Record<string, unknown>>;
    resources.GroupB = {
      Type: "AWS::IAM::Group",
      DeletionPolicy: "Retain",
      Properties: { GroupName: `${SCOPE}-group-b` },
    };
    await account.deploy({ name: STACK, template: kept, tags: TAGS });
    const stackId = await deleteStack();
    assert.deepEqual((await list({ stackId, deployed: false })).ours, [`group ${SCOPE}-group-b`]);
    const unknown = await list({ deployed: false });
    assert.deepEqual([unknown.ours, unknown.unclaimed], [[], [`group ${SCOPE}-group-b`]]);
  });

  it("says what AWS does not tell, and calls nothing left over that may be in use", async () => {
    const error = { code: "AccessDenied", message: "no", status: 403 };
    await account.fault({ service: "cloudformation", operation: "ListStackResources", error });
    await account.fault({ service: "s3", error });
    const { ours, unclaimed, unanswered } = await list();
    assert.deepEqual([ours, unclaimed], [[], []]);
    assert.deepEqual(unanswered.map(({ action }) => action).sort(), [
      "cloudformation:ListStackResources",
      "s3:ListBucket",
    ]);
  });
});
