import assert from "node:assert/strict";
import type { AccessChange } from "../../../core/changes/access-change";
import { compareAccess } from "../../../core/changes/compare-access";
import { statementsOf } from "../../../core/changes/policy-statement";
import type { Surroundings } from "../../../core/changes/principal-access";
import type { WatchedResource } from "../../../core/template/watched-resource";
import {
  allow,
  attached,
  deny,
  group,
  inline,
  managed,
  policyArn,
  policyDocument,
  role,
  trust,
} from "./stack-of";

const values = (set?: { negated: boolean; values: string[] }) =>
  set === undefined ? "" : `${set.negated ? "not " : ""}${set.values.join(",")}`;

/** A row as one line: `WIDER given Allow s3:Get on * [for] why`. */
function line(change: AccessChange): string {
  const what =
    change.kind === "grant"
      ? [
          change.change,
          change.effect,
          values(change.actions),
          ...(change.resources ? ["on", values(change.resources)] : []),
          ...(change.principals ? ["to", values(change.principals)] : []),
          ...change.conditions.map((test) => `if ${test.operator} ${test.key} ${test.values.join(",")}`),
        ]
      : change.kind === "attachment"
        ? [change.change, change.policyArn]
        : [change.kind, change.key, change.before, "->", change.after].filter((text) => text !== "");
  const holders = change.for.map(({ kind, name }) => `${kind} ${name}`).join(", ");
  return [change.wider ? "WIDER" : "same", ...what, `[${holders}]`].join(" ");
}

const MFA = { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } };
const ROOT = { AWS: "arn:aws:iam::123456789012:root" };
const AWS_ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";
const AWS_READ = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const HAND = policyArn("by-hand");
const A = "arn:aws:s3:::a";

interface Case {
  name: string;
  before: WatchedResource[];
  after: WatchedResource[];
  surroundings?: Surroundings;
  rows: string[];
}

