import type { JsonObject } from "../../core/config/source";
import { ENTERPRISE, PROFESSIONAL, STARTER, WORKLOAD } from "../core/ml/ml-configs";
import { kept, shippedProduct, withProperty, withStatements } from "./broken-product";
import type { RuleCase } from "./rule-case";

/** Cases of the guardrails about what ML products are made of. */
export const productCases: Readonly<Record<string, readonly RuleCase[]>> = {
  "tier-limits": [
    kept(STARTER),
    kept(ENTERPRISE),
    {
      name: "a starter product with a key",
      ...shippedProduct(STARTER, (all) => (all.Key = { Type: "AWS::KMS::Key", Properties: {} })),
      violations: [/1 AWS::KMS::Key, a product of the starter tier has none/],
    },
    {
      name: "a second bucket in secret",
      ...shippedProduct(PROFESSIONAL, (all) => (all.Other = all.ArtifactsBucket!)),
      violations: [/2 AWS::S3::Bucket, a product of the professional tier has at most 1/],
    },
  ],
  "scoped-names": [
    kept(WORKLOAD),
    {
      name: "a bucket of another product of the tenant",
      ...withProperty(STARTER, "ArtifactsBucket", "BucketName", "techcorp-prod-a001-other-ml-artifacts"),
      violations: [/outside techcorp-prod-a001-us-west-2-customer-churn-ml$/],
    },
    {
      name: "a pipeline's name that is left to AWS",
      ...withProperty(STARTER, "ModelBuildPipeline", "Name", undefined),
      violations: [/its name is left to AWS/],
    },
    {
      name: "a parameter in another product's folder",
      ...withProperty(STARTER, "ParameterArtifactsBucketArn", "Name", "/ml/techcorp-prod-a001-x-ml/Arn"),
      violations: [/outside techcorp/],
    },
  ],
  "trust-policies": [
    kept(ENTERPRISE),
    {
      name: "the account's people in a product",
      ...withProperty(STARTER, "RoleModelBuild", "AssumeRolePolicyDocument", {
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "sts:AssumeRole" },
        ],
      }),
      violations: [/the roles of an ML product are for services alone/, /lifts rights in prod without MFA/],
    },
    {
      name: "a service for any of the account's resources",
      ...withStatements(STARTER, ["RoleModelBuild", "AssumeRolePolicyDocument"], ([one]) => [
        { ...one, Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } } },
      ]),
      violations: [/and aws:SourceArn does not say for which/],
    },
    {
      name: "a service for another account",
      ...withStatements(STARTER, ["RoleModelBuild", "AssumeRolePolicyDocument"], ([one]) => [
        {
          ...one,
          Condition: {
            StringEquals: { "aws:SourceAccount": "999999999999" },
            ArnLike: { "aws:SourceArn": "arn:aws:codebuild:us-west-2:999999999999:project/x" },
          },
        },
      ]),
      violations: [/aws:SourceAccount and aws:SourceArn does not say/],
    },
  ],
  "permission-boundary": [
    kept(ENTERPRISE),
    { name: "a starter product", ...shippedProduct(STARTER), notApplicable: /asks for no boundary/ },
    {
      name: "a role without the product's",
      ...withProperty(ENTERPRISE, "RoleModelBuild", "PermissionsBoundary", undefined),
      violations: [/has no permission boundary, not by .*-ml-boundary$/],
    },
    {
      name: "a role with another one",
      ...withProperty(
        ENTERPRISE,
        "RoleModelBuild",
        "PermissionsBoundary",
        "arn:aws:iam::aws:policy/ReadOnlyAccess",
      ),
      violations: [/is bounded by .*ReadOnlyAccess, not by/],
    },
  ],
  "required-tags": [
    kept(ENTERPRISE),
    {
      name: "a model package group of another product",
      ...shippedProduct(STARTER, (all) => {
        const { Properties: properties } = all.ModelPackageGroup!;
        properties.Tags = (properties.Tags as JsonObject[]).map((tag) =>
          tag.Key === "Stem" ? { ...tag, Value: "techcorp-prod-a001-us-west-2-other-ml" } : tag,
        );
      }),
      violations: [/Stem is techcorp-prod-a001-us-west-2-other-ml/],
    },
  ],
  encryption: [
    kept(ENTERPRISE),
    kept(WORKLOAD),
    {
      name: "a pipeline without the product's key",
      ...withProperty(ENTERPRISE, "ModelBuildPipeline", "ArtifactStore", { Type: "S3", Location: "x" }),
      violations: [/what it hands on is not encrypted by the product's own key/],
    },
    {
      name: "a bucket whose access lists count",
      ...withProperty(STARTER, "ArtifactsBucket", "OwnershipControls", {
        Rules: [{ ObjectOwnership: "ObjectWriter" }],
      }),
      violations: [/access lists of its objects count/],
    },
    {
      name: "an algorithm that nobody knows",
      ...withProperty(STARTER, "ArtifactsBucket", "BucketEncryption", {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: { "Fn::ImportValue": "x" } } },
        ],
      }),
      violations: [/no default encryption/],
    },
    {
      name: "a bucket that only ends like the trail's",
      ...withProperty(ENTERPRISE, "TrailBucket", "BucketName", "globalbank-prod-c001-x-trail"),
      violations: [/by AES256/],
    },
  ],
};
