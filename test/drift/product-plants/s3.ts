import type {
  LifecycleRule,
  ServerSideEncryptionByDefault,
  ServerSideEncryptionRule,
} from "@aws-sdk/client-s3";
import { type Document, reworded, type Tag, widened } from "../plants";
import { change, harmless, type PlantsOf, type ProductPlant, type ProductPlanters } from "./planters";

const FLAGS = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"] as const;

function blockPlants(Bucket: string): ProductPlant[] {
  const all = Object.fromEntries(FLAGS.map((flag) => [flag, true]));
  const property = "PublicAccessBlockConfiguration";
  return [
    ...FLAGS.map((flag) =>
      change(property, `switches ${flag} off`, ({ s3 }) =>
        s3.putPublicAccessBlock({ Bucket, PublicAccessBlockConfiguration: { ...all, [flag]: false } }),
      ),
    ),
    change(property, "takes the block of public access off", ({ s3 }) =>
      s3.deletePublicAccessBlock({ Bucket }),
    ),
  ];
}

function encryptionPlants(Bucket: string, encryption: unknown): ProductPlant[] {
  const byKey = JSON.stringify(encryption).includes("aws:kms");
  const put =
    (rule: ServerSideEncryptionRule) =>
    ({ s3 }: ProductPlanters) =>
      s3.putBucketEncryption({ Bucket, ServerSideEncryptionConfiguration: { Rules: [rule] } });
  const other: ServerSideEncryptionByDefault = byKey
    ? { SSEAlgorithm: "AES256" }
    : { SSEAlgorithm: "aws:kms" };
  return [
    change("BucketEncryption", "encrypts it otherwise", put({ ApplyServerSideEncryptionByDefault: other })),
    ...(byKey
      ? [
          change("BucketEncryption", "takes its encryption away", ({ s3 }) =>
            s3.deleteBucketEncryption({ Bucket }),
          ),
        ]
      : [
          harmless("takes away the encryption that is there always", ({ s3 }) =>
            s3.deleteBucketEncryption({ Bucket }),
          ),
        ]),
  ];
}

const bucketPlants: PlantsOf = ({ identifier: Bucket, properties }) => {
  const tags = properties.Tags as Tag[];
  const putTags =
    (TagSet: Tag[]) =>
    ({ s3 }: ProductPlanters) =>
      s3.putBucketTagging({ Bucket, Tagging: { TagSet } });
  const [changed, removed] = [tags[0]!, tags.at(-1)!];
  const lifecycle = "LifecycleConfiguration";
  const expire = (days: number): LifecycleRule => ({
    ID: "expire",
    Status: "Enabled",
    Filter: { Prefix: "" },
    Expiration: { Days: days },
  });
  return [
    ...encryptionPlants(Bucket, properties.BucketEncryption),
    ...blockPlants(Bucket),
    change(lifecycle, "deletes everything after a day", ({ s3 }) =>
      s3.putBucketLifecycleConfiguration({ Bucket, LifecycleConfiguration: { Rules: [expire(1)] } }),
    ),
    change(lifecycle, "takes its lifecycle away", ({ s3 }) => s3.deleteBucketLifecycle({ Bucket })),
    change("OwnershipControls", "lets writers own objects", ({ s3 }) =>
      s3.putBucketOwnershipControls({
        Bucket,
        OwnershipControls: { Rules: [{ ObjectOwnership: "ObjectWriter" }] },
      }),
    ),
    change("OwnershipControls", "takes its ownership controls away", ({ s3 }) =>
      s3.deleteBucketOwnershipControls({ Bucket }),
    ),
    change("VersioningConfiguration", "suspends its versions", ({ s3 }) =>
      s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: "Suspended" } }),
    ),
    {
      title: `changes the tag ${changed.Key}`,
      found: [`Tags[${changed.Key}]`],
      plant: putTags([{ ...changed, Value: "by hand" }, ...tags.slice(1)]),
    },
    {
      title: `removes the tag ${removed.Key}`,
      found: [`Tags[${removed.Key}]`],
      plant: putTags(tags.slice(0, -1)),
    },
    {
      title: "adds a tag",
      found: ["Tags[ByHand]"],
      plant: putTags([...tags, { Key: "ByHand", Value: "1" }]),
    },
    harmless("writes its tags in another order", putTags([...tags].reverse())),
  ];
};

const bucketPolicyPlants: PlantsOf = ({ identifier: Bucket, properties }) => {
  const document = properties.PolicyDocument as Document;
  return [
    change("PolicyDocument", "widens it", ({ s3 }) =>
      s3.putBucketPolicy({ Bucket, Policy: widened(document) }),
    ),
    harmless("writes it in other words", ({ s3 }) =>
      s3.putBucketPolicy({ Bucket, Policy: reworded(document) }),
    ),
  ];
};

/** Changes of buckets and their policies. */
export const S3_PLANTS: Record<string, PlantsOf> = {
  "AWS::S3::Bucket": bucketPlants,
  "AWS::S3::BucketPolicy": bucketPolicyPlants,
};
