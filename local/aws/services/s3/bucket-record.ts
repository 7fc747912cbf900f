import { AwsError, type CallContext } from "../../service";
import { sharedStore } from "../../store-scopes";

const BUCKETS = "s3.buckets";

/** A bucket; names are one space for all accounts. */
export interface BucketRecord {
  Name: string;
  accountId: string;
  region: string;
  /** ISO 8601. */
  CreationDate: string;
  versioning?: "Enabled" | "Suspended";
  /** Settings that are kept as they were given, by the name of their part of the API. */
  settings: Record<string, unknown>;
}

/** One version of an object, or a mark that it was deleted. */
export interface ObjectVersion {
  VersionId: string;
  /** ISO 8601. */
  LastModified: string;
  deleteMarker?: true;
  /** Base64. */
  content: string;
  size: number;
  ETag: string;
  metadata: Record<string, string>;
  /** Content-Type and the like, and checksums, by the name of the member in GetObject's output. */
  headers: Record<string, string>;
  tags: { Key: string; Value: string }[];
}

/** A key of a bucket, with its versions. */
export interface ObjectRecord {
  Key: string;
  /** Oldest first. */
  versions: ObjectVersion[];
}

type Scope = Pick<CallContext, "store">;

/** All buckets of all accounts. */
export const buckets = {
  find: ({ store }: Scope, name: string): BucketRecord | undefined =>
    sharedStore(store).get<BucketRecord>(BUCKETS, name),
  all: ({ store }: Scope): BucketRecord[] => sharedStore(store).list<BucketRecord>(BUCKETS),
  save: ({ store }: Scope, bucket: BucketRecord): void =>
    sharedStore(store).put(BUCKETS, bucket.Name, bucket),
  delete: ({ store }: Scope, name: string): void => sharedStore(store).delete(BUCKETS, name),
};

/** The objects of a bucket. */
export const objects = {
  find: ({ store }: Scope, bucket: string, key: string): ObjectRecord | undefined =>
    sharedStore(store).get<ObjectRecord>(collection(bucket), key),
  all: ({ store }: Scope, bucket: string): ObjectRecord[] =>
    sharedStore(store).list<ObjectRecord>(collection(bucket)),
  save: ({ store }: Scope, bucket: string, record: ObjectRecord): void =>
    record.versions.length === 0
      ? sharedStore(store).delete(collection(bucket), record.Key)
      : sharedStore(store).put(collection(bucket), record.Key, record),
};

function collection(bucket: string): string {
  return `s3.objects/${bucket}`;
}

/** The bucket, if the caller's account owns it and the request came to its region. Throws as S3 does otherwise. */
export function ownBucket(name: string, context: CallContext): BucketRecord {
  const bucket = buckets.find(context, name);
  if (bucket === undefined) {
    throw new AwsError("NoSuchBucket", "The specified bucket does not exist", 404, { BucketName: name });
  }
  if (bucket.accountId !== context.caller.accountId) throw new AwsError("AccessDenied", "Access Denied", 403);
  if (bucket.region !== context.region) {
    throw new AwsError(
      "PermanentRedirect",
      "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.",
      301,
      { Bucket: name, Endpoint: `s3.${bucket.region}.amazonaws.com`, Region: bucket.region },
    );
  }
  return bucket;
}
