import { AwsError, type CallContext } from "../service";
import { isNotFound } from "./handler-error";
import { documentText } from "./policy-documents";
import type { ResourceType } from "./resource-type";
import { callService } from "./service-calls";

type Properties = Record<string, unknown>;

/** The policy of a bucket, of which a bucket has one: it is known by the bucket's name. */
export const s3BucketPolicy: ResourceType = {
  type: "AWS::S3::BucketPolicy",
  primaryIdentifier: "Bucket",
  createOnly: ["Bucket"],
  readOnly: [],
  writeOnly: [],
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const bucket = String(desired.Bucket);
    if ((await policyOf(bucket, context)) !== undefined) {
      throw new AwsError("EntityAlreadyExists", `The bucket policy already exists on bucket ${bucket}.`, 409);
    }
    await put(bucket, desired, context);
    started?.(bucket);
    return { identifier: bucket, properties: { ...desired } };
  },
  async read(identifier, context) {
    const text = await policyOf(identifier, context);
    if (text === undefined) return undefined;
    return { identifier, properties: { Bucket: identifier, PolicyDocument: JSON.parse(text) } };
  },
  async update(identifier, _previous, desired, context) {
    await put(identifier, desired, context);
    return { identifier, properties: { ...desired } };
  },
  async delete(identifier, context) {
    await callService(context, "s3", "DeleteBucketPolicy", { Bucket: identifier });
  },
  async list(context) {
    const { Buckets = [] } = await callService<{ Buckets?: { Name: string }[] }>(
      context,
      "s3",
      "ListBuckets",
      {},
    );
    const found: string[] = [];
    for (const { Name } of Buckets) if ((await policyOf(Name, context)) !== undefined) found.push(Name);
    return found;
  },
};

function put(bucket: string, { PolicyDocument }: Properties, context: CallContext): Promise<unknown> {
  return callService(context, "s3", "PutBucketPolicy", {
    Bucket: bucket,
    Policy: documentText(PolicyDocument),
  });
}

/** The policy's text; undefined where the bucket has none, or is none. */
async function policyOf(bucket: string, context: CallContext): Promise<string | undefined> {
  try {
    return (await callService<{ Policy: string }>(context, "s3", "GetBucketPolicy", { Bucket: bucket }))
      .Policy;
  } catch (error) {
    if (isNotFound(error) || (error instanceof AwsError && error.status === 404)) return undefined;
    throw error;
  }
}
