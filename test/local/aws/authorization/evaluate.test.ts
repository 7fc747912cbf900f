import assert from "node:assert/strict";
import { evaluate, type Verdict } from "../../../../local/aws/authorization/evaluate";

type Statement = Record<string, unknown>;

const ALLOW = { Effect: "Allow", Action: "iam:GetRole", Resource: "*" };
const ROLE = "arn:aws:iam::111122223333:role/x-dev-role-a";

interface Case {
  name: string;
  statements: Statement[];
  action?: string;
  resource?: string;
  context?: Record<string, string | string[]>;
  verdict: Verdict;
}

function judge({ statements, action = "iam:GetRole", resource = ROLE, context = {} }: Case): Verdict {
  const values = Object.entries(context).map(
    ([key, value]) => [key.toLowerCase(), Array.isArray(value) ? value : [value]] as const,
  );
  return evaluate([{ Version: "2012-10-17", Statement: statements }], {
    action,
    resource,
    context: new Map(values),
  });
}

/** A statement under one condition. */
function when(operator: string, key: string, values: unknown): Statement[] {
  return [{ ...ALLOW, Condition: { [operator]: { [key]: values } } }];
}

const yes = "allowed" as const;
const no = "not-mentioned" as const;

const cases: Case[] = [
  { name: "nothing said", statements: [], verdict: no },
  { name: "an allow", statements: [ALLOW], verdict: yes },
  { name: "a deny beside it", statements: [ALLOW, { ...ALLOW, Effect: "Deny" }], verdict: "denied" },
  {
    name: "a deny of another action",
    statements: [ALLOW, { ...ALLOW, Effect: "Deny", Action: "iam:PutRolePolicy" }],
    verdict: yes,
  },
  { name: "an action in other letters", statements: [{ ...ALLOW, Action: "IAM:getROLE" }], verdict: yes },
  {
    name: "an action with a wildcard",
    statements: [{ ...ALLOW, Action: ["s3:*", "iam:Get?ole"] }],
    verdict: yes,
  },
  { name: "an action that begins the same", statements: [{ ...ALLOW, Action: "iam:GetRol" }], verdict: no },
  {
    name: "NotAction of another",
    statements: [{ Effect: "Allow", NotAction: "s3:*", Resource: "*" }],
    verdict: yes,
  },
  {
    name: "NotAction of this",
    statements: [{ Effect: "Allow", NotAction: "iam:Get*", Resource: "*" }],
    verdict: no,
  },
  {
    name: "a resource with a wildcard",
    statements: [{ ...ALLOW, Resource: "arn:aws:iam::111122223333:role/x-dev-*" }],
    verdict: yes,
  },
  {
    name: "a resource with any account",
    statements: [{ ...ALLOW, Resource: "arn:aws:iam::*:role/x-dev-*" }],
    verdict: yes,
  },
  {
    name: "another tenant's resource",
    statements: [{ ...ALLOW, Resource: "arn:aws:iam::111122223333:role/x-prod-*" }],
    verdict: no,
  },
  {
    name: "a resource in other letters",
    statements: [{ ...ALLOW, Resource: ROLE.toUpperCase() }],
    verdict: no,
  },
  {
    name: "a wildcard that would reach over colons",
    statements: [{ ...ALLOW, Resource: "arn:aws:*/x-dev-role-a" }],
    verdict: no,
  },
  {
    name: "NotResource of another",
    statements: [{ Effect: "Allow", Action: "*", NotResource: "arn:aws:s3:::b" }],
    verdict: yes,
  },
  {
    name: "NotResource of this",
    statements: [{ Effect: "Allow", Action: "*", NotResource: ROLE }],
    verdict: no,
  },
  {
    name: "a listing under a pattern of resources",
    statements: [{ ...ALLOW, Action: "iam:ListRoles", Resource: "arn:aws:iam::111122223333:role/*" }],
    action: "iam:ListRoles",
    resource: "*",
    verdict: no,
  },
  {
    name: "a variable that fits",
    statements: [{ ...ALLOW, Resource: "arn:aws:iam::111122223333:role/${aws:username}-*" }],
    context: { "aws:username": "x" },
    verdict: yes,
  },
  {
    name: "a variable without a value",
    statements: [{ ...ALLOW, Resource: "arn:aws:iam::111122223333:role/${aws:username}*" }],
    verdict: no,
  },
  {
    name: "a variable's default",
    statements: [{ ...ALLOW, Resource: "arn:aws:iam::111122223333:role/${aws:PrincipalTag/team, 'x'}-*" }],
    verdict: yes,
  },
  {
    name: "a variable whose value looks like a wildcard",
    statements: [{ ...ALLOW, Resource: "arn:aws:iam::111122223333:role/${aws:username}" }],
    context: { "aws:username": "*" },
    verdict: no,
  },
  {
    name: "a literal star",
    statements: [{ ...ALLOW, Resource: "arn:aws:s3:::b/${*}" }],
    resource: "arn:aws:s3:::b/*",
    verdict: yes,
  },
  {
    name: "a literal star and something else",
    statements: [{ ...ALLOW, Resource: "arn:aws:s3:::b/${*}" }],
    resource: "arn:aws:s3:::b/x",
    verdict: no,
  },
];

