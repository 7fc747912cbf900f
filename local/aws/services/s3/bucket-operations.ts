import type * as S3 from "@aws-sdk/client-s3";
import { limits } from "../../limits";
import { AwsError, type CallContext, type Operations } from "../../service";
import { buckets, objects, ownBucket } from "./bucket-record";

const NAME = /^(?!xn--)(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const DEFAULT_REGION = "us-east-1";

function createBucket(input: S3.CreateBucketRequest, context: CallContext): S3.CreateBucketOutput {
  const Name = input.Bucket!;
  if (!NAME.test(Name)) {
    throw new AwsError("InvalidBucketName", "The specified bucket is not valid.", 400, { BucketName: Name });
  }
  const asked = input.CreateBucketConfiguration?.LocationConstraint as string | undefined;
  const region = asked === "EU" ? "eu-west-1" : (asked ?? DEFAULT_REGION);
  if (region !== context.region) {
    throw new AwsError(
      "IllegalLocationConstraintException",
      asked === undefined
        ? "The unspecified location constraint is incompatible for the region specific endpoint this request was sent to."
        : `The ${asked} location constraint is incompatible for the region specific endpoint this request was sent to.`,
      400,
    );
  }
  const existing = buckets.find(context, Name);
  if (existing !== undefined && existing.accountId !== context.caller.accountId) {
    throw new AwsError(
      "BucketAlreadyExists",
      "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.",
      409,
      { BucketName: Name },
    );
  }
  // S3's first region answers a repeated creation as if it were the first.
  if (existing !== undefined && region !== DEFAULT_REGION) {
    throw new AwsError(
      "BucketAlreadyOwnedByYou",
      "Your previous request to create the named bucket succeeded and you already own it.",
      409,
      { BucketName: Name },
    );
  }
  if (existing === undefined) {
    const own = buckets.all(context).filter(({ accountId }) => accountId === context.caller.accountId);
    if (own.length >= limits.buckets) {
      throw new AwsError("TooManyBuckets", "You have attempted to create more buckets than allowed", 400);
    }
    buckets.save(context, {
      Name,
      accountId: context.caller.accountId,
      region,
      CreationDate: context.now().toISOString(),
      settings: {},
    });
  }
  return { Location: `/${Name}` };
}

function headBucket(input: S3.HeadBucketRequest, context: CallContext): S3.HeadBucketOutput {
  return { BucketRegion: ownBucket(input.Bucket!, context).region };
}

function deleteBucket(input: S3.DeleteBucketRequest, context: CallContext): void {
  const bucket = ownBucket(input.Bucket!, context);
  if (objects.all(context, bucket.Name).length > 0) {
    const hint = bucket.versioning === undefined ? "" : ". You must delete all versions in the bucket.";
    throw new AwsError("BucketNotEmpty", `The bucket you tried to delete is not empty${hint}`, 409, {
      BucketName: bucket.Name,
    });
  }
  buckets.delete(context, bucket.Name);
}

function listBuckets(input: S3.ListBucketsRequest, context: CallContext): S3.ListBucketsOutput {
  const own = buckets
    .all(context)
    .filter(({ accountId }) => accountId === context.caller.accountId)
    .filter(({ Name }) => Name.startsWith(input.Prefix ?? ""))
    .filter(({ region }) => input.BucketRegion === undefined || region === input.BucketRegion);
  return {
    Buckets: own.map(({ Name, CreationDate, region }) => ({
      Name,
      CreationDate: new Date(CreationDate),
      BucketRegion: region,
    })),
    Owner: { ID: context.caller.accountId },
  };
}

function getBucketLocation(
  input: S3.GetBucketLocationRequest,
  context: CallContext,
): S3.GetBucketLocationOutput {
  const { region } = ownBucket(input.Bucket!, context);
  return {
    LocationConstraint: region === DEFAULT_REGION ? undefined : (region as S3.BucketLocationConstraint),
  };
}

function putBucketVersioning(input: S3.PutBucketVersioningRequest, context: CallContext): void {
  const bucket = ownBucket(input.Bucket!, context);
  const status = input.VersioningConfiguration?.Status;
  if (status !== "Enabled" && status !== "Suspended") {
    throw new AwsError(
      "IllegalVersioningConfigurationException",
      "The Versioning element must be specified",
      400,
    );
  }
  buckets.save(context, { ...bucket, versioning: status });
}

function getBucketVersioning(
  input: S3.GetBucketVersioningRequest,
  context: CallContext,
): S3.GetBucketVersioningOutput {
  return { Status: ownBucket(input.Bucket!, context).versioning };
}

/** A setting that is kept and given back as it was put. */
interface Setting {
  /** Of the operations: `Put…`, `Get…`. */
  put: string;
  get: string;
  delete?: string;
  /** Member of the input that holds it. */
  member: string;
  /** What the output of reading it looks like. */
  output(value: unknown): Record<string, unknown>;
  /** The error where it was never put; where this is left out there is none, and nothing is given back. */
  missing?: [code: string, message: string];
}

const settings: readonly Setting[] = [
  {
    put: "PutBucketTagging",
    get: "GetBucketTagging",
    delete: "DeleteBucketTagging",
    member: "Tagging",
    output: (value) => value as Record<string, unknown>,
    missing: ["NoSuchTagSet", "The TagSet does not exist"],
  },
  {
    put: "PutBucketEncryption",
    get: "GetBucketEncryption",
    delete: "DeleteBucketEncryption",
    member: "ServerSideEncryptionConfiguration",
    output: (value) => ({ ServerSideEncryptionConfiguration: value }),
    missing: [
      "ServerSideEncryptionConfigurationNotFoundError",
      "The server side encryption configuration was not found",
    ],
  },
  {
    put: "PutPublicAccessBlock",
    get: "GetPublicAccessBlock",
    delete: "DeletePublicAccessBlock",
    member: "PublicAccessBlockConfiguration",
    output: (value) => ({ PublicAccessBlockConfiguration: value }),
    missing: ["NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found"],
  },
  {
    put: "PutBucketPolicy",
    get: "GetBucketPolicy",
    delete: "DeleteBucketPolicy",
    member: "Policy",
    output: (value) => ({ Policy: value }),
    missing: ["NoSuchBucketPolicy", "The bucket policy does not exist"],
  },
  {
    put: "PutBucketLifecycleConfiguration",
    get: "GetBucketLifecycleConfiguration",
    delete: "DeleteBucketLifecycle",
    member: "LifecycleConfiguration",
    output: (value) => value as Record<string, unknown>,
    missing: ["NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"],
  },
  {
    put: "PutBucketOwnershipControls",
    get: "GetBucketOwnershipControls",
    delete: "DeleteBucketOwnershipControls",
    member: "OwnershipControls",
    output: (value) => ({ OwnershipControls: value }),
    missing: ["OwnershipControlsNotFoundError", "The bucket ownership controls were not found"],
  },
  {
    put: "PutBucketNotificationConfiguration",
    get: "GetBucketNotificationConfiguration",
    member: "NotificationConfiguration",
    output: (value) => value as Record<string, unknown>,
  },
];

type BucketInput = Record<string, unknown> & { Bucket: string };

function operationsOf(setting: Setting): Operations {
  const operations: Operations = {
    [setting.put]: (input: BucketInput, context) => {
      const bucket = ownBucket(input.Bucket, context);
      buckets.save(context, {
        ...bucket,
        settings: { ...bucket.settings, [setting.put]: input[setting.member] },
      });
    },
    [setting.get]: (input: BucketInput, context) => {
      const value = ownBucket(input.Bucket, context).settings[setting.put];
      if (value !== undefined) return setting.output(value);
      if (setting.missing === undefined) return {};
      throw new AwsError(...setting.missing, 404, { BucketName: input.Bucket });
    },
  };
  if (setting.delete !== undefined) {
    operations[setting.delete] = (input: BucketInput, context) => {
      const bucket = ownBucket(input.Bucket, context);
      delete bucket.settings[setting.put];
      buckets.save(context, bucket);
    };
  }
  return operations;
}

/** Buckets and their settings. */
export const bucketOperations: Operations = {
  CreateBucket: createBucket,
  HeadBucket: headBucket,
  DeleteBucket: deleteBucket,
  ListBuckets: listBuckets,
  GetBucketLocation: getBucketLocation,
  PutBucketVersioning: putBucketVersioning,
  GetBucketVersioning: getBucketVersioning,
  ...(Object.assign({}, ...settings.map(operationsOf)) as Operations),
};
