import assert from "node:assert/strict";
import { CloudFormation, paginateDescribeStackEvents } from "@aws-sdk/client-cloudformation";
import { buildMlOperatorPolicies } from "../../core/ml/operator-policy/build-policy";
import type { MlConfig } from "../../core/ml/config/schema";
import { templateJson } from "../../core/template/serialize";
import { localCredentials } from "../../local/service-addresses";
import { embeddedAccount } from "../aws/embedded-account";
import { mlConfig } from "../core/ml/ml-configs";
import { rendered } from "../core/ml/rendered";
import { makeWorld, worldClients } from "../end-to-end/ml-world";

const REGION = "us-west-2";
const BUCKET = "templates-for-the-test";

/** Configs that together have every resource and every way to say it. */
const CONFIGS = [
  "techcorp-prod-a001-us-west-2-customer-churn-ml-codecommit",
  "techcorp-prod-a001-us-west-2-customer-churn-ml-s3",
  "edge-prod-b001-us-west-2-fraud-detection-ml-codecommit-workload",
  "globalbank-prod-c001-us-west-2-demand-forecasting-ml-codecommit-standalone-direct-rtb",
  "globalbank-prod-c001-us-west-2-demand-forecasting-ml-s3-sgprov-ssm",
  "globalbank-prod-c001-us-west-2-demand-forecasting-ml-codecommit-standalone-ssm-workload",
];

describe("the policies of an ML product's operator, enforced", function () {
  this.timeout(120_000);
  const account = embeddedAccount(REGION);

  async function placed(name: string) {
    // KMS takes no key whose policy its creator can't change: whoever deploys is an administrator of it.
    const administered = ({ ml_product: product }: MlConfig) =>
      product.key_administrators?.push("arn:aws:iam::123456789012:role/ml-provisioner-dev-role");
    const { values } = await makeWorld(account.server.url, mlConfig(name, administered));
    const { blueprint, template } = rendered(name, (config) => {
      administered(config);
      config.deployment = { template_bucket: BUCKET };
      for (const [path, value] of Object.entries(values)) {
        Object.assign(config.ml_product, { [path.replace("ml_product.", "")]: value });
      }
    });
    const { s3 } = worldClients(account.server.url, REGION);
    const Key = `${blueprint.stem}-0123456789abcdef.json`;
    await s3.createBucket({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: REGION } });
    await s3.putObject({ Bucket: BUCKET, Key, Body: templateJson(template) });
    return { blueprint, TemplateURL: `https://${BUCKET}.s3.${REGION}.amazonaws.com/${Key}` };
  }

  /** A client that may do what the policies allow and nothing else. */
  async function operator(policies: object[]): Promise<CloudFormation> {
    const accessKeyId = "AKIAOPERATOROFML0000";
    const arn = "arn:aws:sts::123456789012:assumed-role/ml-provisioner-dev-role/operator";
    const body = JSON.stringify({ accessKeyId, policies, arn });
    const answer = await fetch(`${account.server.url}/_tierguard/callers`, { method: "POST", body });
    assert.ok(answer.ok);
    const credentials = { ...localCredentials("123456789012"), accessKeyId };
    return new CloudFormation({ endpoint: account.server.url, region: REGION, credentials });
  }

  async function ended(client: CloudFormation, StackName: string): Promise<string> {
    for (;;) {
      const { Stacks } = await client.describeStacks({ StackName });
      const status = Stacks![0]!.StackStatus!;
      if (!status.endsWith("_IN_PROGRESS")) return status;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Why resources failed, as AWS said it; those that were only given up are left out. */
  async function reasons(client: CloudFormation, StackName: string): Promise<string[]> {
    const said: string[] = [];
    for await (const { StackEvents = [] } of paginateDescribeStackEvents({ client }, { StackName })) {
      for (const { LogicalResourceId, ResourceStatus, ResourceStatusReason = "" } of StackEvents) {
        if (/FAILED/.test(ResourceStatus!) && !/cancelled/.test(ResourceStatusReason))
          said.push(`${LogicalResourceId}: ${ResourceStatusReason}`);
      }
    }
    return said;
  }

  for (const name of CONFIGS) {
    it(`are enough to create and to delete ${name}`, async () => {
      const { blueprint, TemplateURL } = await placed(name);
      const client = await operator(buildMlOperatorPolicies(blueprint, "dev"));
      const Tags = Object.entries(blueprint.tags).map(([Key, Value]) => ({ Key, Value }));
      const Capabilities = ["CAPABILITY_NAMED_IAM" as const];
      const { StackId } = await client.createStack({
        ...{ StackName: blueprint.stackName, TemplateURL, Tags, Capabilities },
      });
      const created = await ended(client, StackId!);
      assert.deepEqual(await reasons(client, StackId!), []);
      assert.equal(created, "CREATE_COMPLETE");
      await client.deleteStack({ StackName: StackId });
      const deleted = await ended(client, StackId!);
      assert.deepEqual(await reasons(client, StackId!), []);
      assert.equal(deleted, "DELETE_COMPLETE");
    });
  }

  it("for staging do not let the stack be deleted", async () => {
    const [name] = CONFIGS;
    const { blueprint, TemplateURL } = await placed(name!);
    const Tags = Object.entries(blueprint.tags).map(([Key, Value]) => ({ Key, Value }));
    const client = await operator(buildMlOperatorPolicies(blueprint, "staging"));
    const Capabilities = ["CAPABILITY_NAMED_IAM" as const];
    const { StackId } = await client.createStack({
      ...{ StackName: blueprint.stackName, TemplateURL, Tags, Capabilities },
    });
    assert.equal(await ended(client, StackId!), "CREATE_COMPLETE");
    await assert.rejects(client.deleteStack({ StackName: StackId }), /not authorized/);
  });
});
