import { isObject, type JsonObject, valueAt } from "../../config/source";
import { isProductOf } from "../environment";
import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { type JudgedResource, resourcesOf } from "../subject";
import { nameOf } from "../template-principals";
import { valueText } from "../../value-text";

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
const OWNERSHIP = ["Rules", 0, "ObjectOwnership"];
const ALGORITHMS = new Set(["AES256", "aws:kms", "aws:kms:dsse"]);
const BLOCKS = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

/** What a product stores is encrypted, and shut to the public. */
export const encryption = guardrail<Options>({
  name: "encryption",
  forbids:
    "Buckets without default encryption or open to the public, and in enterprise ML products buckets, pipelines and builds without the product's own key.",
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
        "names of further buckets, beside that of the trail, for which encryption by S3 itself will do",
      default: [],
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
    const strict = isProductOf(environment, options.customer_key_tiers);
    const makers = strict
      ? resourcesOf(subject, "AWS::CodeBuild::Project", "AWS::CodePipeline::Pipeline")
      : [];
    if (buckets.length + topics.length + makers.length === 0) return notApplicable("nothing here is stored");
    // CloudTrail's own records are encrypted by S3: the product's key is for what the product makes.
    const byS3 = [...options.aws_key_buckets, ...(strict ? [environment.product.names.trailBucket] : [])];
    const needsOwnKey = (bucket: JudgedResource) => strict && !byS3.includes(nameOf(bucket));
    return verdictOf([
      ...buckets.flatMap((bucket) => [
        ...bucketEncryption(bucket, needsOwnKey(bucket)),
        ...publicAccess(bucket),
      ]),
      ...makers.flatMap(artifactEncryption),
      ...topics
        .filter(({ properties }) => properties.KmsMasterKeyId === undefined)
        .map((topic) => at(topic, "KmsMasterKeyId", "the topic is not encrypted", "set KmsMasterKeyId")),
    ]);
  },
});

function bucketEncryption(bucket: JudgedResource, ownKey: boolean): Violation[] {
  const given = valueAt(bucket.properties, ALGORITHM);
  const { SSEAlgorithm: algorithm, KMSMasterKeyID: key } = isObject(given) ? given : ({} as JsonObject);
  if (typeof algorithm !== "string" || !ALGORITHMS.has(algorithm))
    return [at(bucket, "BucketEncryption", "the bucket has no default encryption", "set BucketEncryption")];
  if (!ownKey || (algorithm.startsWith("aws:kms") && key !== undefined && !isAwsKey(key))) return [];
  const message = `the bucket is encrypted by ${algorithm}, not by the product's own key`;
  return [at(bucket, "BucketEncryption", message, "set SSEAlgorithm: aws:kms and KMSMasterKeyID")];
}

/** Keys that AWS manages are shared by all that is in the account. */
function isAwsKey(key: unknown): boolean {
  return valueText(key).includes("alias/aws/");
}

/** Where a pipeline or a build says by which key it encrypts what it hands on. */
const ARTIFACT_KEYS: Readonly<Record<string, readonly string[]>> = {
  "AWS::CodeBuild::Project": ["EncryptionKey"],
  "AWS::CodePipeline::Pipeline": ["ArtifactStore", "EncryptionKey", "Id"],
};

function artifactEncryption(maker: JudgedResource): Violation[] {
  const path = ARTIFACT_KEYS[maker.type]!;
  const key = valueAt(maker.properties, path);
  if (key !== undefined && !isAwsKey(key)) return [];
  const message = "what it hands on is not encrypted by the product's own key";
  return [at(maker, path[0]!, message, `set ${path.join(".")} to the key's ARN`)];
}

function publicAccess(bucket: JudgedResource): Violation[] {
  const { PublicAccessBlockConfiguration: given, OwnershipControls: controls } = bucket.properties;
  const open = BLOCKS.filter((name) => !isObject(given) || given[name] !== true);
  // Without controls, S3 lets no access list count (S3 User Guide, "Controlling ownership of objects").
  const listed = controls !== undefined && valueAt(controls, OWNERSHIP) !== "BucketOwnerEnforced";
  return [
    ...(open.length === 0
      ? []
      : [
          at(
            bucket,
            "PublicAccessBlockConfiguration",
            "the bucket is not shut to the public",
            `set ${open.join(", ")} to true`,
          ),
        ]),
    ...(listed
      ? [at(bucket, "OwnershipControls", "access lists of its objects count", "set BucketOwnerEnforced")]
      : []),
  ];
}

function at(resource: JudgedResource, property: string, message: string, instead: string): Violation {
  return {
    principals: [nameOf(resource)],
    path: [...resource.path, "Properties", property],
    message,
    instead,
  };
}
