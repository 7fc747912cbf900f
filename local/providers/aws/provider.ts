import { S3Client } from "@aws-sdk/client-s3";
import { partitionOf } from "../../../core/naming/partition";
import { checkAccount, type ClientDefaults, clientSettings } from "../aws-clients";
import type { Provider } from "../provider";
import { BucketObject } from "./bucket-object";

/** Stands in for pulumi-aws, with the one resource type that Tierguard uses of it. */
export function awsProvider(defaults: ClientDefaults): Provider {
  return {
    name: "aws",
    version: "7.48.0",
    checkConfig: () => [],
    async configure(config) {
      const settings = clientSettings(config, defaults);
      await checkAccount(config, settings);
      const s3 = new S3Client({ ...settings, forcePathStyle: true });
      return { "aws:s3/bucketObjectv2:BucketObjectv2": new BucketObject(s3, partitionOf(settings.region)) };
    },
  };
}
