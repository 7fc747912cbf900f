import {
  AttachGroupPolicyCommand,
  CreatePolicyVersionCommand,
  DeleteGroupCommand,
  DeleteGroupPolicyCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  TagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from "@aws-sdk/client-iam";
import { AddTagsToResourceCommand, DeleteParameterCommand, PutParameterCommand } from "@aws-sdk/client-ssm";
import { ACCOUNT, allow, parameter, type StackFixture, trust } from "./stack-fixture";

const POLICY_ARN = `arn:aws:iam::${ACCOUNT}:policy/drift-policy`;
const AWS_POLICY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

/** One resource of each kind whose drift matters. */
export const DRIFT_TEMPLATE = {
  Resources: {
    Group: {
      Type: "AWS::IAM::Group",
      Properties: {
        GroupName: "drift-group",
        ManagedPolicyArns: [AWS_POLICY],
        Policies: [{ PolicyName: "inline", PolicyDocument: allow("s3:ListAllMyBuckets") }],
      },
    },
    Inline: {
      Type: "AWS::IAM::Policy",
      Properties: { PolicyName: "own", PolicyDocument: allow("s3:GetObject"), Groups: [{ Ref: "Group" }] },
    },
    Policy: {
      Type: "AWS::IAM::ManagedPolicy",
      Properties: { ManagedPolicyName: "drift-policy", PolicyDocument: allow("s3:ListAllMyBuckets") },
    },
    Role: {
      Type: "AWS::IAM::Role",
      Properties: {
        RoleName: "drift-role",
        AssumeRolePolicyDocument: trust("ec2.amazonaws.com"),
        ManagedPolicyArns: [{ Ref: "Policy" }],
        MaxSessionDuration: 3600,
        Tags: [{ Key: "own", Value: "1" }],
      },
    },
    Value: parameter("/drift/value", "v", {}),
  },
};

/** Something done behind a stack's back, and what AWS sees of it. */
export interface Drift {
  title: string;
  plant: (fixture: StackFixture) => Promise<unknown>;
  logicalId: string;
  /** What drift detection says of the resource. */
  detected: "MODIFIED" | "DELETED" | "IN_SYNC";
  /** Path and kind of the differences. */
  differences?: string[];
  /** Whether a drift-aware change set sees it. */
  reverted: boolean;
}

/** Kinds of drift, each with what AWS is known to see of it. */
export const DRIFTS: readonly Drift[] = [
  {
    title: "an edited inline policy",
    plant: ({ iam }) => iam.send(new PutGroupPolicyCommand(groupPolicy("inline", "s3:PutObject"))),
    logicalId: "Group",
    detected: "MODIFIED",
    differences: ["/Policies/0/PolicyDocument/Statement/0/Action NOT_EQUAL"],
    reverted: true,
  },
  {
    title: "a deleted inline policy",
    plant: ({ iam }) =>
      iam.send(new DeleteGroupPolicyCommand({ GroupName: "drift-group", PolicyName: "inline" })),
    logicalId: "Group",
    detected: "MODIFIED",
    differences: ["/Policies/0 REMOVE"],
    reverted: true,
  },
  {
    title: "an added inline policy",
    plant: ({ iam }) => iam.send(new PutGroupPolicyCommand(groupPolicy("extra", "s3:PutObject"))),
    logicalId: "Group",
    detected: "IN_SYNC",
    reverted: false,
  },
  {
    title: "an added inline policy of a role that has none",
    plant: ({ iam }) =>
      iam.send(
        new PutRolePolicyCommand({
          RoleName: "drift-role",
          PolicyName: "extra",
          PolicyDocument: JSON.stringify(allow("s3:PutObject")),
        }),
      ),
    logicalId: "Role",
    detected: "IN_SYNC",
    reverted: false,
  },
  {
    title: "an added attachment",
    plant: ({ iam }) =>
      iam.send(
        new AttachGroupPolicyCommand({
          GroupName: "drift-group",
          PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
        }),
      ),
    logicalId: "Group",
    detected: "IN_SYNC",
    reverted: false,
  },
  {
    title: "a detached policy",
    plant: ({ iam }) =>
      iam.send(new DetachRolePolicyCommand({ RoleName: "drift-role", PolicyArn: POLICY_ARN })),
    logicalId: "Role",
    detected: "MODIFIED",
    differences: ["/ManagedPolicyArns REMOVE"],
    reverted: true,
  },
  {
    title: "an edited managed policy",
    plant: ({ iam }) =>
      iam.send(
        new CreatePolicyVersionCommand({
          PolicyArn: POLICY_ARN,
          PolicyDocument: JSON.stringify(allow("s3:PutObject")),
          SetAsDefault: true,
        }),
      ),
    logicalId: "Policy",
    detected: "IN_SYNC",
    reverted: true,
  },
  {
    title: "an edited trust policy",
    plant: ({ iam }) =>
      iam.send(
        new UpdateAssumeRolePolicyCommand({
          RoleName: "drift-role",
          PolicyDocument: JSON.stringify(trust("lambda.amazonaws.com")),
        }),
      ),
    logicalId: "Role",
    detected: "MODIFIED",
    differences: ["/AssumeRolePolicyDocument/Statement/0/Principal/Service NOT_EQUAL"],
    reverted: true,
  },
  {
    title: "a longer session",
    plant: ({ iam }) => iam.send(new UpdateRoleCommand({ RoleName: "drift-role", MaxSessionDuration: 7200 })),
    logicalId: "Role",
    detected: "MODIFIED",
    differences: ["/MaxSessionDuration NOT_EQUAL"],
    reverted: true,
  },
  {
    title: "a changed tag",
    plant: ({ iam }) =>
      iam.send(new TagRoleCommand({ RoleName: "drift-role", Tags: [{ Key: "own", Value: "2" }] })),
    logicalId: "Role",
    detected: "MODIFIED",
    differences: ["/Tags/0/Value NOT_EQUAL"],
    reverted: true,
  },
  {
    title: "an added tag",
    plant: ({ iam }) =>
      iam.send(new TagRoleCommand({ RoleName: "drift-role", Tags: [{ Key: "new", Value: "2" }] })),
    logicalId: "Role",
    detected: "MODIFIED",
    differences: ["/Tags/0 ADD"],
    reverted: false,
  },
  {
    title: "a changed parameter",
    plant: ({ ssm }) =>
      ssm.send(new PutParameterCommand({ Name: "/drift/value", Value: "w", Overwrite: true })),
    logicalId: "Value",
    detected: "MODIFIED",
    differences: ["/Value NOT_EQUAL"],
    reverted: true,
  },
  {
    title: "a tag of a resource that the template gives none",
    plant: ({ ssm }) =>
      ssm.send(
        new AddTagsToResourceCommand({
          ResourceType: "Parameter",
          ResourceId: "/drift/value",
          Tags: [{ Key: "a", Value: "b" }],
        }),
      ),
    logicalId: "Value",
    detected: "IN_SYNC",
    reverted: false,
  },
  {
    title: "a deleted parameter",
    plant: ({ ssm }) => ssm.send(new DeleteParameterCommand({ Name: "/drift/value" })),
    logicalId: "Value",
    detected: "DELETED",
    reverted: true,
  },
];

/** Deletes the group of the template, with what keeps IAM from it. */
export async function deleteGroup({ iam }: StackFixture): Promise<void> {
  const GroupName = "drift-group";
  for (const PolicyName of ["inline", "own"]) {
    await iam.send(new DeleteGroupPolicyCommand({ GroupName, PolicyName }));
  }
  await iam.send(new DetachGroupPolicyCommand({ GroupName, PolicyArn: AWS_POLICY }));
  await iam.send(new DeleteGroupCommand({ GroupName }));
}

function groupPolicy(PolicyName: string, action: string) {
  return { GroupName: "drift-group", PolicyName, PolicyDocument: JSON.stringify(allow(action)) };
}