const grants: Case[] = [
  {
    name: "an action that is added, beside one that goes",
    before: [group("g", inline({ p: [allow(["s3:GetObject", "s3:PutObject"], A)] }))],
    after: [group("g", inline({ p: [allow(["s3:GetObject", "s3:DeleteObject"], A)] }))],
    rows: [
      `WIDER given Allow s3:DeleteObject on ${A} [group g]`,
      `same taken Allow s3:PutObject on ${A} [group g]`,
    ],
  },
  {
    name: "an action that a wildcard covered before",
    before: [group("g", inline({ p: [allow("s3:Get*", "*")] }))],
    after: [group("g", inline({ p: [allow("s3:GetObject", A)] }))],
    rows: [`same given Allow s3:GetObject on ${A} [group g]`, "same taken Allow s3:Get* on * [group g]"],
  },
  {
    name: "a wildcard in the place of an action",
    before: [group("g", inline({ p: [allow("s3:GetObject", A)] }))],
    after: [group("g", inline({ p: [allow("s3:Get*", A)] }))],
    rows: [`WIDER given Allow s3:Get* on ${A} [group g]`, `same taken Allow s3:GetObject on ${A} [group g]`],
  },
  {
    name: "a condition that is dropped",
    before: [group("g", inline({ p: [allow("s3:Get*", A, MFA)] }))],
    after: [group("g", inline({ p: [allow("s3:Get*", A)] }))],
    rows: [
      `WIDER given Allow s3:Get* on ${A} [group g]`,
      `same taken Allow s3:Get* on ${A} if Bool aws:MultiFactorAuthPresent true [group g]`,
    ],
  },
  {
    name: "a condition that is added",
    before: [group("g", inline({ p: [allow("s3:Get*", A)] }))],
    after: [group("g", inline({ p: [allow("s3:Get*", A, MFA)] }))],
    rows: [
      `same given Allow s3:Get* on ${A} if Bool aws:MultiFactorAuthPresent true [group g]`,
      `same taken Allow s3:Get* on ${A} [group g]`,
    ],
  },
  {
    name: "a Deny that goes, and one that comes",
    before: [group("g", inline({ p: [allow("s3:*"), deny("s3:Delete*")] }))],
    after: [group("g", inline({ p: [allow("s3:*"), deny("s3:Put*")] }))],
    rows: ["WIDER taken Deny s3:Delete* on * [group g]", "same given Deny s3:Put* on * [group g]"],
  },
  {
    name: "a Deny that a wider one takes the place of",
    before: [group("g", inline({ p: [deny("s3:DeleteObject")] }))],
    after: [group("g", inline({ p: [deny("s3:*")] }))],
    rows: ["same given Deny s3:* on * [group g]", "same taken Deny s3:DeleteObject on * [group g]"],
  },
  {
    name: "NotAction that leaves out less",
    before: [group("g", inline({ p: [{ Effect: "Allow", NotAction: ["iam:*", "sts:*"], Resource: "*" }] }))],
    after: [group("g", inline({ p: [{ Effect: "Allow", NotAction: ["iam:*"], Resource: "*" }] }))],
    rows: ["WIDER given Allow not iam:* on * [group g]", "same taken Allow not iam:*,sts:* on * [group g]"],
  },
  {
    name: "a statement that moves from an inline policy to a managed one of the same group",
    before: [group("g", inline({ p: [allow("s3:Get*", A)] })), managed("m", allow("ecr:Get*"))],
    after: [group("g", attached("m")), managed("m", allow("s3:Get*", A))],
    rows: [],
  },
  {
    name: "a managed policy names everybody whom it is attached to, each as wide as it is for him",
    before: [
      group("g", attached("m")),
      role("r", { ...attached("m"), ...inline({ p: [allow("s3:*")] }) }),
      managed("m"),
    ],
    after: [
      group("g", attached("m")),
      role("r", { ...attached("m"), ...inline({ p: [allow("s3:*")] }) }),
      group("h", attached("m")),
      managed("m", allow("s3:GetObject", A)),
    ],
    rows: [
      `WIDER given Allow s3:GetObject on ${A} [group g, group h]`,
      `same given Allow s3:GetObject on ${A} [role r]`,
    ],
  },
  {
    name: "a managed policy that somebody attached by hand",
    before: [managed("m", allow("s3:Get*"))],
    after: [managed("m", allow("s3:*"))],
    surroundings: { attachedByHand: new Map([[policyArn("m"), [{ kind: "user", name: "eve" }]]]) },
    rows: ["WIDER given Allow s3:* on * [user eve]", "same taken Allow s3:Get* on * [user eve]"],
  },
  {
    name: "a managed policy that nobody has",
    before: [managed("m", allow("s3:Get*"))],
    after: [managed("m", allow("s3:*"))],
    rows: [],
  },
  {
    name: "the same in other words",
    before: [group("g", inline({ p: [allow(["s3:GetObject", "s3:PutObject"], [A, "*"])] }))],
    after: [
      group(
        "g",
        inline({ q: [allow("s3:putobject", ["*", A], { Sid: "X" }), allow(["s3:GetObject"], ["*", A])] }),
      ),
    ],
    rows: [],
  },
];

const lifetimes: Case[] = [
  {
    name: "a new group",
    before: [],
    after: [group("g", inline({ p: [allow("s3:Get*", A)] }))],
    rows: [`WIDER given Allow s3:Get* on ${A} [group g]`],
  },
  {
    name: "a group that goes, and with it what it denied",
    before: [group("g", inline({ p: [allow("s3:*"), deny("s3:Put*")] }))],
    after: [],
    rows: ["WIDER taken Deny s3:Put* on * [group g]", "same taken Allow s3:* on * [group g]"],
  },
  {
    name: "a role that goes, and with it what was denied to it",
    before: [role("r", inline({ p: [deny("s3:Put*")] }))],
    after: [],
    rows: [
      "same taken Deny s3:Put* on * [role r]",
      "same taken Allow sts:AssumeRole to Service:lambda.amazonaws.com [role r]",
    ],
  },
  {
    name: "a group that gets another name",
    before: [group("g", inline({ p: [allow("s3:Get*")] }))],
    after: [group("h", inline({ p: [allow("s3:Get*")] }))],
    rows: ["WIDER given Allow s3:Get* on * [group h]", "same taken Allow s3:Get* on * [group g]"],
  },
];

