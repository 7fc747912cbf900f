import { createHash, randomBytes } from "node:crypto";
import type * as S3 from "@aws-sdk/client-s3";
import { AwsError, type CallContext, type Operations } from "../../service";
import {
  type BucketRecord,
  type ObjectRecord,
  objects,
  type ObjectVersion,
  ownBucket,
} from "./bucket-record";

/** The version of objects that were put while the bucket was not versioned. */
const NULL_VERSION = "null";
const KEY_BYTES = 1024;

/** Members that are kept and given back with the object. */
const KEPT = [
  "CacheControl",
  "ContentDisposition",
  "ContentEncoding",
  "ContentLanguage",
  "ContentType",
  "ServerSideEncryption",
  "SSEKMSKeyId",
  "StorageClass",
] as const;
const CHECKSUMS = [
  "ChecksumCRC32",
  "ChecksumCRC32C",
  "ChecksumCRC64NVME",
  "ChecksumSHA1",
  "ChecksumSHA256",
] as const;

function putObject(
  input: S3.PutObjectRequest & { Body?: unknown },
  context: CallContext,
): S3.PutObjectOutput {
  const bucket = ownBucket(input.Bucket!, context);
  const content = Buffer.from((input.Body as Uint8Array | string | undefined) ?? "");
  checkContent(input, content);
  const version = addVersion(bucket, input.Key!, context, {
    content: content.toString("base64"),
    size: content.length,
    ETag: `"${createHash("md5").update(content).digest("hex")}"`,
    metadata: input.Metadata ?? {},
    headers: picked(input, [...KEPT, ...CHECKSUMS]),
    tags: [...new URLSearchParams(input.Tagging ?? "")].map(([Key, Value]) => ({ Key, Value })),
  });
  return {
    ETag: version.ETag,
    VersionId: shownVersion(bucket, version),
    ServerSideEncryption: "AES256",
    ...picked(version.headers, CHECKSUMS),
  };
}

