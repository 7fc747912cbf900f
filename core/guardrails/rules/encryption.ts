import { isObject, type JsonObject, valueAt } from "../../config/source";
import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { type JudgedResource, resourcesOf } from "../subject";
import { nameOf } from "../template-principals";

interface Options {
  customer_key_tiers: string[];
  aws_key_buckets: string[];
  encrypted_topics: boolean;
}

const ALGORITHM = [
  "BucketEncryption",
  "ServerSideEncryptionConfiguration",
  0,
  "ServerSideEncryptionByDefault",
];
const BLOCKS = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

/** What a product stores is encrypted, and shut to the public. */
export const encryption = guardrail<Options>({
  name: "encryption",
  forbids:
    "Buckets without default encryption or open to the public, and in enterprise ML products without a customer-managed key.",
  why: "Training data and models are what a product is worth; with a key of one's own, access to them ends with the key's.",
  remediation: "Set BucketEncryption with the product's key, and all four of PublicAccessBlockConfiguration.",
  examples: { bad: "Type: AWS::S3::Bucket without BucketEncryption", good: "SSEAlgorithm: aws:kms" },
  enforcement: "mandatory",
  options: {
    customer_key_tiers: {
      type: "array",
      items: { type: "string" },
      description: "tiers of ML products whose buckets have a customer-managed key",
      default: ["enterprise"],
    },
    aws_key_buckets: {
      type: "array",
      items: { type: "string" },
      description:
        "ends of names of buckets for which encryption by S3 itself will do, as for AWS's own logs",
      default: ["-trail"],
    },
    encrypted_topics: {
      type: "boolean",
      description: "whether SNS topics have to be encrypted too",
      default: false,
    },
  },
  judge(subject, { environment }, options) {
    const buckets = resourcesOf(subject, "AWS::S3::Bucket");
    const topics = options.encrypted_topics ? resourcesOf(subject, "AWS::SNS::Topic") : [];
    if (buckets.length + topics.length === 0) return notApplicable("nothing here is stored");
    const strict = environment?.kind === "ml" && options.customer_key_tiers.includes(environment.tier);
    const needsOwnKey = (bucket: JudgedResource) =>
      strict && !options.aws_key_buckets.some((end) => nameOf(bucket).endsWith(end));
    return verdictOf([
      ...buckets.flatMap((bucket) => [
        ...bucketEncryption(bucket, needsOwnKey(bucket)),
        ...publicAccess(bucket),
      ]),
      ...topics
        .filter(({ properties }) => properties.KmsMasterKeyId === undefined)
        .map((topic) => at(topic, "KmsMasterKeyId", "the topic is not encrypted", "set KmsMasterKeyId")),
    ]);
  },
});

function bucketEncryption(bucket: JudgedResource, ownKey: boolean): Violation[] {
  const given = valueAt(bucket.properties, ALGORITHM);
  const { SSEAlgorithm: algorithm, KMSMasterKeyID: key } = isObject(given) ? given : ({} as JsonObject);
  if (typeof algorithm !== "string")
    return [at(bucket, "BucketEncryption", "the bucket has no default encryption", "set BucketEncryption")];
  if (!ownKey || (algorithm.startsWith("aws:kms") && key !== undefined && !isAwsKey(key))) return [];
  const message = `the bucket is encrypted by ${algorithm}, not by the product's own key`;
  return [at(bucket, "BucketEncryption", message, "set SSEAlgorithm: aws:kms and KMSMasterKeyID")];
}

/** Keys that AWS manages are shared by all that is in the account. */
function isAwsKey(key: unknown): boolean {
  return String(key).includes("alias/aws/");
}

function publicAccess(bucket: JudgedResource): Violation[] {
  const { PublicAccessBlockConfiguration: given } = bucket.properties;
  const open = BLOCKS.filter((name) => !isObject(given) || given[name] !== true);
  if (open.length === 0) return [];
  const message = "the bucket is not shut to the public";
  return [at(bucket, "PublicAccessBlockConfiguration", message, `set ${open.join(", ")} to true`)];
}

function at(resource: JudgedResource, property: string, message: string, instead: string): Violation {
  return {
    principals: [nameOf(resource)],
    path: [...resource.path, "Properties", property],
    message,
    instead,
  };
}
