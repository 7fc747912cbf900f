import { createHash } from "node:crypto";
import type { Deployment } from "../config/schema";
import { InvalidInputError } from "../errors";
import { partitionOf } from "../naming/partition";
import { TEMPLATE_LIMITS } from "./template-limits";

/** How the template reaches CloudFormation. */
export type Delivery =
  { kind: "inline"; body: string } | { kind: "s3"; body: string; bucket: string; key: string; url: string };

/** The URL by which CloudFormation reads an object in S3. */
export function objectUrl(bucket: string, key: string, region: string): string {
  const suffix = partitionOf(region) === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  const path = key.split("/").map(encodeURIComponent).join("/");
  // A dot in a bucket's name does not match the wildcard of S3's certificate.
  return bucket.includes(".")
    ? `https://s3.${region}.${suffix}/${bucket}/${path}`
    : `https://${bucket}.s3.${region}.${suffix}/${path}`;
}

/** How a template of this many bytes goes to CloudFormation: as `deployment.delivery` says, else by its size alone. */
export function deliveryKind(deployment: Deployment | undefined, bytes: number): Delivery["kind"] {
  const wish = deployment?.delivery ?? "auto";
  if (wish !== "auto") return wish;
  return bytes > TEMPLATE_LIMITS.inlineBytes ? "s3" : "inline";
}

/**
 * Decides by the rendered size alone, unless `deployment.delivery` says how. The key in S3 holds the content's hash,
 * so that a changed template is a changed URL.
 * @throws InvalidInputError where it must go to S3 and no bucket is named, or is too large for what the config asks.
 */
export function chooseDelivery(
  body: string,
  target: { deployment?: Deployment; stem: string; region: string },
): Delivery {
  const { deployment, stem, region } = target;
  const wish = deployment?.delivery;
  const size = Buffer.byteLength(body);
  if (wish === "inline" && size > TEMPLATE_LIMITS.inlineBytes) {
    throw new InvalidInputError([
      {
        path: "deployment.delivery",
        message: `the template has ${size} bytes, inline takes ${TEMPLATE_LIMITS.inlineBytes}`,
        hint: "write auto or s3, and name a template_bucket",
      },
    ]);
  }
  if (deliveryKind(deployment, size) === "inline") return { kind: "inline", body };
  const bucket = deployment?.template_bucket;
  if (bucket === undefined) {
    const why =
      wish === "s3"
        ? "delivery is s3"
        : `the template has ${size} bytes, inline takes ${TEMPLATE_LIMITS.inlineBytes}`;
    throw new InvalidInputError([
      {
        path: "deployment.template_bucket",
        message: `is missing: ${why}`,
        hint: "name a bucket in the region",
      },
    ]);
  }
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 16);
  const prefix = (deployment?.template_prefix ?? "").replace(/^\/+|\/+$/g, "");
  const key = [prefix, `${stem}-${hash}.json`].filter((part) => part !== "").join("/");
  return { kind: "s3", body, bucket, key, url: objectUrl(bucket, key, region) };
}
