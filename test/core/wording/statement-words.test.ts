import assert from "node:assert/strict";
import { actionsOf } from "../../../core/analysis/expand-actions";
import { referenceData } from "../../../core/analysis/reference/reference-data";
import type { Statement } from "../../../core/security/policy-document";
import { describeStatement } from "../../../core/wording/statement-words";

const home = { accountId: "123456789012", region: "us-west-1" };
const levelsOf = (action: string) => actionsOf(action, referenceData()).map(({ level }) => level);

function words(statement: Omit<Statement, "Effect"> & Partial<Pick<Statement, "Effect">>): string {
  return describeStatement({ Effect: "Allow", ...statement }, { home, levelsOf }).sentence;
}

const arn = (rest: string) => `arn:\${AWS::Partition}:${rest}`;

const cases: { name: string; statement: Parameters<typeof words>[0]; says: string }[] = [
  {
    name: "levels, a scope and TLS",
    statement: {
      Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:PutObjectTagging"],
      Resource: [arn("s3:::edge-dev-b001-*/*")],
      Condition: { Bool: { "aws:SecureTransport": "true" } },
    },
    says: "Read, write, delete and tag objects in buckets edge-dev-b001-*; only over TLS",
  },
  {
    name: "a Deny in a folder",
    statement: {
      Effect: "Deny",
      Action: ["s3:DeleteObject", "s3:PutObject"],
      Resource: [arn("s3:::edge-dev-b001-*/templates/*")],
    },
    says: "Never write or delete objects under templates/ in buckets edge-dev-b001-*",
  },
  {
    name: "a Deny under a condition",
    statement: {
      Effect: "Deny",
      Action: ["codecommit:GitPush"],
      Resource: [arn("codecommit:us-west-1:123456789012:edge-dev-b001-*")],
      Condition: {
        StringEqualsIfExists: { "codecommit:References": ["refs/heads/main", "refs/heads/prod"] },
      },
    },
    says: "Never write code repositories edge-dev-b001-*, where the branch is refs/heads/main or refs/heads/prod, if it is set",
  },
  {
    name: "parts of a resource, which are not the resource",
    statement: {
      Action: ["iam:DeleteAccessKey", "iam:DeleteLoginProfile"],
      Resource: [arn("iam::123456789012:user/*")],
    },
    says: "Delete access keys and login profiles of all users",
  },
  {
    name: "taking users out of groups",
    statement: {
      Action: ["iam:RemoveUserFromGroup"],
      Resource: [arn("iam::123456789012:group/edge-dev-b001-group-*")],
    },
    says: "Remove users from groups edge-dev-b001-group-*",
  },
  {
    name: "permissions of a resource",
    statement: {
      Action: ["ecr:PutImage", "ecr:SetRepositoryPolicy"],
      Resource: [arn("ecr:us-west-1:123456789012:repository/edge-dev-b001-*")],
    },
    says: "Write image repositories edge-dev-b001-*, and manage permissions of them",
  },
  {
    name: "keys, which are used",
    statement: {
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
      Resource: [arn("kms:us-west-1:123456789012:key/*")],
      Condition: { "ForAnyValue:StringLike": { "kms:ResourceAliases": "alias/edge-dev-b001-*" } },
    },
    says: "Read all KMS keys, and encrypt and decrypt with them; only where one of the key's aliases is like alias/edge-dev-b001-*",
  },
  {
    name: "a role that is passed to one service",
    statement: {
      Action: ["iam:PassRole"],
      Resource: [arn("iam::123456789012:role/edge-dev-b001-role-glue-etl")],
      Condition: { StringEquals: { "iam:PassedToService": "glue.amazonaws.com" } },
    },
    says: "Pass the role edge-dev-b001-role-glue-etl; only to Glue",
  },
  {
    name: "several roles",
    statement: {
      Action: ["sts:AssumeRole"],
      Resource: [arn("iam::123456789012:role/a"), arn("iam::123456789012:role/b")],
    },
    says: "Assume roles a and b",
  },
  {
    name: "what AWS grants on the whole account alone",
    statement: { Action: ["sagemaker:ListEndpoints", "sagemaker:ListTrainingJobs"], Resource: ["*"] },
    says: "List endpoints and training jobs in SageMaker (in the whole account)",
  },
  {
    name: "names in common",
    statement: {
      Action: ["sagemaker:InvokeEndpoint"],
      Resource: [
        arn("sagemaker:us-west-1:123456789012:endpoint/edge-dev-b001-*"),
        arn("sagemaker:us-west-1:123456789012:inference-component/edge-dev-b001-*"),
      ],
    },
    says: "Call endpoints and inference components edge-dev-b001-*",
  },
  {
    name: "other accounts and regions",
    statement: {
      Action: ["ecr:BatchGetImage"],
      Resource: [arn("ecr:us-east-1:*:repository/*"), arn("ecr:*:210987654321:repository/x")],
    },
    says: "Read the image repository x of account 210987654321 in every region and all image repositories of every account in us-east-1",
  },
  {
    name: "tags, with the caller's own name",
    statement: {
      Action: ["sagemaker:StopNotebookInstance"],
      Resource: [arn("sagemaker:us-west-1:123456789012:notebook-instance/edge-*")],
      Condition: { StringEquals: { "aws:ResourceTag/Owner": "${aws:username}" } },
    },
    says: "Stop notebook instances edge-*; only where the resource's tag Owner is the caller's own name",
  },
  {
    name: "numbers, and what is not set",
    statement: {
      Action: ["kms:ScheduleKeyDeletion"],
      Resource: [arn("kms:us-west-1:123456789012:key/*")],
      Condition: {
        NumericGreaterThanEquals: { "kms:ScheduleKeyDeletionPendingWindowInDays": "30" },
        Null: { "aws:ResourceTag/Locked": "true" },
      },
    },
    says: "Change all KMS keys; only where kms:ScheduleKeyDeletionPendingWindowInDays is at least 30 and where the resource's tag Locked is not set",
  },
  {
    name: "everything",
    statement: { Action: ["*"], Resource: ["*"] },
    says: "Do everything (in the whole account)",
  },
  {
    name: "a whole service",
    statement: { Action: ["s3:*"], Resource: [arn("s3:::edge-dev-b001-data")] },
    says: "Do everything with the bucket edge-dev-b001-data",
  },
  {
    name: "an action that AWS does not have",
    statement: { Action: ["s3:GetNothing"], Resource: [arn("s3:::edge-dev-b001-data")] },
    says: "Use the bucket edge-dev-b001-data",
  },
  {
    name: "a resource that is no ARN",
    statement: { Action: ["s3:GetObject"], Resource: ["arn:nonsense"] },
    says: "Read arn:nonsense",
  },
];

describe("a statement in words", () => {
  for (const { name, statement, says } of cases) {
    it(`says ${name}`, () => assert.equal(words(statement), says));
  }

  it("does not show an external id", () => {
    const condition = { StringEquals: { "sts:ExternalId": "partner-4711" } };
    const said = words({
      Action: ["sts:AssumeRole"],
      Resource: [arn("iam::1:role/x")],
      Condition: condition,
    });
    assert.match(said, /; only with the agreed external id$/);
    assert.doesNotMatch(said, /4711/);
  });

  it("never says less of a condition than that there is one", () => {
    const operators = [
      "StringNotEquals",
      "ArnLike",
      "DateLessThan",
      "IpAddress",
      "BinaryEquals",
      "NotIpAddress",
    ];
    for (const operator of operators) {
      const said = words({
        Action: ["s3:GetObject"],
        Resource: [arn("s3:::b/*")],
        Condition: { [operator]: { "aws:AnyKey": ["first", "second"] } },
      });
      assert.match(said, /; only where aws:AnyKey is .*first or second$/, operator);
    }
  });
});
