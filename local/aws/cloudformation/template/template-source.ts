import type { CallContext } from "../../service";
import { AwsError } from "../../service";
import { constraintError, validationError } from "../errors";

/** Largest template in a request, in bytes. */
const MAX_BODY_BYTES = 51_200;

/** Largest template in S3, in bytes. */
const MAX_OBJECT_BYTES = 1024 * 1024;

/** The template of a request: its body, or the S3 object that its URL names. Undefined where it has neither. */
export async function templateText(
  input: { TemplateBody?: string; TemplateURL?: string },
  context: CallContext,
): Promise<string | undefined> {
  const { TemplateBody, TemplateURL } = input;
  if (TemplateBody !== undefined && TemplateURL !== undefined) {
    throw validationError("Exactly one of TemplateBody or TemplateUrl must be specified.");
  }
  if (TemplateURL !== undefined) return readObject(TemplateURL, context);
  if (TemplateBody === undefined) return undefined;
  if (TemplateBody === "") {
    throw constraintError("templateBody", "", "Member must have length greater than or equal to 1");
  }
  if (Buffer.byteLength(TemplateBody) > MAX_BODY_BYTES) {
    throw constraintError(
      "templateBody",
      TemplateBody,
      `Member must have length less than or equal to ${MAX_BODY_BYTES}`,
    );
  }
  return TemplateBody;
}

async function readObject(url: string, context: CallContext): Promise<string> {
  const place = parseObjectUrl(url);
  if (place === undefined) throw validationError("TemplateURL must be a supported URL.");
  let object: { Body?: unknown; ContentLength?: number };
  try {
    object = (await context.call("s3", "GetObject", place)) as typeof object;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw validationError(
      `S3 error: ${error.message}\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html`,
    );
  }
  const bytes = await bodyBytes(object.Body);
  if (bytes.length > MAX_OBJECT_BYTES) {
    throw validationError(`Template may not exceed ${MAX_OBJECT_BYTES} bytes in size.`);
  }
  return bytes.toString("utf8");
}

async function bodyBytes(body: unknown): Promise<Buffer> {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body === "string" || body instanceof Uint8Array) return Buffer.from(body as string);
  const parts: Buffer[] = [];
  for await (const part of body as AsyncIterable<Uint8Array>) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** Bucket and key of `https://bucket.s3.region.amazonaws.com/key`, `https://s3.region.amazonaws.com/bucket/key` or a loopback endpoint's `http://127.0.0.1:port/bucket/key`. */
export function parseObjectUrl(url: string): { Bucket: string; Key: string; VersionId?: string } | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return undefined;
  }
  const versionId = parsed.searchParams.get("versionId");
  const version = versionId === null ? {} : { VersionId: versionId };
  const path = decodeURIComponent(parsed.pathname.slice(1));
  const host = parsed.hostname;
  const virtual =
    /^(.+)\.s3(?:[.-][a-z0-9-]+)?(?:\.dualstack\.[a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/.exec(host)?.[1] ??
    /^(.+)\.s3\.localhost$/.exec(host)?.[1] ??
    /^(.+)\.localhost$/.exec(host)?.[1];
  if (virtual !== undefined) return path === "" ? undefined : { Bucket: virtual, Key: path, ...version };
  const isS3 = /^s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/.test(host);
  const isLoopback =
    host === "localhost" || host === "[::1]" || /^127\./.test(host) || host === "s3.localhost";
  const slash = path.indexOf("/");
  if ((!isS3 && !isLoopback) || slash < 1 || slash === path.length - 1) return undefined;
  return { Bucket: path.slice(0, slash), Key: path.slice(slash + 1), ...version };
}
