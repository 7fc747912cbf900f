import assert from "node:assert/strict";
import { listStackResources } from "../../../aws/deployed-stack";
import { listObstacles } from "../../../aws/inventory/obstacles";
import { pendingKeys } from "../../../aws/inventory/pending-keys";
import { listRemains } from "../../../aws/inventory/remains";
import { remainsRequest } from "../../../aws/inventory/remains-request";
import { removeObstacles } from "../../../aws/inventory/remove-obstacles";
import { branchesOf } from "../../../aws/inventory/repository-content";
import { type LifeStep, type LifeWorld, stackId, watched } from "../life-step";
import { setProtection, stackResource } from "../stack-by-cloud-control";
import { plantersOf } from "./product-drift-steps";

const DOCUMENT = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }],
});
const READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

async function held(world: LifeWorld, type: string): Promise<string[]> {
  const resources = await listStackResources(world.aws, stackId(world));
  return resources.filter((resource) => resource.type === type).map(({ physicalId }) => physicalId);
}

/** What is listed after a deployment. */
export const remains: LifeStep = {
  name: "list what is left",
  kind: "looks",
  async run({ aws, blueprint, memory }) {
    const request = remainsRequest(blueprint, { deployed: true, stackId: memory.stackId });
    const { unanswered } = await listRemains(aws, request);
    return unanswered.map(({ what }) => what);
  },
};

/** What is listed where the stack should be gone and is not; somebody took a role's tags, so that its stack is asked for. */
export const remainsOfStack: LifeStep = {
  name: "list what is left of a stack that is there still",
  kind: "looks",
  apart: true,
  async before(world) {
    const role = watched(world).find(({ type }) => type === "AWS::IAM::Role")!;
    await world.owner.iam.untagRole({ RoleName: role.identifier, TagKeys: ["ManagedBy"] });
  },
  async run({ aws, blueprint, memory }) {
    const request = remainsRequest(blueprint, { deployed: false, stackId: memory.stackId });
    const { ours, unclaimed, unanswered } = await listRemains(aws, request);
    assert.ok(ours.some(({ kind }) => kind === "stack"));
    assert.deepEqual(unclaimed, []);
    return unanswered.map(({ what }) => what);
  },
};

/** What stands in the way of a deletion, and what is lost by it, listed and removed. */
export const clearObstacles: LifeStep = {
  name: "list and remove what stands in the way of a deletion",
  kind: "deletes",
  async before(world) {
    const name = (type: string) => watched(world).find((resource) => resource.type === type)!.identifier;
    const { client, environment } = world.blueprint.config;
    const { iam, s3, sagemaker } = plantersOf(world);
    const RoleName = name("AWS::IAM::Role");
    await iam.attachRolePolicy({ RoleName, PolicyArn: READ_ONLY });
    await iam.putRolePolicy({ RoleName, PolicyName: "hand", PolicyDocument: DOCUMENT });
    const Bucket = name("AWS::S3::Bucket");
    await s3.putObject({ Bucket, Key: "models/a", Body: "a" });
    await s3.deleteObject({ Bucket, Key: "models/a" });
    await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: "Suspended" } });
    await s3.putObject({ Bucket, Key: "models/b", Body: "b" });
    const registry = watched(world).find(({ type }) => type === "AWS::SageMaker::ModelPackageGroup")!;
    await sagemaker.createModelPackage({
      ModelPackageGroupName: registry.properties.ModelPackageGroupName as string,
      InferenceSpecification: {
        Containers: [{ Image: `${client.account_id}.dkr.ecr.${environment.region}.amazonaws.com/churn:1` }],
        SupportedContentTypes: ["text/csv"],
        SupportedResponseMIMETypes: ["text/csv"],
      },
    });
  },
  async run(world) {
    const { client, environment } = world.blueprint.config;
    const said: string[] = [];
    const repositories = watched(world).filter(({ type }) => type === "AWS::CodeCommit::Repository");
    for (const { properties } of repositories) {
      await branchesOf(world.aws, properties.RepositoryName as string);
    }
    const trail = await world.aws.cloudTrail();
    for (const Name of await held(world, "AWS::CloudTrail::Trail")) await trail.stopLogging({ Name });
    const target = { stackName: stackId(world), accountId: client.account_id, region: environment.region };
    const { obstacles, unanswered } = await listObstacles(world.aws, target);
    said.push(...obstacles.map(({ sentence }) => sentence), ...unanswered.map(({ what }) => what));
    const { failed } = await removeObstacles(world.aws, obstacles);
    assert.deepEqual(
      failed.map(({ obstacle, failure }) => `${obstacle.sentence}: ${failure.message}`),
      [],
    );
    return said;
  },
};

/** Says yes for everybody who was asked by e-mail whether to be subscribed: SNS ends no other subscription. */
async function confirmSubscriptions(world: LifeWorld): Promise<void> {
  const { sns } = plantersOf(world);
  type Message = { topicArn: string; token?: string };
  const { messages } = (await world.account.control("GET", "messages")) as { messages: Message[] };
  const { Topics = [] } = await sns.listTopics({});
  for (const { topicArn: TopicArn, token: Token } of messages) {
    const isThere = Topics.some((topic) => topic.TopicArn === TopicArn);
    if (isThere && Token !== undefined) await sns.confirmSubscription({ TopicArn, Token });
  }
}

/** The deletion of the stack, through Cloud Control, and the look at what is left. */
export const deleteProduct: LifeStep = {
  name: "delete the stack and list what is left",
  kind: "deletes",
  before: confirmSubscriptions,
  async run(world) {
    const id = stackId(world);
    const keys = await held(world, "AWS::KMS::Key");
    await setProtection(world, false);
    await (await stackResource(world)).delete(id);
    assert.equal((await pendingKeys(world.aws, keys)).length, keys.length);
    const request = remainsRequest(world.blueprint, { deployed: false, stackId: id });
    const { ours, unclaimed, unanswered } = await listRemains(world.aws, request);
    assert.deepEqual(
      [...ours, ...unclaimed].filter(({ kind }) => kind !== "template"),
      [],
    );
    return unanswered.map(({ what }) => what);
  },
};
