import { roleLogicalId } from "../roles/build-ml-roles";
import type { Statement } from "../../security/policy-document";
import { renderTags } from "../../template/render-resources";
import type { MlBlueprint } from "../blueprint";
import { renderBucket, renderBucketPolicy } from "./bucket";
import { arnOutput, NOTHING, type TemplateFamily } from "./family";

/** Logical id of the log group that the trail delivers to. */
export const LOG_GROUP_LOGICAL_ID = "ComplianceLogGroup";

/** What CloudTrail needs of its bucket ("Amazon S3 bucket policy for CloudTrail", CloudTrail User Guide). */
function delivery({ arns, names, config }: MlBlueprint): Statement[] {
  const Principal = { Service: "cloudtrail.amazonaws.com" };
  const ours = { "aws:SourceArn": arns.trail(names.trail) };
  const logs = `AWSLogs/${config.client.account_id}/*`;
  return [
    {
      Sid: "SeeAccessList",
      Effect: "Allow",
      Principal,
      Action: ["s3:GetBucketAcl"],
      Resource: [arns.bucket(names.trailBucket)],
      Condition: { ArnEquals: ours },
    },
    {
      Sid: "DeliverEvents",
      Effect: "Allow",
      Principal,
      Action: ["s3:PutObject"],
      Resource: [arns.objects(names.trailBucket, logs)],
      Condition: { ArnEquals: ours, StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
  ];
}

/** The trail of a product, its bucket, and the log group that the alarms watch. */
export const renderTrail: TemplateFamily = (blueprint) => {
  const { compliance, names, retention, tags } = blueprint;
  if (compliance?.trail !== "create") return NOTHING;
  const bucket = { logicalId: "TrailBucket", name: names.trailBucket };
  return {
    resources: {
      [LOG_GROUP_LOGICAL_ID]: {
        Type: "AWS::Logs::LogGroup",
        Properties: {
          LogGroupName: compliance.logGroup,
          RetentionInDays: retention.days,
          Tags: renderTags(tags),
        },
      },
      Trail: {
        Type: "AWS::CloudTrail::Trail",
        DependsOn: ["TrailBucketPolicy"],
        Properties: {
          TrailName: names.trail,
          CloudWatchLogsLogGroupArn: { "Fn::GetAtt": [LOG_GROUP_LOGICAL_ID, "Arn"] },
          CloudWatchLogsRoleArn: { "Fn::GetAtt": [roleLogicalId("trail"), "Arn"] },
          EnableLogFileValidation: true,
          IncludeGlobalServiceEvents: true,
          IsLogging: true,
          // The root user signs in in one region, whatever the product's.
          IsMultiRegionTrail: true,
          S3BucketName: { Ref: bucket.logicalId },
          Tags: renderTags(tags),
        },
      },
      TrailBucket: renderBucket(blueprint, {
        name: bucket.name,
        expireAfter: retention.days,
        expireOldVersionsAfter: retention.days,
      }),
      TrailBucketPolicy: renderBucketPolicy(blueprint, bucket, delivery(blueprint)),
    },
    outputs: [
      arnOutput("Log group", LOG_GROUP_LOGICAL_ID),
      arnOutput("Trail", "Trail"),
      arnOutput("Bucket", "TrailBucket"),
    ],
  };
};
