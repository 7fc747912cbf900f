import assert from "node:assert/strict";
import { type AccountSummary, judgeQuotas, type QuotaRequest } from "../../../aws/forecast/judge-quotas";
import type { JudgementStatus } from "../../../aws/preflight/judgement";

const ROOM: AccountSummary = {
  Groups: 10,
  GroupsQuota: 300,
  Roles: 20,
  RolesQuota: 1000,
  Policies: 30,
  PoliciesQuota: 1500,
  PolicyVersionsInUse: 60,
  PolicyVersionsInUseQuota: 10_000,
  AttachedPoliciesPerGroupQuota: 10,
  AttachedPoliciesPerRoleQuota: 10,
  AssumeRolePolicySizeQuota: 2048,
};

const resource = (type: string, identifier: string, properties: Record<string, unknown> = {}) => ({
  logicalId: identifier,
  type: `AWS::IAM::${type}`,
  identifier,
  properties,
});
const group = resource("Group", "group-a");
const role = resource("Role", "role-a", {
  ManagedPolicyArns: Array.from({ length: 11 }, (_, index) => `arn:aws:iam::aws:policy/P${index}`),
  AssumeRolePolicyDocument: { Statement: [] },
});
const policy = resource("ManagedPolicy", "arn:aws:iam::123456789012:policy/p");

interface Case {
  name: string;
  request?: Partial<QuotaRequest>;
  summary?: AccountSummary;
  /** What stands out: status and sentence of each judgement that is not ok. */
  notOk?: [JudgementStatus, RegExp][];
}

const cases: Case[] = [
  { name: "room for everything", request: { added: [group, policy] } },
  {
    name: "the last group that fits",
    request: { added: [group] },
    summary: { ...ROOM, Groups: 299 },
  },
  {
    name: "one group too many",
    request: { added: [group] },
    summary: { ...ROOM, Groups: 300 },
    notOk: [["failing", /would have 300 groups and 1 more, 300 are allowed/]],
  },
  {
    name: "a full account takes an update that adds nothing",
    request: { resources: [group], added: [] },
    summary: { ...ROOM, Groups: 300 },
  },
  {
    name: "a policy counts as a version too",
    request: { added: [policy] },
    summary: { ...ROOM, PolicyVersionsInUse: 10_000 },
    notOk: [["failing", /versions of managed policies/]],
  },
  {
    name: "a role with more attachments than the account allows",
    request: { resources: [role] },
    notOk: [["failing", /role-a has 11 managed policies attached to a role, the account allows 10/]],
  },
  {
    name: "the same role where the account's quota was raised",
    request: { resources: [role] },
    summary: { ...ROOM, AttachedPoliciesPerRoleQuota: 20 },
  },
  {
    name: "a trust policy that is too long",
    request: { resources: [role] },
    summary: { ...ROOM, AttachedPoliciesPerRoleQuota: 20, AssumeRolePolicySizeQuota: 15 },
    notOk: [["failing", /role-a has 16 characters of a role's trust policy/]],
  },
  {
    name: "a figure that the summary does not have",
    request: { added: [group] },
    summary: { ...ROOM, GroupsQuota: undefined as never },
    notOk: [["unknown", /how many groups/]],
  },
];

describe("the forecast's judgement of the account's quotas", () => {
  for (const { name, request, summary = ROOM, notOk = [] } of cases) {
    it(name, () => {
      const judged = judgeQuotas({ resources: [], added: [], ...request }, { value: summary });
      const unusual = judged.filter(({ status }) => status !== "ok");
      assert.equal(unusual.length, notOk.length, JSON.stringify(unusual, undefined, 2));
      notOk.forEach(([status, pattern], index) => {
        assert.equal(unusual[index]!.status, status);
        assert.match(unusual[index]!.sentence, pattern);
        assert.notEqual(unusual[index]!.todo, undefined);
      });
      assert.ok(judged.length >= 4);
    });
  }

  it("is unknown, as one, where the summary is denied", () => {
    const failure = { kind: "denied", code: "AccessDenied", message: "no" } as const;
    const judged = judgeQuotas({ resources: [group], added: [group] }, { failure });
    assert.deepEqual(
      judged.map(({ status, todo }) => [status, todo]),
      [["unknown", "allow iam:GetAccountSummary to be told"]],
    );
  });
});
