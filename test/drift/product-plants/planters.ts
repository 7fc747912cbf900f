import { CloudTrail } from "@aws-sdk/client-cloudtrail";
import { CloudWatch } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { CodeBuild } from "@aws-sdk/client-codebuild";
import { CodeCommit } from "@aws-sdk/client-codecommit";
import { CodePipeline } from "@aws-sdk/client-codepipeline";
import { EC2 } from "@aws-sdk/client-ec2";
import { EventBridge } from "@aws-sdk/client-eventbridge";
import { IAM } from "@aws-sdk/client-iam";
import { KMS } from "@aws-sdk/client-kms";
import { S3 } from "@aws-sdk/client-s3";
import { SageMaker } from "@aws-sdk/client-sagemaker";
import { SNS } from "@aws-sdk/client-sns";
import { SSM } from "@aws-sdk/client-ssm";
import type { Plant, Tag } from "../plants";
import type { WatchedResource } from "../../../core/template/watched-resource";

/** The clients with which drift of an ML product is planted: the SDK's own, unmodified. */
export type ProductPlanters = ReturnType<typeof productPlanters>;

type Keys = { accessKeyId: string; secretAccessKey: string };

/** The clients of an account that is reached at one address, with the environment's keys unless others are given. */
export function productPlanters(endpoint: string, region: string, credentials?: Keys) {
  const options = { endpoint, region, ...(credentials === undefined ? {} : { credentials }) };
  return {
    cloudTrail: new CloudTrail(options),
    cloudWatch: new CloudWatch(options),
    codeBuild: new CodeBuild(options),
    codeCommit: new CodeCommit(options),
    codePipeline: new CodePipeline(options),
    ec2: new EC2(options),
    events: new EventBridge(options),
    iam: new IAM(options),
    kms: new KMS(options),
    logs: new CloudWatchLogs(options),
    s3: new S3({ ...options, forcePathStyle: true }),
    sagemaker: new SageMaker(options),
    sns: new SNS(options),
    ssm: new SSM(options),
  };
}

/** One change of an ML product behind its stack's back. */
export type ProductPlant = Plant<ProductPlanters>;

/** What can be changed of a resource, its references filled in; `stated` has them as the template writes them. */
export type PlantsOf = (resource: WatchedResource, stated: WatchedResource) => ProductPlant[];

type Call<T> = (clients: ProductPlanters, tags: T) => Promise<unknown>;

/** A tag changed, one removed, one added: each by the calls of the type's service. */
export function tagPlants(tags: readonly Tag[], put: Call<Tag[]>, remove: Call<string[]>): ProductPlant[] {
  const [changed, removed] = [tags[0]!.Key, tags.at(-1)!.Key];
  return [
    {
      title: `changes the tag ${changed}`,
      found: [`Tags[${changed}]`],
      plant: (clients) => put(clients, [{ Key: changed, Value: "by hand" }]),
    },
    {
      title: `removes the tag ${removed}`,
      found: [`Tags[${removed}]`],
      plant: (clients) => remove(clients, [removed]),
    },
    {
      title: "adds a tag",
      found: ["Tags[ByHand]"],
      plant: (clients) => put(clients, [{ Key: "ByHand", Value: "1" }]),
    },
  ];
}

/** A change of one property, named after it. */
export function change(
  property: string,
  what: string,
  plant: (clients: ProductPlanters) => Promise<unknown>,
): ProductPlant {
  return { title: what, found: [property], plant };
}

/** Something that means nothing, or is not the stack's. */
export function harmless(what: string, plant: (clients: ProductPlanters) => Promise<unknown>): ProductPlant {
  return { title: what, found: [], plant };
}
