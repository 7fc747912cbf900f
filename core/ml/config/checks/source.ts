import { isBucketName } from "../../../config/checks/deployment";
import type { MlCheck } from "./check";

/** Code that comes from a bucket has one, and no other code has. */
export const checkSource: MlCheck = ({ config: { ml_product: product }, report }) => {
  const source = product?.source_control;
  if (product === undefined || source === undefined) return;
  const path = ["ml_product", "s3_prefix"];
  const given = Object.hasOwn(product, "s3_prefix");
  if (source === "s3" && !given) {
    const hint = "the bucket, and the folder in which model-build.zip and model-deploy.zip lie";
    report(path, "key", "s3_prefix is missing, which source_control: s3 needs", hint);
  }
  if (source !== "s3" && given) {
    const message = `s3_prefix belongs to source_control: s3, and it is ${source}`;
    report(path, "key", message, "remove it, or write source_control: s3");
  }
  const prefix = product.s3_prefix;
  if (prefix === undefined) return;
  const [bucket = "", ...folders] = prefix.split("/");
  if (!isBucketName(bucket)) {
    const hint = "see S3's rules for bucket names: no two dots in a row, not an IP address";
    report(path, "value", `"${bucket}" is not a bucket name`, hint);
  }
  if (folders.some((folder) => folder === "." || folder === "..")) {
    report(path, "value", `"${prefix}" is not a key prefix`, "folder names joined by single slashes");
  }
};
