import { environment, group, OWN_OBJECTS, role, stack, templateOf } from "./judged";
import { prod, ml, noTemplate, bad, people, other, roles, type RuleCase } from "./rule-case";

/** Cases of the guardrails about the stack and what its names are. */
export const stackCases: Readonly<Record<string, readonly RuleCase[]>> = {
  "known-template": [
    { name: "a template of literals", subject: bad(OWN_OBJECTS) },
    { name: "no template", subject: noTemplate, notApplicable: /no template/ },
    {
      name: "a hidden one",
      subject: { stack, hidden: [{ why: "it is unknown", instead: "write it out" }] },
      violations: [/^it is unknown$/],
    },
    {
      name: "a macro",
      subject: { template: { ...bad(OWN_OBJECTS).template!, raw: { Transform: "X" } } },
      violations: [/macro/],
    },
    {
      name: "a nested stack",
      subject: templateOf({ N: { Type: "AWS::CloudFormation::Stack", Properties: {} } }),
      violations: [/makes resources that the template does not show/],
    },
    {
      name: "an action from a parameter without a value",
      subject: templateOf(
        { G: group({ ...OWN_OBJECTS, Action: { Ref: "What" } }) },
        { What: { Type: "String" } },
      ),
      violations: [/Policies is not known .* What/],
    },
    {
      name: "an action from a parameter with a default, in a join",
      subject: templateOf(
        { G: group({ ...OWN_OBJECTS, Action: { "Fn::Join": [":", ["s3", { Ref: "What" }]] } }) },
        { What: { Type: "String", Default: "GetObject" } },
      ),
    },
    {
      name: "a condition's choice in a trust policy",
      subject: templateOf({ R: role({ AssumeRolePolicyDocument: { "Fn::If": ["A", {}, {}] } }) }),
      violations: [/AssumeRolePolicyDocument is not known/, /no policy document/],
    },
    {
      name: "an open value of something else than IAM",
      subject: templateOf({ B: { Type: "AWS::S3::Bucket", Properties: { X: { "Fn::ImportValue": "y" } } } }),
    },
    {
      name: "a document that is none",
      subject: templateOf({ R: role({ AssumeRolePolicyDocument: "{" }) }),
      violations: [/no policy document/],
    },
  ],
  "only-through-stacks": [
    {
      name: "a role of the aws provider",
      subject: { besideStacks: "aws:iam/role:Role" },
      violations: [/beside all stacks/],
    },
    { name: "a stack", subject: noTemplate, notApplicable: /part of a stack/ },
    { name: "a template", subject: bad(OWN_OBJECTS), notApplicable: /part of a stack/ },
  ],
  "region-and-account": [
    { name: "a stack that is bound", subject: noTemplate },
    {
      name: "another region",
      subject: { stack: { ...stack, region: "eu-west-1" } },
      violations: [/goes to eu-west-1/],
    },
    {
      name: "no binding at all",
      subject: { stack: { ...stack, region: undefined, accounts: undefined } },
      violations: [/whatever region/, /whatever account/],
    },
    {
      name: "one account too many",
      subject: { stack: { ...stack, accounts: ["123456789012", "210987654321"] } },
      violations: [/123456789012, 210987654321/],
    },
    {
      name: "an ARN of another region",
      subject: bad({
        ...OWN_OBJECTS,
        Action: "sqs:SendMessage",
        Resource: "arn:aws:sqs:eu-west-1:123456789012:edge-dev-b001-q",
      }),
      violations: [/another region than us-west-1/],
    },
    { name: "ARNs without a region", subject: bad(OWN_OBJECTS) },
    { name: "no config", subject: noTemplate, environment: null, violations: [/no config says/] },
    {
      name: "a bucket alone",
      subject: templateOf({ B: { Type: "AWS::S3::Bucket" } }),
      notApplicable: /no stack and no policy/,
    },
  ],
  "protected-in-prod": [
    { name: "prod, protected", subject: noTemplate, environment: prod },
    {
      name: "prod, open",
      subject: { stack: { ...stack, terminationProtection: false, protect: false } },
      environment: prod,
      violations: [/no termination protection/, /no Pulumi's protection/],
    },
    { name: "dev", subject: { stack: { ...stack, protect: false } }, notApplicable: /dev need not/ },
    {
      name: "a test copy of prod",
      subject: { stack: { ...stack, protect: false } },
      environment: { ...prod, testSuffix: "x1y2z3" },
      notApplicable: /test copy/,
    },
    {
      name: "dev, where it is asked for",
      subject: { stack: { ...stack, protect: false } },
      configured: { environments: ["dev"] },
      violations: [/Pulumi's protection/],
    },
    {
      name: "no config",
      subject: { stack: { ...stack, protect: false } },
      environment: null,
      violations: [/Pulumi's protection/],
    },
    { name: "no stack", subject: bad(OWN_OBJECTS), notApplicable: /no stack/ },
  ],
  "tier-limits": [
    {
      name: "one assumable role, as startup allows",
      subject: templateOf({ R: role({ AssumeRolePolicyDocument: people }) }),
    },
    {
      name: "six groups in startup",
      subject: templateOf(
        Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`G${index}`, group(OWN_OBJECTS)])),
      ),
      violations: [/6 groups, the startup tier allows 5/],
    },
    { name: "four service roles", subject: templateOf(roles({ Service: ["glue.amazonaws.com"] }, 4)) },
    {
      name: "five service roles",
      subject: templateOf(roles({ Service: ["glue.amazonaws.com"] }, 5)),
      violations: [/5 service roles, the startup tier allows 4/],
    },
    {
      name: "a cross-account role in startup",
      subject: templateOf(roles(other, 1)),
      violations: [/1 cross-account roles, the startup tier allows 0/],
    },
    {
      name: "a tier that does not exist",
      subject: bad(OWN_OBJECTS),
      environment: { ...environment, tier: "gold" },
      violations: [/"gold", which does not exist/],
    },
    {
      name: "no config",
      subject: bad(OWN_OBJECTS),
      environment: null,
      violations: [/no config says which tier/],
    },
    {
      name: "an ML product of a tier that does not exist",
      subject: templateOf(roles({ Service: ["glue.amazonaws.com"] }, 1)),
      environment: { ...ml, tier: "gold" },
      violations: [/"gold", which does not exist/],
    },
    {
      name: "more roles than an ML product has",
      subject: templateOf(roles({ Service: ["glue.amazonaws.com"] }, 9)),
      environment: ml,
      violations: [/9 AWS::IAM::Role, a product of the enterprise tier has at most 7/],
    },
    {
      name: "buckets alone",
      subject: templateOf({ B: { Type: "AWS::S3::Bucket" } }),
      notApplicable: /no groups and no roles/,
    },
  ],
  "scoped-names": [
    { name: "all within", subject: { ...bad(OWN_OBJECTS), stack } },
    {
      name: "a role of another name",
      subject: templateOf({ R: role({ RoleName: "deployer" }) }),
      violations: [/its name is deployer/],
    },
    {
      name: "a role without a name",
      subject: templateOf({ R: role({ RoleName: undefined }) }),
      violations: [/left to AWS/],
    },
    {
      name: "a neighbour whose name begins like ours",
      subject: templateOf({ R: role({ RoleName: "edge-dev-b0012-role-x" }) }),
      violations: [/outside edge-dev-b001/],
    },
    {
      name: "a parameter in a folder",
      subject: templateOf({
        P: {
          Type: "AWS::SSM::Parameter",
          Properties: { Name: "/security/edge-dev-b001-us-west-1-startup-sec/X" },
        },
      }),
    },
    {
      name: "another tenant's objects",
      subject: bad({ ...OWN_OBJECTS, Resource: "arn:aws:s3:::edge-dev-b002-data/*" }),
      violations: [/not within the names of edge-dev-b001/],
    },
    {
      name: "the same in another account",
      subject: bad({
        ...OWN_OBJECTS,
        Action: "iam:GetRole",
        Resource: "arn:aws:iam::210987654321:role/edge-dev-b001-role-x",
      }),
      violations: [/not within/],
    },
    {
      name: "a stack of another name",
      subject: { stack: { ...stack, name: "iam" } },
      violations: [/the stack is called iam/],
    },
    {
      name: "a stack without a name",
      subject: { stack: { ...stack, name: undefined } },
      violations: [/whatever Pulumi makes up/],
    },
    {
      name: "a pinned name",
      subject: { stack: { ...stack, name: "old-stack" } },
      environment: { ...environment, stackName: "old-stack" },
    },
    {
      name: "the stack's own bucket",
      subject: templateOf({
        B: { Type: "AWS::S3::Bucket", Properties: { BucketName: "edge-dev-b001-b" } },
        G: group({ ...OWN_OBJECTS, Resource: { "Fn::Sub": "${B.Arn}/*" } }),
      }),
    },
    { name: "no config", subject: noTemplate, environment: null, violations: [/no config says whose stack/] },
    {
      name: "neither template nor stack",
      subject: { besideStacks: "aws:iam/role:Role" },
      notApplicable: /no template and no stack/,
    },
  ],
};
