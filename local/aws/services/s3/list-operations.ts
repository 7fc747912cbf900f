import type * as S3 from "@aws-sdk/client-s3";
import { AwsError, type CallContext, type Operations } from "../../service";
import { objects, type ObjectVersion, ownBucket } from "./bucket-record";

const MAX_KEYS = 1000;

interface Entry {
  key: string;
  version: ObjectVersion;
  latest: boolean;
}

interface Listing {
  entries: Entry[];
  prefixes: string[];
  /** The last key or prefix of the page, where more follow. */
  next?: string;
}

/** One page of entries, those below a delimiter put together. */
function paged(
  entries: readonly Entry[],
  input: { Prefix?: string; Delimiter?: string; MaxKeys?: number },
  after: string | undefined,
): Listing {
  const { Prefix: prefix = "", Delimiter: delimiter = "" } = input;
  const size = Math.min(input.MaxKeys ?? MAX_KEYS, MAX_KEYS);
  const listing: Listing = { entries: [], prefixes: [] };
  let last: string | undefined;
  for (const entry of entries) {
    if (!entry.key.startsWith(prefix)) continue;
    const end = delimiter === "" ? -1 : entry.key.indexOf(delimiter, prefix.length);
    const common = end < 0 ? undefined : entry.key.slice(0, end + delimiter.length);
    const name = common ?? entry.key;
    if ((after !== undefined && name <= after) || (common !== undefined && listing.prefixes.includes(common)))
      continue;
    if (listing.entries.length + listing.prefixes.length >= size && name !== last) {
      return { ...listing, next: last };
    }
    last = name;
    if (common === undefined) listing.entries.push(entry);
    else listing.prefixes.push(common);
  }
  return listing;
}

function currentEntries(bucket: string, context: CallContext): Entry[] {
  return objects
    .all(context, bucket)
    .map(({ Key, versions }) => ({ key: Key, version: versions.at(-1)!, latest: true }))
    .filter(({ version }) => version.deleteMarker !== true);
}

/** Keys in the form that the client asked for. */
function encoder(encoding: string | undefined): <T extends string | undefined>(text: T) => T {
  return (text) =>
    encoding === "url" && text !== undefined
      ? (encodeURIComponent(text).replace(/%2F/g, "/") as typeof text)
      : text;
}

function objectShape({ key, version }: Entry, encode: (text: string) => string): S3._Object {
  return {
    Key: encode(key),
    LastModified: new Date(version.LastModified),
    ETag: version.ETag,
    Size: version.size,
    StorageClass: (version.headers.StorageClass ?? "STANDARD") as S3.ObjectStorageClass,
  };
}

function listObjectsV2(input: S3.ListObjectsV2Request, context: CallContext): S3.ListObjectsV2Output {
  const { Name } = ownBucket(input.Bucket!, context);
  const after = input.ContinuationToken === undefined ? input.StartAfter : fromToken(input.ContinuationToken);
  const { entries, prefixes, next } = paged(currentEntries(Name, context), input, after);
  const encode = encoder(input.EncodingType);
  return {
    Name,
    Prefix: encode(input.Prefix ?? ""),
    Delimiter: encode(input.Delimiter),
    StartAfter: encode(input.StartAfter),
    EncodingType: input.EncodingType,
    MaxKeys: input.MaxKeys ?? MAX_KEYS,
    KeyCount: entries.length + prefixes.length,
    IsTruncated: next !== undefined,
    ContinuationToken: input.ContinuationToken,
    NextContinuationToken: next === undefined ? undefined : Buffer.from(next).toString("base64url"),
    Contents: entries.map((entry) => objectShape(entry, encode)),
    CommonPrefixes: prefixes.map((prefix) => ({ Prefix: encode(prefix) })),
  };
}

function fromToken(token: string): string {
  const text = Buffer.from(token, "base64url").toString("utf8");
  if (Buffer.from(text).toString("base64url") !== token) {
    throw new AwsError("InvalidArgument", "The continuation token provided is incorrect", 400);
  }
  return text;
}

function listObjects(input: S3.ListObjectsRequest, context: CallContext): S3.ListObjectsOutput {
  const { Name } = ownBucket(input.Bucket!, context);
  const { entries, prefixes, next } = paged(currentEntries(Name, context), input, input.Marker);
  const encode = encoder(input.EncodingType);
  return {
    Name,
    Prefix: encode(input.Prefix ?? ""),
    Delimiter: encode(input.Delimiter),
    Marker: encode(input.Marker ?? ""),
    EncodingType: input.EncodingType,
    MaxKeys: input.MaxKeys ?? MAX_KEYS,
    IsTruncated: next !== undefined,
    NextMarker: encode(next),
    Contents: entries.map((entry) => objectShape(entry, encode)),
    CommonPrefixes: prefixes.map((prefix) => ({ Prefix: encode(prefix) })),
  };
}

/** Newest versions first; a page ends between two keys. */
function listObjectVersions(
  input: S3.ListObjectVersionsRequest,
  context: CallContext,
): S3.ListObjectVersionsOutput {
  const { Name } = ownBucket(input.Bucket!, context);
  const all = objects
    .all(context, Name)
    .flatMap(({ Key, versions }) =>
      [...versions].reverse().map((version, index) => ({ key: Key, version, latest: index === 0 })),
    );
  const { entries, prefixes, next } = paged(all, input, input.KeyMarker);
  const encode = encoder(input.EncodingType);
  const common = (entry: Entry): S3.DeleteMarkerEntry => ({
    Key: encode(entry.key),
    VersionId: entry.version.VersionId,
    IsLatest: entry.latest,
    LastModified: new Date(entry.version.LastModified),
  });
  return {
    Name,
    Prefix: encode(input.Prefix ?? ""),
    KeyMarker: encode(input.KeyMarker ?? ""),
    EncodingType: input.EncodingType,
    MaxKeys: input.MaxKeys ?? MAX_KEYS,
    IsTruncated: next !== undefined,
    NextKeyMarker: encode(next),
    Versions: entries
      .filter(({ version }) => version.deleteMarker !== true)
      .map((entry) => ({ ...objectShape(entry, encode), ...common(entry) }) as S3.ObjectVersion),
    DeleteMarkers: entries.filter(({ version }) => version.deleteMarker === true).map(common),
    CommonPrefixes: prefixes.map((prefix) => ({ Prefix: encode(prefix) })),
  };
}

/** What is in a bucket. */
export const listOperations: Operations = {
  ListObjectsV2: listObjectsV2,
  ListObjects: listObjects,
  ListObjectVersions: listObjectVersions,
};
