import { OWN_OBJECTS, role, templateOf, trust } from "./judged";
import { ML_NAME, prod, ml, noTemplate, bad, people, withMfa, other, own, type RuleCase } from "./rule-case";

/** Cases of the guardrails about policies and who may assume roles. */
export const policyCases: Readonly<Record<string, readonly RuleCase[]>> = {
  "no-wildcards": [
    { name: "one action on the tenant's objects", subject: bad(OWN_OBJECTS) },
    {
      name: "s3:* on *",
      subject: bad({ ...OWN_OBJECTS, Action: "s3:*", Resource: "*" }),
      violations: [/s3:\* allows every action of s3/, /yet is allowed on \*/],
    },
    {
      name: "an action that AWS forces on *",
      subject: bad({ Effect: "Allow", Action: "sts:GetCallerIdentity", Resource: "*" }),
    },
    {
      name: "NotAction",
      subject: bad({ Effect: "Allow", NotAction: "iam:*", Resource: "arn:aws:s3:::edge-dev-b001-x" }),
      violations: [/NotAction/],
    },
    {
      name: "NotResource",
      subject: bad({ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::x" }),
      violations: [/NotResource/],
    },
    { name: "a Deny of everything", subject: bad({ Effect: "Deny", Action: "*", Resource: "*" }) },
    {
      name: "a managed policy that nobody has",
      subject: templateOf({
        P: {
          Type: "AWS::IAM::ManagedPolicy",
          Properties: {
            ManagedPolicyName: "edge-dev-b001-p",
            PolicyDocument: {
              Version: "2012-10-17",
              Statement: { Effect: "Allow", Action: "*", Resource: "*" },
            },
          },
        },
      }),
      violations: [/every action of AWS/, /yet is allowed/],
    },
    {
      name: "no policy",
      subject: templateOf({ B: { Type: "AWS::S3::Bucket" } }),
      notApplicable: /no IAM policy/,
    },
    { name: "a stack alone", subject: noTemplate, notApplicable: /no IAM policy/ },
  ],
  "valid-statements": [
    { name: "what AWS knows", subject: bad(OWN_OBJECTS) },
    {
      name: "an action that does not exist",
      subject: bad({ ...OWN_OBJECTS, Action: "s3:GetObjects" }),
      violations: [/s3:GetObjects/],
    },
    { name: "a Sid twice", subject: bad(OWN_OBJECTS, OWN_OBJECTS), violations: [/Sid Read too/] },
    {
      name: "a condition key that AWS does not have",
      subject: bad({ ...OWN_OBJECTS, Condition: { StringEquals: { "s3:Nothing": "x" } } }),
      violations: [/s3:Nothing/],
    },
    { name: "no policy", subject: noTemplate, notApplicable: /no IAM policy/ },
  ],
  "administrator-access": [
    {
      name: "the administrators' group",
      subject: templateOf({
        G: {
          Type: "AWS::IAM::Group",
          Properties: {
            GroupName: "edge-dev-b001-group-platform-administrators",
            ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
          },
        },
      }),
    },
    {
      name: "another group",
      subject: templateOf({
        G: {
          Type: "AWS::IAM::Group",
          Properties: {
            GroupName: "edge-dev-b001-group-data-scientists",
            ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
          },
        },
      }),
      violations: [/AdministratorAccess allows everything/],
    },
    {
      name: "a role of the administrators' name",
      subject: templateOf({
        R: role({
          RoleName: "edge-dev-b001-group-platform-administrators",
          ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
        }),
      }),
      violations: [/AdministratorAccess/],
    },
    {
      name: "another tenant's administrators",
      subject: templateOf({
        G: {
          Type: "AWS::IAM::Group",
          Properties: {
            GroupName: "edge-prod-b001-group-platform-administrators",
            ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
          },
        },
      }),
      violations: [/AdministratorAccess/],
    },
    {
      name: "the same in words of its own",
      subject: bad({ Effect: "Allow", Action: "*", Resource: "*" }),
      violations: [/rights allows everything/],
    },
    { name: "a few actions", subject: bad(OWN_OBJECTS) },
    {
      name: "no group and no role",
      subject: templateOf({ B: { Type: "AWS::S3::Bucket" } }),
      notApplicable: /no group or role/,
    },
  ],
  "no-escalation": [
    { name: "reading", subject: bad(OWN_OBJECTS) },
    {
      name: "policies of one's own",
      subject: bad({
        Effect: "Allow",
        Action: "iam:PutGroupPolicy",
        Resource: "arn:aws:iam::123456789012:group/edge-dev-b001-group-people",
      }),
      violations: [/iam:PutGroupPolicy/],
    },
    {
      name: "a policy of AWS's that does not exist",
      subject: templateOf({ R: role({ ManagedPolicyArns: ["arn:aws:iam::aws:policy/NoSuchPolicy"] }) }),
      violations: [/NoSuchPolicy grants .* is not known/],
    },
    {
      name: "a product's pipeline that runs its build",
      subject: templateOf({
        R: role({
          RoleName: `${ML_NAME}-pipe`,
          Policies: [
            {
              PolicyName: "b",
              PolicyDocument: {
                Version: "2012-10-17",
                Statement: {
                  Effect: "Allow",
                  Action: "codebuild:StartBuild",
                  Resource: `arn:aws:codebuild:us-west-1:123456789012:project/${ML_NAME}-b`,
                },
              },
            },
          ],
        }),
        B: role({
          RoleName: `${ML_NAME}-build`,
          AssumeRolePolicyDocument: trust(
            { Service: "codebuild.amazonaws.com" },
            {
              ArnEquals: {
                "aws:SourceArn": `arn:aws:codebuild:us-west-1:123456789012:project/${ML_NAME}-b`,
              },
            },
          ),
          Policies: own,
        }),
      }),
      environment: ml,
    },
    {
      name: "no config",
      subject: bad(OWN_OBJECTS),
      environment: null,
      violations: [/no config says which account/],
    },
    {
      name: "a watched resource by itself",
      subject: { template: { ...bad(OWN_OBJECTS).template!, whole: false } },
      notApplicable: /no whole template/,
    },
    {
      name: "no group and no role",
      subject: templateOf({ B: { Type: "AWS::S3::Bucket" } }),
      notApplicable: /no group or role/,
    },
  ],
  "no-users-or-keys": [
    { name: "a group", subject: bad(OWN_OBJECTS) },
    {
      name: "a user with a login profile",
      subject: templateOf({ U: { Type: "AWS::IAM::User", Properties: { LoginProfile: { Password: "x" } } } }),
      violations: [/AWS::IAM::User/],
    },
    {
      name: "a key",
      subject: templateOf({ K: { Type: "AWS::IAM::AccessKey", Properties: {} } }),
      violations: [/AWS::IAM::AccessKey/],
    },
    {
      name: "a member of a group",
      subject: templateOf({ M: { Type: "AWS::IAM::UserToGroupAddition", Properties: {} } }),
      violations: [/UserToGroupAddition/],
    },
    { name: "no template", subject: noTemplate, notApplicable: /no template/ },
  ],
  "trust-policies": [
    { name: "a service of the list", subject: templateOf({ R: role() }) },
    {
      name: "CodeBuild, for whatever account",
      subject: templateOf({
        R: role({ AssumeRolePolicyDocument: trust({ Service: "codebuild.amazonaws.com" }) }),
      }),
      violations: [/for whatever account/],
    },
    {
      name: "CodeBuild, for this account alone",
      subject: templateOf({
        R: role({
          AssumeRolePolicyDocument: trust(
            { Service: "codebuild.amazonaws.com" },
            { StringEquals: { "aws:SourceAccount": "123456789012" } },
          ),
        }),
      }),
    },
    {
      name: "everybody",
      subject: templateOf({ R: role({ AssumeRolePolicyDocument: trust("*") }) }),
      violations: [/trusts AWS \*/],
    },
    {
      name: "every role of an account",
      subject: templateOf({
        R: role({ AssumeRolePolicyDocument: trust({ AWS: "arn:aws:iam::123456789012:role/*" }) }),
      }),
      violations: [/whoever that is/],
    },
    {
      name: "NotPrincipal",
      subject: templateOf({
        R: role({
          AssumeRolePolicyDocument: {
            Version: "2012-10-17",
            Statement: { Effect: "Allow", NotPrincipal: { AWS: "x" }, Action: "sts:AssumeRole" },
          },
        }),
      }),
      violations: [/NotPrincipal/],
    },
    {
      name: "a service that is not on the list",
      subject: templateOf({ R: role({ AssumeRolePolicyDocument: trust({ Service: "ec2.amazonaws.com" }) }) }),
      violations: [/ec2.amazonaws.com, which is not on the list/],
    },
    {
      name: "the same, put on the list",
      subject: templateOf({ R: role({ AssumeRolePolicyDocument: trust({ Service: "ec2.amazonaws.com" }) }) }),
      configured: { service_principals: ["ec2.amazonaws.com"] },
    },
    {
      name: "another account without an external id",
      subject: templateOf({ R: role({ AssumeRolePolicyDocument: trust(other) }) }),
      violations: [/210987654321 without an external id/],
    },
    {
      name: "another account with one",
      subject: templateOf({
        R: role({
          AssumeRolePolicyDocument: trust(other, { StringEquals: { "sts:ExternalId": "agreed-on" } }),
        }),
      }),
    },
    {
      name: "any external id that is like nothing",
      subject: templateOf({
        R: role({ AssumeRolePolicyDocument: trust(other, { StringLike: { "sts:ExternalId": "*" } }) }),
      }),
      violations: [/without an external id/],
    },
    {
      name: "an identity provider",
      subject: templateOf({
        R: role({ AssumeRolePolicyDocument: trust({ Federated: "cognito-identity.amazonaws.com" }) }),
      }),
      violations: [/identity provider/],
    },
    {
      name: "elevation in prod without MFA",
      subject: templateOf({ R: role({ AssumeRolePolicyDocument: people, Policies: own }) }),
      environment: prod,
      violations: [/in prod without MFA/],
    },
    {
      name: "elevation in prod with MFA",
      subject: templateOf({ R: role({ AssumeRolePolicyDocument: withMfa, Policies: own }) }),
      environment: prod,
    },
    {
      name: "elevation in dev without MFA",
      subject: templateOf({ R: role({ AssumeRolePolicyDocument: people, Policies: own }) }),
    },
    { name: "no role", subject: bad(OWN_OBJECTS), notApplicable: /no role/ },
  ],
};
