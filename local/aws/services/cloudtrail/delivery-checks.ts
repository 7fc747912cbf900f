import { conditionContext, refusal } from "../../authorization/authorise";
import type { AuthenticatedCaller } from "../../authorization/caller-record";
import { serviceMay } from "../../authorization/resource-policy";
import { AwsError, type CallContext } from "../../service";
import { identityOfRole } from "../iam/identity";
import { findKey } from "../kms/key-record";
import { logGroupArn, logGroupName, logGroups } from "../logs/log-group-record";
import { buckets } from "../s3/bucket-record";
import { trustsService } from "../sts/service-trust";
import { trailArn, type TrailRecord } from "./trail-record";

const CLOUDTRAIL = "cloudtrail.amazonaws.com";

/** Throws CloudTrail's errors where a trail could not deliver: to its bucket, its log group, or with its key. */
export function checkDelivery(trail: TrailRecord, context: CallContext): void {
  checkBucket(trail, context);
  checkLogs(trail, context);
  checkKey(trail, context);
}

/** CloudTrail looks whose bucket it is, and writes into the account's folder ("Amazon S3 bucket policy for CloudTrail"). */
function checkBucket({ name, bucket, prefix }: TrailRecord, context: CallContext): void {
  const record = buckets.find(context, bucket);
  if (record === undefined) {
    throw new AwsError("S3BucketDoesNotExistException", `S3 bucket ${bucket} does not exist!`, 404);
  }
  const policy = record.settings.PutBucketPolicy as string | undefined;
  const arn = `arn:${context.partition}:s3:::${bucket}`;
  const folder = `${prefix === undefined ? "" : `${prefix}/`}AWSLogs/${context.caller.accountId}`;
  const source = { sourceArn: trailArn(context, name), sourceAccount: context.caller.accountId };
  const mayLook = serviceMay(policy, CLOUDTRAIL, { action: "s3:GetBucketAcl", resource: arn, ...source });
  const mayWrite = serviceMay(policy, CLOUDTRAIL, {
    action: "s3:PutObject",
    resource: `${arn}/${folder}/CloudTrail/${context.region}/file.json.gz`,
    ...source,
    context: { "s3:x-amz-acl": "bucket-owner-full-control" },
  });
  if (mayLook && mayWrite) return;
  throw new AwsError(
    "InsufficientS3BucketPolicyException",
    `Incorrect S3 bucket policy is detected for bucket: ${bucket}`,
    403,
  );
}

/** Events go to a stream that is named after account and region, by a role that CloudTrail may take on. */
function checkLogs(trail: TrailRecord, context: CallContext): void {
  const { logGroupArn: group, roleArn } = trail;
  if (group === undefined && roleArn === undefined) return;
  if (group === undefined || roleArn === undefined) {
    const missing = group === undefined ? "LogGroup" : "Role";
    throw new AwsError(
      `InvalidCloudWatchLogs${missing}ArnException`,
      "You must specify both a log group ARN and a role ARN.",
    );
  }
  const name = logGroupName(group);
  const there = logGroups.find(context, name) !== undefined;
  if (!there || group !== `${logGroupArn(context, name)}:*`) {
    throw new AwsError(
      "InvalidCloudWatchLogsLogGroupArnException",
      "CloudTrail cannot validate the specified log group ARN.",
    );
  }
  if (!delivers(trail, { name, roleArn }, context)) {
    throw new AwsError(
      "InvalidCloudWatchLogsRoleArnException",
      "Access denied. Check the permissions for your role.",
    );
  }
}

function delivers(
  trail: TrailRecord,
  { name, roleArn }: { name: string; roleArn: string },
  context: CallContext,
): boolean {
  const source = trailArn(context, trail.name);
  if (!trustsService(roleArn, { service: CLOUDTRAIL, source }, context)) return false;
  const { accountId } = context.caller;
  const identity = identityOfRole(context, roleArn.slice(roleArn.lastIndexOf("/") + 1));
  if (identity === undefined) return false;
  const caller: AuthenticatedCaller = { ...identity, accountId, accessKeyId: CLOUDTRAIL };
  const stream = `${accountId}_CloudTrail_${context.region}`;
  const resource = `${logGroupArn(context, name)}:log-stream:${stream}`;
  return ["logs:CreateLogStream", "logs:PutLogEvents"].every((action) => {
    const values = conditionContext({ ...context, caller }, "logs");
    return refusal(caller, { action, resource, context: values }) === undefined;
  });
}

function checkKey({ name, kmsKeyId }: TrailRecord, context: CallContext): void {
  if (kmsKeyId === undefined) return;
  const key = findKey(context, kmsKeyId);
  if (key === undefined) throw new AwsError("KmsKeyNotFoundException", `KMS key ${kmsKeyId} is not found.`);
  if (!key.enabled) throw new AwsError("KmsKeyDisabledException", `KMS key ${kmsKeyId} is disabled.`);
  const arn = trailArn(context, name);
  const mayEncrypt = serviceMay(key.policy, CLOUDTRAIL, {
    action: "kms:GenerateDataKey",
    resource: kmsKeyId,
    sourceArn: arn,
    sourceAccount: context.caller.accountId,
    context: { "kms:EncryptionContext:aws:cloudtrail:arn": arn },
  });
  if (mayEncrypt) return;
  throw new AwsError(
    "InsufficientEncryptionPolicyException",
    "Insufficient permissions to access S3 bucket or KMS key.",
  );
}