function picked(source: object, names: readonly string[]): Record<string, string> {
  const values = source as Record<string, string | undefined>;
  return Object.fromEntries(
    names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
}

function checkContent(input: S3.PutObjectRequest, content: Buffer): void {
  if (Buffer.byteLength(input.Key!) > KEY_BYTES) {
    throw new AwsError("KeyTooLongError", "Your key is too long", 400);
  }
  const digest = (algorithm: string): string => createHash(algorithm).update(content).digest("base64");
  if (input.ContentMD5 !== undefined && input.ContentMD5 !== digest("md5")) {
    throw new AwsError("BadDigest", "The Content-MD5 you specified did not match what we received.", 400);
  }
  if (input.ChecksumSHA256 !== undefined && input.ChecksumSHA256 !== digest("sha256")) {
    throw new AwsError("BadDigest", "The SHA256 you specified did not match the calculated checksum.", 400);
  }
}

function addVersion(
  bucket: BucketRecord,
  Key: string,
  context: CallContext,
  content: Omit<ObjectVersion, "VersionId" | "LastModified">,
): ObjectVersion {
  const record = objects.find(context, bucket.Name, Key) ?? { Key, versions: [] };
  const VersionId = bucket.versioning === "Enabled" ? randomBytes(24).toString("base64url") : NULL_VERSION;
  const version: ObjectVersion = { ...content, VersionId, LastModified: context.now().toISOString() };
  const kept = record.versions.filter((old) => old.VersionId !== VersionId);
  objects.save(context, bucket.Name, { Key, versions: [...kept, version] });
  return version;
}

/** Buckets that never were versioned say nothing of versions. */
function shownVersion(bucket: BucketRecord, version: ObjectVersion): string | undefined {
  return bucket.versioning === undefined ? undefined : version.VersionId;
}

interface ObjectInput {
  Bucket?: string;
  Key?: string;
  VersionId?: string;
}

function find(
  input: ObjectInput,
  context: CallContext,
): { bucket: BucketRecord; version: ObjectVersion; record: ObjectRecord } {
  const bucket = ownBucket(input.Bucket!, context);
  const record = objects.find(context, bucket.Name, input.Key!);
  const version =
    input.VersionId === undefined
      ? record?.versions.at(-1)
      : record?.versions.find(({ VersionId }) => VersionId === input.VersionId);
  if (input.VersionId !== undefined && record !== undefined && version === undefined) {
    throw new AwsError("NoSuchVersion", "The specified version does not exist.", 404, { Key: input.Key });
  }
  if (
    record === undefined ||
    version === undefined ||
    (version.deleteMarker && input.VersionId === undefined)
  ) {
    throw new AwsError("NoSuchKey", "The specified key does not exist.", 404, { Key: input.Key });
  }
  if (version.deleteMarker) {
    throw new AwsError("MethodNotAllowed", "The specified method is not allowed against this resource.", 405);
  }
  return { bucket, version, record };
}

function headObject(input: S3.HeadObjectRequest, context: CallContext): S3.HeadObjectOutput {
  const { bucket, version } = find(input, context);
  checkConditions(input, version);
  return {
    ContentType: "binary/octet-stream",
    ServerSideEncryption: "AES256",
    ...picked(version.headers, input.ChecksumMode === "ENABLED" ? [...KEPT, ...CHECKSUMS] : KEPT),
    AcceptRanges: "bytes",
    ContentLength: version.size,
    ETag: version.ETag,
    LastModified: new Date(version.LastModified),
    Metadata: version.metadata,
    VersionId: shownVersion(bucket, version),
    TagCount: version.tags.length || undefined,
  };
}

function checkConditions(input: S3.HeadObjectRequest, version: ObjectVersion): void {
  const is = (tag: string): boolean =>
    tag === "*" || tag.replace(/"/g, "") === version.ETag.replace(/"/g, "");
  if (input.IfMatch !== undefined && !is(input.IfMatch)) {
    throw new AwsError(
      "PreconditionFailed",
      "At least one of the pre-conditions you specified did not hold",
      412,
    );
  }
  if (input.IfNoneMatch !== undefined && is(input.IfNoneMatch)) {
    throw new AwsError("NotModified", "Not Modified", 304);
  }
}

function getObject(
  input: S3.GetObjectRequest,
  context: CallContext,
): Omit<S3.GetObjectOutput, "Body"> & { Body: Buffer } {
  const { version } = find(input, context);
  return { ...headObject(input, context), Body: Buffer.from(version.content, "base64") };
}

function removeObject(
  input: ObjectInput,
  context: CallContext,
): { DeleteMarker?: boolean; VersionId?: string } {
  const bucket = ownBucket(input.Bucket!, context);
  const record = objects.find(context, bucket.Name, input.Key!);
  if (input.VersionId !== undefined) {
    const removed = record?.versions.find(({ VersionId }) => VersionId === input.VersionId);
    if (record === undefined || removed === undefined) return { VersionId: input.VersionId };
    const versions = record.versions.filter((version) => version !== removed);
    objects.save(context, bucket.Name, { ...record, versions });
    return { DeleteMarker: removed.deleteMarker, VersionId: input.VersionId };
  }
  if (bucket.versioning === undefined) {
    objects.save(context, bucket.Name, { Key: input.Key!, versions: [] });
    return {};
  }
  const marker = addVersion(bucket, input.Key!, context, {
    deleteMarker: true,
    content: "",
    size: 0,
    ETag: "",
    metadata: {},
    headers: {},
    tags: [],
  });
  return { DeleteMarker: true, VersionId: marker.VersionId };
}

function deleteObjects(input: S3.DeleteObjectsRequest, context: CallContext): S3.DeleteObjectsOutput {
  ownBucket(input.Bucket!, context);
  const Deleted = (input.Delete!.Objects ?? []).map(({ Key, VersionId }) => {
    const { DeleteMarker, VersionId: removed } = removeObject(
      { Bucket: input.Bucket, Key, VersionId },
      context,
    );
    return {
      Key,
      VersionId,
      DeleteMarker,
      DeleteMarkerVersionId: DeleteMarker === true ? removed : undefined,
    };
  });
  return input.Delete!.Quiet === true ? {} : { Deleted };
}

function copyObject(input: S3.CopyObjectRequest, context: CallContext): S3.CopyObjectOutput {
  const [path = "", query] = input.CopySource!.split("?");
  const [, source, key] = /^\/?([^/]+)\/(.+)$/.exec(decodeURIComponent(path)) ?? [];
  if (source === undefined || key === undefined) {
    throw new AwsError(
      "InvalidArgument",
      "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
      400,
    );
  }
  const VersionId = new URLSearchParams(query).get("versionId") ?? undefined;
  const { version } = find({ Bucket: source, Key: key, VersionId }, context);
  const bucket = ownBucket(input.Bucket!, context);
  const replaced = input.MetadataDirective === "REPLACE";
  const copy = addVersion(bucket, input.Key!, context, {
    ...version,
    metadata: replaced ? (input.Metadata ?? {}) : version.metadata,
    headers: replaced ? picked(input, KEPT) : version.headers,
  });
  return {
    CopyObjectResult: { ETag: copy.ETag, LastModified: new Date(copy.LastModified) },
    VersionId: shownVersion(bucket, copy),
  };
}

function putTags(
  input: ObjectInput,
  tags: ObjectVersion["tags"],
  context: CallContext,
): { VersionId?: string } {
  const { bucket, record, version } = find(input, context);
  version.tags = tags;
  objects.save(context, bucket.Name, record);
  return { VersionId: shownVersion(bucket, version) };
}

/** Objects and their versions. */
export const objectOperations: Operations = {
  PutObject: putObject,
  HeadObject: headObject,
  GetObject: getObject,
  DeleteObject: removeObject,
  DeleteObjects: deleteObjects,
  CopyObject: copyObject,
  PutObjectTagging: (input: S3.PutObjectTaggingRequest, context) =>
    putTags(input, (input.Tagging?.TagSet ?? []) as ObjectVersion["tags"], context),
  DeleteObjectTagging: (input: S3.DeleteObjectTaggingRequest, context) => putTags(input, [], context),
  GetObjectTagging: (input: S3.GetObjectTaggingRequest, context) => {
    const { bucket, version } = find(input, context);
    return { TagSet: version.tags, VersionId: shownVersion(bucket, version) };
  },
};
