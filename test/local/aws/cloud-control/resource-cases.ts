import { allow, trust } from "../cloudformation/stack-fixture";

type Properties = Record<string, unknown>;

/** Each type from creation to deletion: what is asked for, what is read, and a change. */
export const resourceCases: {
  TypeName: string;
  identifier: string;
  desired: Properties;
  read: Properties;
  patch: unknown[];
  changed: Properties;
}[] = [
  {
    TypeName: "AWS::IAM::Group",
    identifier: "cc-group",
    desired: {
      GroupName: "cc-group",
      Path: "/team/",
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
      Policies: [{ PolicyName: "one", PolicyDocument: allow("s3:ListAllMyBuckets") }],
    },
    read: {
      GroupName: "cc-group",
      Path: "/team/",
      Arn: "arn:aws:iam::123456789012:group/team/cc-group",
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
      Policies: [{ PolicyName: "one", PolicyDocument: allow("s3:ListAllMyBuckets") }],
    },
    patch: [{ op: "replace", path: "/Policies/0/PolicyDocument", value: allow("iam:ListRoles") }],
    changed: { Policies: [{ PolicyName: "one", PolicyDocument: allow("iam:ListRoles") }] },
  },
  {
    TypeName: "AWS::IAM::Role",
    identifier: "cc-role",
    desired: {
      RoleName: "cc-role",
      AssumeRolePolicyDocument: trust("ec2.amazonaws.com"),
      Tags: [{ Key: "a", Value: "1" }],
    },
    read: {
      RoleName: "cc-role",
      Path: "/",
      Arn: "arn:aws:iam::123456789012:role/cc-role",
      AssumeRolePolicyDocument: trust("ec2.amazonaws.com"),
      MaxSessionDuration: 3600,
      Tags: [{ Key: "a", Value: "1" }],
    },
    patch: [
      { op: "test", path: "/MaxSessionDuration", value: 3600 },
      { op: "replace", path: "/MaxSessionDuration", value: 7200 },
      { op: "add", path: "/PermissionsBoundary", value: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
      { op: "remove", path: "/Tags/0" },
    ],
    changed: {
      MaxSessionDuration: 7200,
      PermissionsBoundary: "arn:aws:iam::aws:policy/ReadOnlyAccess",
      Tags: undefined,
    },
  },
  {
    TypeName: "AWS::IAM::ManagedPolicy",
    identifier: "arn:aws:iam::123456789012:policy/cc-policy",
    desired: {
      ManagedPolicyName: "cc-policy",
      Description: "d",
      PolicyDocument: allow("s3:ListAllMyBuckets"),
    },
    read: {
      ManagedPolicyName: "cc-policy",
      Path: "/",
      Description: "d",
      PolicyArn: "arn:aws:iam::123456789012:policy/cc-policy",
      PolicyDocument: allow("s3:ListAllMyBuckets"),
      DefaultVersionId: "v1",
    },
    patch: [{ op: "replace", path: "/PolicyDocument", value: allow("iam:ListRoles") }],
    changed: { PolicyDocument: allow("iam:ListRoles"), DefaultVersionId: "v2" },
  },
  {
    TypeName: "AWS::SSM::Parameter",
    identifier: "/cc/parameter",
    desired: { Name: "/cc/parameter", Type: "String", Value: "v", Description: "not read", Tags: { a: "1" } },
    read: {
      Name: "/cc/parameter",
      Type: "String",
      Value: "v",
      DataType: "text",
      Tags: { a: "1" },
      Description: undefined,
      Tier: undefined,
    },
    patch: [
      { op: "replace", path: "/Value", value: "w" },
      { op: "replace", path: "/Tags", value: { b: "2" } },
    ],
    changed: { Value: "w", Tags: { b: "2" } },
  },
  {
    TypeName: "AWS::S3::Bucket",
    identifier: "cc-bucket",
    desired: { BucketName: "cc-bucket", Tags: [{ Key: "a", Value: "1" }] },
    read: { BucketName: "cc-bucket", Arn: "arn:aws:s3:::cc-bucket", Tags: [{ Key: "a", Value: "1" }] },
    patch: [{ op: "add", path: "/VersioningConfiguration", value: { Status: "Enabled" } }],
    changed: { VersioningConfiguration: { Status: "Enabled" } },
  },
];
