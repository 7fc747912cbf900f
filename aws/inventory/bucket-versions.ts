import type { ObjectIdentifier } from "@aws-sdk/client-s3";
import type { AwsClients } from "../clients";

/** How much a bucket holds. */
export interface BucketContent {
  /** Different keys. */
  objects: number;
  /** Versions and delete markers of them, of which each has to go. */
  versions: number;
}

/** Every version and delete marker, a page of at most 1,000 at a time. Throws the SDK's errors. */
async function* versionPages(aws: AwsClients, Bucket: string): AsyncGenerator<ObjectIdentifier[]> {
  const s3 = await aws.s3();
  let KeyMarker: string | undefined;
  let VersionIdMarker: string | undefined;
  let more = true;
  while (more) {
    const page = await s3.listObjectVersions({ Bucket, KeyMarker, VersionIdMarker });
    const all = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    yield all.map(({ Key, VersionId }) => ({ Key, VersionId }));
    more = page.IsTruncated === true;
    KeyMarker = page.NextKeyMarker;
    VersionIdMarker = page.NextVersionIdMarker;
  }
}

/** Counts what a bucket holds. Throws the SDK's errors. */
export async function countVersions(aws: AwsClients, bucket: string): Promise<BucketContent> {
  const keys = new Set<string>();
  let versions = 0;
  for await (const page of versionPages(aws, bucket)) {
    versions += page.length;
    for (const { Key = "" } of page) keys.add(Key);
  }
  return { objects: keys.size, versions };
}

/**
 * Deletes every version and delete marker in a bucket, for good. Throws the SDK's errors, an error that names the first
 * object that S3 did not delete, and the signal's reason.
 */
export async function emptyBucket(aws: AwsClients, Bucket: string, signal?: AbortSignal): Promise<void> {
  const s3 = await aws.s3();
  for await (const Objects of versionPages(aws, Bucket)) {
    signal?.throwIfAborted();
    if (Objects.length === 0) continue;
    const { Errors: [first] = [] } = await s3.deleteObjects({ Bucket, Delete: { Objects, Quiet: true } });
    if (first === undefined) continue;
    const { Code = "Error", Message = "", Key = "" } = first;
    throw Object.assign(new Error(`${Message} (the object ${Key})`), { name: Code });
  }
}