const text = {
  "aws:RequestedRegion": "eu-west-1",
  "aws:ResourceTag/Owner": "Ann",
  "aws:MultiFactorAuthPresent": "true",
};
const keys = { "aws:TagKeys": ["Owner", "Tier"] };
const conditionCases: [string, Statement[], Case["context"], Verdict][] = [
  ["StringEquals", when("StringEquals", "aws:RequestedRegion", ["us-east-1", "eu-west-1"]), text, yes],
  ["StringEquals of another", when("StringEquals", "aws:RequestedRegion", "us-east-1"), text, no],
  ["StringEquals, key in other letters", when("StringEquals", "AWS:requestedREGION", "eu-west-1"), text, yes],
  ["StringEquals without the key", when("StringEquals", "aws:RequestTag/a", "b"), text, no],
  ["StringEqualsIfExists without the key", when("StringEqualsIfExists", "aws:RequestTag/a", "b"), text, yes],
  ["StringEqualsIfExists of another", when("StringEqualsIfExists", "aws:RequestedRegion", "b"), text, no],
  ["StringEquals with a star is no pattern", when("StringEquals", "aws:RequestedRegion", "eu-*"), text, no],
  ["StringLike", when("StringLike", "aws:RequestedRegion", "eu-*"), text, yes],
  ["StringLike of another", when("StringLike", "aws:RequestedRegion", "us-*"), text, no],
  ["StringNotEquals", when("StringNotEquals", "aws:RequestedRegion", "us-east-1"), text, yes],
  [
    "StringNotEquals of the same",
    when("StringNotEquals", "aws:RequestedRegion", ["us-east-1", "eu-west-1"]),
    text,
    no,
  ],
  ["StringNotEquals without the key", when("StringNotEquals", "aws:RequestTag/a", "b"), text, yes],
  ["StringNotLike", when("StringNotLike", "aws:RequestedRegion", "us-*"), text, yes],
  ["StringEqualsIgnoreCase", when("StringEqualsIgnoreCase", "aws:ResourceTag/Owner", "ANN"), text, yes],
  [
    "a variable in a value",
    when("StringEquals", "aws:ResourceTag/Owner", "${aws:username}"),
    { ...text, "aws:username": "Ann" },
    yes,
  ],
  ["Bool", when("Bool", "aws:MultiFactorAuthPresent", true), text, yes],
  ["Bool of the contrary", when("Bool", "aws:MultiFactorAuthPresent", "false"), text, no],
  ["Bool without the key", when("Bool", "aws:MultiFactorAuthPresent", "true"), {}, no],
  ["BoolIfExists without the key", when("BoolIfExists", "aws:MultiFactorAuthPresent", "true"), {}, yes],
  ["Null of what is there", when("Null", "aws:ResourceTag/Owner", "false"), text, yes],
  ["Null of what is missing", when("Null", "aws:ResourceTag/None", "true"), text, yes],
  ["Null asked the other way", when("Null", "aws:ResourceTag/Owner", "true"), text, no],
  [
    "ArnLike",
    when("ArnLike", "iam:PolicyARN", "arn:aws:iam::*:policy/x-*"),
    { "iam:PolicyARN": "arn:aws:iam::1:policy/x-a" },
    yes,
  ],
  [
    "ArnLike of another",
    when("ArnLike", "iam:PolicyARN", "arn:aws:iam::*:policy/x-*"),
    { "iam:PolicyARN": "arn:aws:iam::aws:policy/y" },
    no,
  ],
  [
    "ArnNotEquals",
    when("ArnNotEquals", "iam:PolicyARN", "arn:aws:iam::aws:policy/*"),
    { "iam:PolicyARN": "arn:aws:iam::1:policy/y" },
    yes,
  ],
  [
    "NumericLessThan",
    when("NumericLessThan", "aws:MultiFactorAuthAge", "3600"),
    { "aws:MultiFactorAuthAge": "60" },
    yes,
  ],
  [
    "NumericLessThan of more",
    when("NumericLessThan", "aws:MultiFactorAuthAge", 3600),
    { "aws:MultiFactorAuthAge": "7200" },
    no,
  ],
  [
    "DateGreaterThan",
    when("DateGreaterThan", "aws:CurrentTime", "2026-01-01T00:00:00Z"),
    { "aws:CurrentTime": "2026-06-01T00:00:00Z" },
    yes,
  ],
  [
    "DateLessThan",
    when("DateLessThan", "aws:CurrentTime", "2026-01-01T00:00:00Z"),
    { "aws:CurrentTime": "2026-06-01T00:00:00Z" },
    no,
  ],
  ["IpAddress", when("IpAddress", "aws:SourceIp", "127.0.0.0/8"), { "aws:SourceIp": "127.0.0.1" }, yes],
  ["NotIpAddress", when("NotIpAddress", "aws:SourceIp", "127.0.0.0/8"), { "aws:SourceIp": "127.0.0.1" }, no],
  ["ForAnyValue, one of them", when("ForAnyValue:StringEquals", "aws:TagKeys", ["Tier"]), keys, yes],
  ["ForAnyValue, none", when("ForAnyValue:StringEquals", "aws:TagKeys", ["Cost"]), keys, no],
  ["ForAnyValue without the key", when("ForAnyValue:StringEquals", "aws:TagKeys", ["Tier"]), {}, no],
  [
    "ForAllValues, all of them",
    when("ForAllValues:StringEquals", "aws:TagKeys", ["Tier", "Owner", "Cost"]),
    keys,
    yes,
  ],
  ["ForAllValues, one is not", when("ForAllValues:StringEquals", "aws:TagKeys", ["Tier"]), keys, no],
  ["ForAllValues without the key", when("ForAllValues:StringEquals", "aws:TagKeys", ["Tier"]), {}, yes],
  [
    "two operators, one fails",
    [
      {
        ...ALLOW,
        Condition: {
          StringEquals: { "aws:RequestedRegion": "eu-west-1" },
          Bool: { "aws:SecureTransport": "true" },
        },
      },
    ],
    text,
    no,
  ],
];

describe("judging a request by policies", () => {
  for (const entry of cases) {
    it(entry.name, () => assert.equal(judge(entry), entry.verdict));
  }
  for (const [name, statements, context, verdict] of conditionCases) {
    it(name, () => assert.equal(judge({ name, statements, context, verdict }), verdict));
  }
});
