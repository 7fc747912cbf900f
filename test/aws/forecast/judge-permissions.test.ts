import assert from "node:assert/strict";
import { judgePermissions, type PermissionFindings } from "../../../aws/forecast/judge-permissions";
import type { Outcome } from "../../../aws/forecast/simulate";
import type { JudgementStatus } from "../../../aws/preflight/judgement";

const ARN = "arn:aws:iam::123456789012:user/deployer";
const caller = { value: { accountId: "123456789012", arn: ARN } };
const principal = { value: { kind: "policies", arn: ARN } } as const;
const denied = { failure: { kind: "denied", code: "AccessDenied", message: "no" } } as const;

const outcome = (changes: Partial<Outcome> = {}): Outcome => ({
  need: "certain",
  action: "iam:CreateGroup",
  resource: "arn:aws:iam::123456789012:group/a",
  decision: "allowed",
  missing: [],
  byOrganization: false,
  ...changes,
});

interface Case {
  name: string;
  findings?: Partial<PermissionFindings>;
  outcomes?: Outcome[];
  expected: [JudgementStatus, RegExp][];
}

const cases: Case[] = [
  {
    name: "everything allowed",
    outcomes: [outcome()],
    expected: [["ok", /deployer may call all 1 actions/]],
  },
  {
    name: "types that the simulator is not asked about are unknown, whatever else is allowed",
    outcomes: [outcome()],
    findings: { unasked: ["AWS::CodeBuild::Project", "AWS::SNS::Topic"] },
    expected: [
      ["ok", /may call all 1 actions that the deployment is known to need/],
      ["unknown", /deployer may make, change and read what is of AWS::CodeBuild::Project, AWS::SNS::Topic/],
    ],
  },
  {
    name: "an action that is not allowed, on two resources",
    outcomes: [
      outcome({ decision: "implicit-deny" }),
      outcome({ decision: "implicit-deny", resource: "arn:aws:iam::123456789012:group/b" }),
      outcome({ action: "iam:CreateRole" }),
    ],
    expected: [["failing", /may not call iam:CreateGroup on arn:aws:iam::123456789012:group\/a and 1 more$/]],
  },
  {
    name: "denied, not allowed, and refused by the organisation are said apart",
    outcomes: [
      outcome({ decision: "explicit-deny" }),
      outcome({ decision: "implicit-deny", action: "iam:CreateRole" }),
      outcome({ decision: "implicit-deny", action: "iam:CreatePolicy", byOrganization: true }),
    ],
    expected: [
      ["failing", /iam:CreatePolicy/],
      ["failing", /iam:CreateGroup/],
      ["failing", /iam:CreateRole/],
    ],
  },
  {
    name: "a condition on what the simulator can't know is unknown",
    outcomes: [outcome({ decision: "implicit-deny", missing: ["aws:MultiFactorAuthPresent"] })],
    expected: [["unknown", /it depends on aws:MultiFactorAuthPresent/]],
  },
  {
    name: "of many that are unknown some are shown, of many that are refused all",
    outcomes: ["A", "B", "C", "D", "E", "F", "G", "H"].flatMap((name) => [
      outcome({ decision: "implicit-deny", action: `iam:Create${name}` }),
      outcome({ decision: "implicit-deny", action: `iam:Delete${name}`, need: "possible" }),
    ]),
    expected: [
      ["failing", /iam:CreateA on .*iam:CreateH on arn:\S+$/],
      ["unknown", /iam:DeleteA on .*iam:DeleteF on arn:\S+, and 2 more actions \(/],
    ],
  },
  {
    name: "what is allowed whatever the condition is allowed",
    outcomes: [outcome({ missing: ["aws:MultiFactorAuthPresent"] })],
    expected: [["ok", /may call/]],
  },
  {
    name: "what only a change or a rollback needs is unknown",
    outcomes: [outcome({ need: "possible", action: "iam:DeleteGroup", decision: "implicit-deny" })],
    expected: [["unknown", /iam:DeleteGroup/]],
  },
  {
    name: "the caller unknown",
    findings: { caller: denied },
    expected: [["unknown", /sts:GetCallerIdentity/]],
  },
  {
    name: "the account's root user",
    findings: { principal: { value: { kind: "root" } }, outcomes: undefined },
    expected: [["ok", /root user/]],
  },
  {
    name: "a federated user",
    findings: { principal: { value: { kind: "unknown" } }, outcomes: undefined },
    expected: [["unknown", /can't be simulated/]],
  },
  {
    name: "a role that can't be looked up",
    findings: { principal: { failure: { kind: "throttled", code: "Throttling", message: "slow" } } },
    expected: [["unknown", /AWS is throttling/]],
  },
  {
    name: "the simulator denied",
    findings: { outcomes: denied },
    expected: [["unknown", /iam:SimulatePrincipalPolicy is denied/]],
  },
];

describe("the forecast's judgement of the caller's rights", () => {
  for (const { name, findings, outcomes = [], expected } of cases) {
    it(name, () => {
      const judged = judgePermissions({ caller, principal, outcomes: { value: outcomes }, ...findings });
      assert.deepEqual(
        judged.map(({ status }) => status),
        expected.map(([status]) => status),
      );
      expected.forEach(([, pattern], index) => assert.match(judged[index]!.sentence, pattern));
      for (const { status, todo } of judged) assert.equal(todo === undefined, status === "ok");
    });
  }
});
