import {
  DeleteObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { readFile } from "node:fs/promises";
import {
  asAsset,
  hasUnknown,
  isObject,
  type Properties,
  revealed,
  sameValue,
  secretLike,
  UNKNOWN,
  without,
  withoutNulls,
} from "../property-values";
import type { CheckFailure, FoundResource, ResourceDiff, ResourceState, ResourceType } from "../provider";

const REPLACES = ["bucket", "key"];
const COMPUTED = ["arn", "etag", "versionId", "tagsAll"];
/** The provider's own bookkeeping, which the SDK adds. */
const INTERNAL = "__defaults";

async function bodyOf(inputs: Properties): Promise<string | Buffer> {
  if (typeof inputs["content"] === "string") return inputs["content"];
  if (typeof inputs["contentBase64"] === "string") return Buffer.from(inputs["contentBase64"], "base64");
  const source = asAsset(inputs["source"]);
  if (source?.text !== undefined) return source.text;
  if (source?.path !== undefined) return readFile(source.path);
  if (source?.uri?.startsWith("file://")) return readFile(new URL(source.uri));
  if (source?.uri !== undefined) throw new Error(`the stand-in for aws reads no asset from ${source.uri}`);
  return "";
}

function text(properties: Properties, name: string): string | undefined {
  return typeof properties[name] === "string" ? properties[name] : undefined;
}

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
}

/** `aws:s3/bucketObjectv2:BucketObjectv2`, with what a template upload uses: content, source, tags, content type, encryption. */
export class BucketObject implements ResourceType {
  constructor(
    private readonly s3: S3Client,
    private readonly partition: string,
  ) {}

  check(inputs: Properties): CheckFailure[] {
    const failures: CheckFailure[] = [];
    for (const property of REPLACES) {
      if (inputs[property] === undefined)
        failures.push({ property, reason: `Missing required argument: ${property}` });
    }
    const bodies = ["content", "contentBase64", "source"].filter((name) => inputs[name] !== undefined);
    if (bodies.length > 1) {
      failures.push({ property: bodies[0]!, reason: `conflicts with ${bodies.slice(1).join(", ")}` });
    }
    return failures;
  }

  diff(oldInputs: Properties, newInputs: Properties): ResourceDiff {
    const names = new Set([...Object.keys(oldInputs), ...Object.keys(newInputs)]);
    names.delete(INTERNAL);
    const changed = [...names].filter(
      (name) =>
        hasUnknown(newInputs[name]) || !sameValue(revealed(oldInputs[name]), revealed(newInputs[name])),
    );
    return {
      changed: changed.length > 0,
      replaces: changed.filter((name) => REPLACES.includes(name)),
      deleteBeforeReplace: false,
    };
  }

  preview(inputs: Properties, old: Properties | undefined): Properties {
    const outputs: Properties = { ...(withoutNulls(inputs) as Properties) };
    for (const name of COMPUTED) outputs[name] = UNKNOWN;
    if (old?.["arn"] !== undefined) outputs["arn"] = old["arn"];
    return outputs;
  }

  async create(inputs: Properties): Promise<ResourceState> {
    const plain = revealed(withoutNulls(inputs)) as Properties;
    const [bucket, key] = [String(plain["bucket"]), String(plain["key"])];
    await this.s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: await bodyOf(plain),
        ContentType: text(plain, "contentType"),
        ServerSideEncryption: text(plain, "serverSideEncryption") as "AES256" | "aws:kms" | undefined,
        SSEKMSKeyId: text(plain, "kmsKeyId"),
        Metadata: plain["metadata"] as Record<string, string> | undefined,
        Tagging: new URLSearchParams((plain["tags"] ?? {}) as Record<string, string>).toString() || undefined,
      }),
    );
    return { id: `${bucket}/${key}`, outputs: (await this.outputs(plain, inputs)) ?? {} };
  }

  async read(id: string, inputs: Properties | undefined): Promise<FoundResource | undefined> {
    const slash = id.indexOf("/");
    const known = inputs ?? { bucket: id.slice(0, slash), key: id.slice(slash + 1) };
    const outputs = await this.outputs(revealed(known) as Properties, known);
    if (outputs === undefined) return undefined;
    const tags =
      isObject(outputs["tags"]) && Object.keys(outputs["tags"]).length > 0 ? outputs["tags"] : undefined;
    const inputsFound = without(known, "tags");
    return { id, outputs, inputs: tags === undefined ? inputsFound : { ...inputsFound, tags } };
  }

  async update(_id: string, old: { inputs: Properties }, inputs: Properties): Promise<Properties> {
    const plain = revealed(withoutNulls(inputs)) as Properties;
    const before = revealed(old.inputs) as Properties;
    if (sameValue(without(before, "tags"), without(plain, "tags"))) {
      const TagSet = Object.entries((plain["tags"] ?? {}) as Record<string, string>).map(([Key, Value]) => ({
        Key,
        Value,
      }));
      const target = { Bucket: String(plain["bucket"]), Key: String(plain["key"]) };
      await this.s3.send(new PutObjectTaggingCommand({ ...target, Tagging: { TagSet } }));
      return (await this.outputs(plain, inputs)) ?? {};
    }
    return (await this.create(inputs)).outputs;
  }

  async delete(id: string): Promise<void> {
    const slash = id.indexOf("/");
    try {
      await this.s3.send(new DeleteObjectCommand({ Bucket: id.slice(0, slash), Key: id.slice(slash + 1) }));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  /** Undefined where the object is gone. */
  private async outputs(plain: Properties, inputs: Properties): Promise<Properties | undefined> {
    const target = { Bucket: String(plain["bucket"]), Key: String(plain["key"]) };
    try {
      const head = await this.s3.send(new HeadObjectCommand(target));
      const { TagSet: tagSet = [] } = await this.s3.send(new GetObjectTaggingCommand(target));
      const tags: Properties = Object.fromEntries(
        tagSet.map(({ Key, Value }) => [String(Key), String(Value)]),
      );
      const outputs = {
        ...plain,
        arn: `arn:${this.partition}:s3:::${target.Bucket}/${target.Key}`,
        contentType: head.ContentType,
        etag: (head.ETag ?? "").replaceAll('"', ""),
        versionId: head.VersionId ?? "",
        tags,
        tagsAll: tags,
      };
      return secretLike(withoutNulls(outputs), inputs) as Properties;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }
}
