import { ACCOUNT, REGION } from "../cloudformation/stack-fixture";

const BUCKET = "arn:aws:s3:::trail-bucket";
const TRAIL = `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/product`;

/** What CloudTrail needs of its bucket, as the product's templates say it. */
export const BUCKET_POLICY = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: ["s3:GetBucketAcl"],
      Resource: [BUCKET],
      Condition: { ArnEquals: { "aws:SourceArn": TRAIL } },
    },
    {
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: ["s3:PutObject"],
      Resource: [`${BUCKET}/AWSLogs/${ACCOUNT}/*`],
      Condition: {
        ArnEquals: { "aws:SourceArn": TRAIL },
        StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" },
      },
    },
    {
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:*"],
      Resource: [BUCKET, `${BUCKET}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ],
};

/** A role that delivers to the log group of a trail. */
export function deliveryRole(actions = ["logs:CreateLogStream", "logs:PutLogEvents"]) {
  return {
    AssumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "cloudtrail.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceArn": TRAIL } },
        },
      ],
    },
    Policies: [
      {
        PolicyName: "delivery",
        PolicyDocument: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: actions,
              Resource: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/trail:log-stream:${ACCOUNT}_CloudTrail_${REGION}*`,
            },
          ],
        },
      },
    ],
  };
}

/** The resources that a trail needs. */
export const TRAIL_NEEDS = {
  Bucket: { Type: "AWS::S3::Bucket", Properties: { BucketName: "trail-bucket" } },
  BucketPolicy: {
    Type: "AWS::S3::BucketPolicy",
    Properties: { Bucket: { Ref: "Bucket" }, PolicyDocument: BUCKET_POLICY },
  },
  Group: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "/trail" } },
  Role: { Type: "AWS::IAM::Role", Properties: { RoleName: "delivery", ...deliveryRole() } },
};

/** Properties of the trail. */
export function trail(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    TrailName: "product",
    CloudWatchLogsLogGroupArn: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/trail:*`,
    CloudWatchLogsRoleArn: `arn:aws:iam::${ACCOUNT}:role/delivery`,
    EnableLogFileValidation: true,
    IncludeGlobalServiceEvents: true,
    IsLogging: true,
    IsMultiRegionTrail: true,
    S3BucketName: "trail-bucket",
    Tags: [{ Key: "Stem", Value: "s" }],
    ...more,
  };
}
