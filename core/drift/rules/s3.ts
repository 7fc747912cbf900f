import { listBy, membersBy, setOf } from "../canonical-values";
import type { RulesByType } from "./type-rules";

/**
 * From the types' registry schemas and S3's API reference: every bucket is encrypted, by S3's own keys unless it says
 * otherwise ("Setting default server-side encryption behavior"), and refuses keys that callers bring where AWS says so
 * of new buckets ("Blocking or unblocking SSE-C").
 */
export const S3_RULES: RulesByType = {
  "AWS::S3::Bucket": {
    leftOut: ["Arn", "DomainName", "DualStackDomainName", "RegionalDomainName", "WebsiteURL"],
    defaults: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
      },
      Tags: [],
    },
    unreadable: ["AccessControl"],
    canonical: {
      BucketEncryption: membersBy({
        canonical: {
          ServerSideEncryptionConfiguration: setOf(membersBy({ leftOut: ["BlockedEncryptionTypes"] })),
        },
      }),
      LifecycleConfiguration: membersBy({
        canonical: { Rules: listBy("Id") },
        defaults: { TransitionDefaultMinimumObjectSize: "all_storage_classes_128K" },
      }),
    },
    emptyIsNothing: true,
  },
  "AWS::S3::BucketPolicy": { leftOut: [], defaults: {}, unreadable: [] },
};
