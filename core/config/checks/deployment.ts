import type { Config } from "../schema";
import type { ProductCheck } from "./check-context";

/** Whether S3 takes a name of lower-case letters, digits, dots and hyphens (S3 User Guide, "Bucket naming rules"). */
export function isBucketName(name: string): boolean {
  return !/\.\.|^\d+\.\d+\.\d+\.\d+$|^xn--|-s3alias$|\.-/.test(name);
}

/** What the deployment section names fits together, and fits the region. */
export const checkDeployment: ProductCheck<Pick<Config, "deployment">> = ({ config, report }) => {
  const { deployment } = config;
  if (deployment === undefined) return;
  if (deployment.delivery === "s3" && !Object.hasOwn(deployment, "template_bucket")) {
    const message = "delivery by s3 needs template_bucket";
    report(["deployment", "delivery"], "value", message, "name an existing bucket, or use delivery: auto");
  }
  const bucket = deployment.template_bucket;
  if (bucket !== undefined && !isBucketName(bucket)) {
    const hint = "see S3's rules for bucket names: no two dots in a row, not an IP address";
    report(["deployment", "template_bucket"], "value", `"${bucket}" is not a bucket name`, hint);
  }
  const prefix = deployment.template_prefix;
  if (
    prefix !== undefined &&
    (/(^|\/)\.{1,2}(\/|$)/.test(prefix) || prefix.includes("//") || prefix.startsWith("/"))
  ) {
    const hint = "folder names joined by single slashes, such as solutions/templates";
    report(["deployment", "template_prefix"], "value", `"${prefix}" is not a key prefix`, hint);
  }
};
