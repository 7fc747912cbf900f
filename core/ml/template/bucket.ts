import type { Statement } from "../../security/policy-document";
import type { TemplateResource, TemplateValue } from "../../template/cloudformation";
import { renderDocument } from "../../template/render-document";
import { renderTags } from "../../template/render-resources";
import type { MlBlueprint } from "../blueprint";
import { tlsOnly } from "./tls-only";

/** A bucket of a product; what every one of them has is not said here. */
export interface BucketArgs {
  name: string;
  /** Logical id of the key that encrypts it; S3's own key where there is none. */
  key?: string;
  /** Days after which objects, and after which what was overwritten or deleted, are gone for good. */
  expireAfter?: number;
  expireOldVersionsAfter: number;
}

function encryption(key: string | undefined): TemplateValue {
  const byDefault: TemplateValue =
    key === undefined
      ? { SSEAlgorithm: "AES256" }
      : { SSEAlgorithm: "aws:kms", KMSMasterKeyID: { "Fn::GetAtt": [key, "Arn"] } };
  const rule: TemplateValue = { ServerSideEncryptionByDefault: byDefault };
  // One key of the bucket's own instead of a call of KMS for each object.
  return {
    ServerSideEncryptionConfiguration: [key === undefined ? rule : { ...rule, BucketKeyEnabled: true }],
  };
}

/** A bucket that is versioned, encrypted, private, and without access lists. */
export function renderBucket({ tags }: MlBlueprint, args: BucketArgs): TemplateResource {
  const rule: TemplateValue = {
    Id: "expire",
    Status: "Enabled",
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
    NoncurrentVersionExpiration: { NoncurrentDays: args.expireOldVersionsAfter },
    ...(args.expireAfter === undefined ? {} : { ExpirationInDays: args.expireAfter }),
  };
  return {
    Type: "AWS::S3::Bucket",
    Properties: {
      BucketName: args.name,
      BucketEncryption: encryption(args.key),
      LifecycleConfiguration: { Rules: [rule] },
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      Tags: renderTags(tags),
      VersioningConfiguration: { Status: "Enabled" },
    },
  };
}

/** The policy of a bucket: encrypted connections alone, and what else is given. */
export function renderBucketPolicy(
  { arns }: MlBlueprint,
  bucket: { logicalId: string; name: string },
  statements: readonly Statement[] = [],
): TemplateResource {
  const everything = [arns.bucket(bucket.name), arns.objects(bucket.name)];
  const document = {
    Version: "2012-10-17" as const,
    Statement: [...statements, tlsOnly(["s3:*"], everything)],
  };
  return {
    Type: "AWS::S3::BucketPolicy",
    Properties: { Bucket: { Ref: bucket.logicalId }, PolicyDocument: renderDocument(document) },
  };
}
