import type { Permission, PermissionRule } from "./permission";

/** S3's actions that are not named like their operation. */
const ACTIONS: Record<string, string> = {
  ListBuckets: "ListAllMyBuckets",
  HeadBucket: "ListBucket",
  ListObjects: "ListBucket",
  ListObjectsV2: "ListBucket",
  ListObjectVersions: "ListBucketVersions",
  HeadObject: "GetObject",
  CopyObject: "PutObject",
  GetBucketEncryption: "GetEncryptionConfiguration",
  PutBucketEncryption: "PutEncryptionConfiguration",
  DeleteBucketEncryption: "PutEncryptionConfiguration",
  GetPublicAccessBlock: "GetBucketPublicAccessBlock",
  PutPublicAccessBlock: "PutBucketPublicAccessBlock",
  DeletePublicAccessBlock: "PutBucketPublicAccessBlock",
  DeleteBucketTagging: "PutBucketTagging",
  GetBucketNotificationConfiguration: "GetBucketNotification",
  PutBucketNotificationConfiguration: "PutBucketNotification",
  GetBucketLifecycleConfiguration: "GetLifecycleConfiguration",
  PutBucketLifecycleConfiguration: "PutLifecycleConfiguration",
  DeleteBucketLifecycle: "PutLifecycleConfiguration",
  DeleteBucketOwnershipControls: "PutBucketOwnershipControls",
};

/** Actions that have a name of their own for one version of an object. */
const VERSIONED = new Set([
  "GetObject",
  "DeleteObject",
  "GetObjectTagging",
  "PutObjectTagging",
  "DeleteObjectTagging",
]);

/** S3's rights: on the bucket, or on each object that a call is about. */
export const s3Permissions: PermissionRule = (operation, input, { partition }) => {
  const named = ACTIONS[operation] ?? operation;
  if (named === "ListAllMyBuckets") return [{ action: "s3:ListAllMyBuckets", resources: ["*"] }];
  const bucket = `arn:${partition}:s3:::${input.Bucket as string}`;
  if (operation === "DeleteObjects") return deletions(input, bucket);
  if (input.Key === undefined) {
    const prefix = named.startsWith("ListBucket") ? ((input.Prefix as string | undefined) ?? "") : undefined;
    return [{ action: `s3:${named}`, resources: [bucket], context: { "s3:prefix": prefix } }];
  }
  const action = versioned(named, input.VersionId !== undefined);
  const permissions: Permission[] = [{ action, resources: [`${bucket}/${input.Key as string}`] }];
  if (operation === "CopyObject") {
    const source = decodeURIComponent(input.CopySource as string).replace(/^\//, "");
    permissions.push({
      action: "s3:GetObject",
      resources: [`arn:${partition}:s3:::${source.split("?")[0]!}`],
    });
  }
  return permissions;
};

function deletions(input: Record<string, unknown>, bucket: string): Permission[] {
  const objects =
    (input.Delete as { Objects?: { Key: string; VersionId?: string }[] } | undefined)?.Objects ?? [];
  return objects.map(({ Key, VersionId }) => ({
    action: versioned("DeleteObject", VersionId !== undefined),
    resources: [`${bucket}/${Key}`],
  }));
}

function versioned(action: string, hasVersion: boolean): string {
  const name = hasVersion && VERSIONED.has(action) ? action.replace("Object", "ObjectVersion") : action;
  return `s3:${name}`;
}