const attachments: Case[] = [
  {
    name: "AWS's own policies attached and detached",
    before: [group("g", { ManagedPolicyArns: [AWS_READ] })],
    after: [group("g", { ManagedPolicyArns: [AWS_ADMIN] })],
    surroundings: { foreignPolicies: new Map([[AWS_READ, statementsOf(policyDocument(allow("s3:Get*")))]]) },
    rows: [`WIDER given ${AWS_ADMIN} [group g]`, `same taken ${AWS_READ} [group g]`],
  },
  {
    name: "a policy that is detached and can't be read, or denies",
    before: [group("g", { ManagedPolicyArns: [HAND] }), group("h", { ManagedPolicyArns: [AWS_READ] })],
    after: [group("g"), group("h")],
    surroundings: { foreignPolicies: new Map([[AWS_READ, statementsOf(policyDocument(deny("s3:Get*")))]]) },
    rows: [`WIDER taken ${HAND} [group g]`, `WIDER taken ${AWS_READ} [group h]`],
  },
  {
    name: "what an administrator's group gets",
    before: [group("g", { ManagedPolicyArns: [AWS_ADMIN] })],
    after: [group("g", { ManagedPolicyArns: [AWS_ADMIN, AWS_READ], ...inline({ p: [allow("s3:*")] }) })],
    surroundings: { foreignPolicies: new Map([[AWS_ADMIN, statementsOf(policyDocument(allow("*")))]]) },
    rows: ["same given Allow s3:* on * [group g]", `same given ${AWS_READ} [group g]`],
  },
];

const EXTERNAL = { StringEquals: { "sts:ExternalId": "partner-1" } };
const roles: Case[] = [
  {
    name: "one more who may assume a role",
    before: [role("r", trust(ROOT))],
    after: [role("r", trust({ AWS: ["123456789012", "arn:aws:iam::999999999999:root"] }))],
    rows: ["WIDER given Allow sts:AssumeRole to AWS:999999999999 [role r]"],
  },
  {
    name: "an external id that is no longer asked for",
    before: [role("r", trust(ROOT, { ...EXTERNAL, ...MFA.Condition }))],
    after: [role("r", trust(ROOT, MFA.Condition))],
    rows: [
      "WIDER given Allow sts:AssumeRole to AWS:123456789012 if Bool aws:MultiFactorAuthPresent true [role r]",
      "same taken Allow sts:AssumeRole to AWS:123456789012 if Bool aws:MultiFactorAuthPresent true if StringEquals sts:ExternalId partner-1 [role r]",
    ],
  },
  {
    name: "MFA that is asked for from now on",
    before: [role("r", trust(ROOT))],
    after: [role("r", trust(ROOT, MFA.Condition))],
    rows: [
      "same given Allow sts:AssumeRole to AWS:123456789012 if Bool aws:MultiFactorAuthPresent true [role r]",
      "same taken Allow sts:AssumeRole to AWS:123456789012 [role r]",
    ],
  },
  {
    name: "everybody in the place of one account",
    before: [role("r", trust(ROOT))],
    after: [role("r", trust("*"))],
    rows: [
      "WIDER given Allow sts:AssumeRole to AWS:* [role r]",
      "same taken Allow sts:AssumeRole to AWS:123456789012 [role r]",
    ],
  },
  {
    name: "one more way to assume it",
    before: [role("r", trust(ROOT))],
    after: [role("r", trust(ROOT, undefined, ["sts:AssumeRole", "sts:TagSession"]))],
    rows: ["WIDER given Allow sts:TagSession to AWS:123456789012 [role r]"],
  },
  {
    name: "a longer session, and a shorter one",
    before: [role("r"), role("s", { MaxSessionDuration: 7200 })],
    after: [role("r", { MaxSessionDuration: 7200 }), role("s", { MaxSessionDuration: "3600" })],
    rows: ["WIDER session-duration 3600 -> 7200 [role r]", "same session-duration 7200 -> 3600 [role s]"],
  },
  {
    name: "a boundary that goes, changes, or comes",
    before: [role("r", { PermissionsBoundary: HAND }), role("s", { PermissionsBoundary: HAND }), role("t")],
    after: [
      role("r"),
      role("s", { PermissionsBoundary: AWS_READ }),
      role("t", { PermissionsBoundary: HAND }),
    ],
    rows: [
      `WIDER boundary ${HAND} -> [role r]`,
      `WIDER boundary ${HAND} -> ${AWS_READ} [role s]`,
      `same boundary -> ${HAND} [role t]`,
    ],
  },
  {
    name: "a boundary of the stack whose document allows more, and one whose document allows less",
    before: [
      role("r", { PermissionsBoundary: policyArn("b") }),
      managed("b", allow("s3:Get*")),
      role("s", { PermissionsBoundary: policyArn("c") }),
      managed("c", allow("s3:*")),
    ],
    after: [
      role("r", { PermissionsBoundary: policyArn("b") }),
      managed("b", allow("s3:*")),
      role("s", { PermissionsBoundary: policyArn("c") }),
      managed("c", allow("s3:Get*")),
    ],
    rows: [
      `WIDER boundary ${policyArn("b")} -> ${policyArn("b")} [role r]`,
      `same boundary ${policyArn("c")} -> ${policyArn("c")} [role s]`,
    ],
  },
  {
    name: "a tag that policies ask for, and one that none asks for",
    before: [
      role("r", {
        Tags: [
          { Key: "team", Value: "a" },
          { Key: "cost", Value: "1" },
        ],
      }),
      group(
        "g",
        inline({
          p: [allow("s3:*", "*", { Condition: { StringEquals: { "aws:PrincipalTag/Team": "b" } } })],
        }),
      ),
    ],
    after: [
      role("r", {
        Tags: [
          { Key: "team", Value: "b" },
          { Key: "cost", Value: "2" },
        ],
      }),
      group(
        "g",
        inline({
          p: [allow("s3:*", "*", { Condition: { StringEquals: { "aws:PrincipalTag/Team": "b" } } })],
        }),
      ),
    ],
    rows: ["WIDER tag team a -> b [role r]"],
  },
];

