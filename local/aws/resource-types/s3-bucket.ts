import { isDeepStrictEqual } from "node:util";
import type { ResourceModel } from "../resource-handler";
import { generatedName } from "./generated-name";
import { isNotFound } from "./handler-error";
import { AwsError, type CallContext } from "../service";
import type { ResourceType } from "./resource-type";
import { lifecycleConfiguration, lifecycleRules } from "./s3-lifecycle";
import { callService, defined } from "./service-calls";
import { readableTags, type Tag } from "./tags";

type Properties = Record<string, unknown>;

/** Buckets with their tags, versioning, encryption, public access block, ownership controls and lifecycle. */
export const s3Bucket: ResourceType = {
  type: "AWS::S3::Bucket",
  primaryIdentifier: "BucketName",
  createOnly: ["BucketName"],
  readOnly: ["Arn", "DomainName", "RegionalDomainName"],
  writeOnly: [],
  nameProperty: { name: "BucketName", maxLength: 63, lowerCase: true },
  tags: "list",
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const name =
      typeof desired.BucketName === "string" ? desired.BucketName : generatedName(undefined).toLowerCase();
    // In us-east-1 S3 answers the creation of a bucket that one has already with success.
    if (await exists(name, context)) {
      throw new AwsError("BucketAlreadyOwnedByYou", `${name} already exists`, 409);
    }
    await callService(context, "s3", "CreateBucket", {
      Bucket: name,
      ...(context.region === "us-east-1"
        ? {}
        : { CreateBucketConfiguration: { LocationConstraint: context.region } }),
    });
    started?.(name);
    await configure(name, {}, desired, context);
    return modelOf(name, context);
  },
  async read(identifier, context) {
    if (!(await exists(identifier, context))) return undefined;
    return {
      identifier,
      properties: { ...attributes(identifier, context), ...(await settings(identifier, context)) },
    };
  },
  async update(identifier, previous, desired, context) {
    await configure(identifier, previous, desired, context);
    return modelOf(identifier, context);
  },
  async delete(identifier, context) {
    await callService(context, "s3", "DeleteBucket", { Bucket: identifier });
  },
  async list(context) {
    const { Buckets } = await callService<{ Buckets?: { Name: string }[] }>(context, "s3", "ListBuckets", {});
    return (Buckets ?? []).map((bucket) => bucket.Name);
  },
};

async function configure(name: string, previous: Properties, desired: Properties, context: CallContext) {
  const changed = (property: string) => !isDeepStrictEqual(previous[property], desired[property]);
  const call = (operation: string, input: Properties) =>
    callService(context, "s3", operation, { Bucket: name, ...input });
  if (changed("VersioningConfiguration")) {
    const status =
      (desired.VersioningConfiguration as { Status?: string } | undefined)?.Status ?? "Suspended";
    await call("PutBucketVersioning", { VersioningConfiguration: { Status: status } });
  }
  if (changed("BucketEncryption")) {
    const rules = encryptionRules(desired.BucketEncryption);
    if (rules === undefined) await call("DeleteBucketEncryption", {});
    else await call("PutBucketEncryption", { ServerSideEncryptionConfiguration: { Rules: rules } });
  }
  if (changed("PublicAccessBlockConfiguration")) {
    const block = desired.PublicAccessBlockConfiguration;
    if (block === undefined) await call("DeletePublicAccessBlock", {});
    else await call("PutPublicAccessBlock", { PublicAccessBlockConfiguration: block });
  }
  if (changed("OwnershipControls")) {
    const controls = desired.OwnershipControls;
    if (controls === undefined) await call("DeleteBucketOwnershipControls", {});
    else await call("PutBucketOwnershipControls", { OwnershipControls: controls });
  }
  if (changed("LifecycleConfiguration")) {
    const rules = lifecycleRules(desired.LifecycleConfiguration);
    if (rules === undefined) await call("DeleteBucketLifecycle", {});
    else await call("PutBucketLifecycleConfiguration", { LifecycleConfiguration: { Rules: rules } });
  }
  if (changed("Tags")) {
    if (desired.Tags === undefined) await call("DeleteBucketTagging", {});
    else await call("PutBucketTagging", { Tagging: { TagSet: desired.Tags } });
  }
}

/** The resource type and S3's API name the parts of a rule differently. */
function encryptionRules(encryption: unknown): Properties[] | undefined {
  const rules = (encryption as { ServerSideEncryptionConfiguration?: Properties[] } | undefined)
    ?.ServerSideEncryptionConfiguration;
  return rules?.map(({ ServerSideEncryptionByDefault: byDefault, BucketKeyEnabled }) => {
    const { SSEAlgorithm, KMSMasterKeyID } = (byDefault ?? {}) as Properties;
    return defined({
      ApplyServerSideEncryptionByDefault: defined({ SSEAlgorithm, KMSMasterKeyID }),
      BucketKeyEnabled,
    });
  });
}

async function settings(name: string, context: CallContext): Promise<Properties> {
  const get = async (operation: string): Promise<Properties> => {
    try {
      return await callService<Properties>(context, "s3", operation, { Bucket: name });
    } catch (error) {
      // S3 has an error of its own for each setting that was never made; a refusal is no such error.
      if (error instanceof AwsError && (error.status === 404 || error.code === "NotImplemented")) return {};
      throw error;
    }
  };
  const versioning = (await get("GetBucketVersioning")).Status;
  const block = (await get("GetPublicAccessBlock")).PublicAccessBlockConfiguration;
  const encryption = (await get("GetBucketEncryption")).ServerSideEncryptionConfiguration as
    { Rules?: Properties[] } | undefined;
  const { OwnershipControls } = await get("GetBucketOwnershipControls");
  const { Rules: lifecycle } = await get("GetBucketLifecycleConfiguration");
  const tags = readableTags((await get("GetBucketTagging")).TagSet as Tag[] | undefined);
  return defined({
    VersioningConfiguration: versioning === undefined ? undefined : { Status: versioning },
    PublicAccessBlockConfiguration: block,
    BucketEncryption:
      encryption === undefined
        ? undefined
        : {
            ServerSideEncryptionConfiguration: encryption.Rules?.map((rule) =>
              defined({
                ServerSideEncryptionByDefault: rule.ApplyServerSideEncryptionByDefault,
                BucketKeyEnabled: rule.BucketKeyEnabled,
              }),
            ),
          },
    OwnershipControls,
    LifecycleConfiguration: lifecycleConfiguration(lifecycle as Properties[] | undefined),
    Tags: tags.length > 0 ? tags : undefined,
  });
}

function attributes(name: string, context: CallContext): Properties {
  return {
    BucketName: name,
    Arn: `arn:${context.partition}:s3:::${name}`,
    DomainName: `${name}.s3.amazonaws.com`,
    RegionalDomainName: `${name}.s3.${context.region}.amazonaws.com`,
  };
}

function modelOf(name: string, context: CallContext): Promise<ResourceModel> {
  return Promise.resolve({ identifier: name, properties: attributes(name, context) });
}

async function exists(name: string, context: CallContext): Promise<boolean> {
  try {
    await callService(context, "s3", "HeadBucket", { Bucket: name });
    return true;
  } catch (error) {
    if (isNotFound(error) || (error instanceof AwsError && error.status === 404)) return false;
    throw error;
  }
}
