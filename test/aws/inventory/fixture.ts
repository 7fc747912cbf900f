/** The account of the embedded AWS. */
export const ACCOUNT = "123456789012";
export const REGION = "us-west-1";
export const SCOPE = "edge-dev-b001";
export const STEM = `${SCOPE}-${REGION}-startup-sec`;
export const STACK = `${STEM}-stack`;
export const GROUP = `${SCOPE}-group-a`;
export const ROLE = `${SCOPE}-role-a`;
export const POLICY = `${SCOPE}-policy-a`;
export const TAGS = { Environment: "dev", ManagedBy: "tierguard", Stem: STEM, TenantId: "b001" };

/** The ARN of a managed policy of the account. */
export const policyArn = (name: string) => `arn:aws:iam::${ACCOUNT}:policy/${name}`;

/** A policy document that allows next to nothing. */
export const DOCUMENT = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: ["s3:ListAllMyBuckets"], Resource: ["*"] }],
};

/** A trust in EC2. */
export const TRUST = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: ["sts:AssumeRole"] }],
};

/** A template with one group, role, policy and parameter, in the shape that rendering writes. */
export function template({ suffix = "", stem = STEM, tags = TAGS } = {}) {
  const own = {
    ManagedPolicyArns: [{ Ref: "PolicyA" }],
    Policies: [{ PolicyName: "own", PolicyDocument: DOCUMENT }],
  };
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Resources: {
      GroupA: { Type: "AWS::IAM::Group", Properties: { GroupName: `${GROUP}${suffix}`, ...own } },
      RoleA: {
        Type: "AWS::IAM::Role",
        Properties: {
          RoleName: `${ROLE}${suffix}`,
          AssumeRolePolicyDocument: TRUST,
          ...own,
          ManagedPolicyArns: [
            { "Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess" },
            { Ref: "PolicyA" },
          ],
          Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
        },
      },
      PolicyA: {
        Type: "AWS::IAM::ManagedPolicy",
        Properties: { ManagedPolicyName: `${POLICY}${suffix}`, PolicyDocument: DOCUMENT },
      },
      ParameterGroupAArn: {
        Type: "AWS::SSM::Parameter",
        Properties: {
          Name: `/security/${stem}/GroupAArn`,
          Type: "String",
          Value: { "Fn::GetAtt": ["GroupA", "Arn"] },
        },
      },
    },
  };
}
