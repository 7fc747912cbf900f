import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as awsS3 from "@aws-sdk/client-s3";
import { parse } from "yaml";
import type { LocalEnvironment } from "./local-environment";
import { localCredentials } from "./service-addresses";

/** Loaded where a config names a bucket: nobody else waits for it. */
const load = createRequire(__filename);

/** Where a config's templates are uploaded to. */
interface TemplateBucket {
  name: string;
  region: string;
  accountId: string;
}

type Sections = Record<string, Record<string, unknown> | undefined>;

/** The bucket that a config file of either form names; undefined where it names none, or is broken. */
function templateBucketOf(file: string): TemplateBucket | undefined {
  try {
    const document = parse(readFileSync(file, "utf8")) as { config?: Sections } & Sections;
    const section = (name: string) =>
      document.config === undefined ? document[name] : document.config[`tierguard:${name}`];
    const name = section("deployment")?.template_bucket;
    const region = section("environment")?.region;
    const accountId = section("client")?.account_id;
    if (typeof name !== "string" || typeof region !== "string" || typeof accountId !== "string") {
      return undefined;
    }
    return { name, region, accountId };
  } catch {
    return undefined;
  }
}

async function isThere(s3: awsS3.S3, Bucket: string): Promise<boolean> {
  try {
    await s3.headBucket({ Bucket });
    return true;
  } catch {
    return false;
  }
}

async function ensureTemplateBucket(
  endpoint: string | undefined,
  { name: Bucket, region, accountId }: TemplateBucket,
): Promise<void> {
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  const { S3, BucketAlreadyOwnedByYou } = load("@aws-sdk/client-s3") as typeof awsS3;
  const s3 = new S3({ endpoint, region, credentials: localCredentials(accountId), forcePathStyle: true });
  try {
    if (await isThere(s3, Bucket)) return;
    await s3.createBucket({
      Bucket,
      ...(region === "us-east-1"
        ? {}
        : { CreateBucketConfiguration: { LocationConstraint: region as awsS3.BucketLocationConstraint } }),
    });
    console.error(`The embedded AWS had no bucket ${Bucket} for templates: it has been made.`);
  } catch (error) {
    // Another command may have made it meanwhile.
    if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
  } finally {
    s3.destroy();
  }
}

/**
 * Makes the bucket that a config names for its template, where the embedded AWS has none, as whoever provisions the
 * buckets would have done in a real account; says so.
 */
export async function provideTemplateBucket(local: LocalEnvironment, configFile: string): Promise<void> {
  const bucket = templateBucketOf(configFile);
  if (bucket !== undefined) await ensureTemplateBucket(local.env["AWS_ENDPOINT_URL"], bucket);
}