const key = (policy?: object): WatchedResource => ({
  logicalId: "Key",
  type: "AWS::KMS::Key",
  identifier: "key",
  properties: policy === undefined ? {} : { KeyPolicy: policy },
});
const use = (principal: unknown, actions: string) =>
  policyDocument({ ...allow(actions), Principal: principal });
const resourcePolicies: Case[] = [
  {
    name: "one more who may use a key",
    before: [key(use(ROOT, "kms:*"))],
    after: [key({ ...use({ AWS: ["123456789012", "999999999999"] }, "kms:*") })],
    rows: ["WIDER given Allow kms:* on * to AWS:999999999999 [resource key]"],
  },
  {
    name: "a key that falls back to AWS's own policy",
    before: [key(use(ROOT, "kms:Decrypt"))],
    after: [key()],
    rows: [
      "WIDER given Allow * on * to AWS:* [resource key]",
      "same taken Allow kms:Decrypt on * to AWS:123456789012 [resource key]",
    ],
  },
  { name: "a key that keeps AWS's own policy", before: [key()], after: [key()], rows: [] },
];

describe("compareAccess", () => {
  const tables = { grants, lifetimes, attachments, roles, resourcePolicies };
  for (const [title, cases] of Object.entries(tables)) {
    describe(title, () => {
      for (const { name, before, after, surroundings, rows } of cases) {
        it(`tells of ${name}`, () =>
          assert.deepEqual(compareAccess(before, after, surroundings).map(line), rows));
      }
    });
  }

  it("says why, and through which policy", () => {
    const [wider] = compareAccess(
      [group("g", inline({ p: [allow("s3:Get*", A, MFA)] }))],
      [group("g", { ...attached("m") }), managed("m", allow("s3:Get*", A))],
    );
    assert.equal(wider?.why, "no longer, or less strictly, under Bool aws:MultiFactorAuthPresent");
    assert.deepEqual(wider?.for, [{ kind: "group", name: "g", through: [{ kind: "managed", name: "m" }] }]);
  });
});
