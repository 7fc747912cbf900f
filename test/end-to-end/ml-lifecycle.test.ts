import assert from "node:assert/strict";
import { CloudWatch } from "@aws-sdk/client-cloudwatch";
import { CodePipeline } from "@aws-sdk/client-codepipeline";
import { KMS } from "@aws-sdk/client-kms";
import { SNS } from "@aws-sdk/client-sns";
import type { MlConfig } from "../../core/ml/config/schema";
import { mlName, mlNames, mlRoleName } from "../../core/naming/ml-names";
import { mlConfig, mlConfigNames } from "../core/ml/ml-configs";
import { describeWithEngine } from "../with-engine";
import { readAccount } from "./account";
import { type CommandLine, commandLine, type Ending } from "./command-line";
import { makeWorld, worldClients } from "./ml-world";

const REGION = "us-west-2";

interface Result {
  outcome: string;
  stackId?: string;
  warnings: string[];
  valid?: boolean;
  notChecked?: unknown[];
  remains?: { ours: unknown[]; unclaimed: unknown[]; unknown: unknown[] };
  pendingKeys?: { keyId: string; deletionDate: string; cancelWith: string[] }[];
  outputs: { outputs?: Record<string, string> };
}

const resultOf = ({ stdout }: Ending) => (JSON.parse(stdout) as { result: Result }).result;

/** Something that somebody changes by hand, and what the check has to say of it. */
interface Plant {
  name: string;
  change: (endpoint: string, config: MlConfig) => Promise<unknown>;
  found: RegExp;
}

const options = (endpoint: string) => ({
  endpoint,
  region: REGION,
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
});

const inRole: Plant = {
  name: "rights of a role",
  change: (endpoint, config) =>
    worldClients(endpoint, REGION).iam.putRolePolicy({
      RoleName: mlRoleName(config, "model-build"),
      PolicyName: "by-hand",
      PolicyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }],
      }),
    }),
  found: /RoleModelBuild[^]*by-hand/,
};

const bucketVersions: Plant = {
  name: "the versions of the bucket",
  change: (endpoint, config) =>
    worldClients(endpoint, REGION).s3.putBucketVersioning({
      Bucket: mlNames(config).artifactsBucket,
      VersioningConfiguration: { Status: "Suspended" },
    }),
  found: /ArtifactsBucket[^]*VersioningConfiguration/,
};

const approval: Plant = {
  name: "the pipeline, of which somebody takes out the approval",
  async change(endpoint, config) {
    const client = new CodePipeline(options(endpoint));
    const { pipeline } = await client.getPipeline({ name: mlNames(config).modelDeployPipeline });
    const stages = pipeline!.stages!.filter(({ name }) => name !== "Approval");
    await client.updatePipeline({ pipeline: { ...pipeline!, stages } });
  },
  found: /ModelDeployPipeline[^]*Stages/,
};

const topicName: Plant = {
  name: "the topic of the alerts",
  change: (endpoint, config) =>
    new SNS(options(endpoint)).setTopicAttributes({
      TopicArn: `arn:aws:sns:${REGION}:${config.client.account_id}:${mlNames(config).alertsTopic}`,
      AttributeName: "DisplayName",
      AttributeValue: "by hand",
    }),
  found: /AlertsTopic[^]*DisplayName/,
};

const rotation: Plant = {
  name: "the rotation of the key",
  async change(endpoint, config) {
    const client = new KMS(options(endpoint));
    const { KeyMetadata } = await client.describeKey({ KeyId: mlNames(config).keyAlias });
    await client.disableKeyRotation({ KeyId: KeyMetadata!.KeyId });
  },
  found: /KmsKey[^]*EnableKeyRotation/,
};

const alarm: Plant = {
  name: "an alarm, which tells nobody any more",
  change: (endpoint, config) =>
    new CloudWatch(options(endpoint)).disableAlarmActions({
      AlarmNames: [mlNames(config).rootAccountUsage],
    }),
  found: /RootAccountUsage\w*[^]*ActionsEnabled/,
};

/** What is planted, by tier; each config gets the next. */
const PLANTS: Record<string, readonly Plant[]> = {
  starter: [inRole, bucketVersions, approval],
  professional: [topicName, inRole],
  enterprise: [rotation, alarm, topicName, bucketVersions],
};

describeWithEngine("an ML product from nothing to nothing", function () {
  this.timeout(300_000);
  let cli: CommandLine;
  beforeEach(async () => {
    cli = await commandLine();
  });
  afterEach(() => cli?.close());

  const planted: Record<string, number> = {};
  for (const name of mlConfigNames) {
    const config = mlConfig(name);
    const tier = config.tier.name;
    const plants = PLANTS[tier]!;
    const plant = plants[(planted[tier] = (planted[tier] ?? -1) + 1) % plants.length]!;

    it(`${name}, of which somebody changes ${plant.name}`, async () => {
      const world = await makeWorld(cli.endpoint, config);
      const before = await readAccount(cli.endpoint, REGION);
      const file = cli.config(name, world.values);
      const valid = await cli.run("validate-prov-template", "--config", file, "--json");
      assert.equal(valid.exitCode, 0, valid.stderr);

      const done = await cli.run("deploy-product", "--config", file, "--force", "--json");
      assert.equal(done.exitCode, 0, done.stderr);
      const deployed = resultOf(done);
      assert.equal(deployed.outcome, "deployed");
      // Each resource is read once it is there, and what differs from the template is a warning.
      assert.deepEqual(deployed.warnings, []);
      assert.deepEqual(deployed.remains, { ours: [], unclaimed: [], unknown: [] });
      const account = await readAccount(cli.endpoint, REGION);
      assert.deepEqual(account.stacks, { [`${mlName(config)}-stack`]: "CREATE_COMPLETE" });
      for (const [key, value] of Object.entries(deployed.outputs.outputs ?? {})) {
        assert.equal(account.parameters[`/ml/${mlName(config)}/${key}`], value);
      }

      await plant.change(cli.endpoint, config);
      const drifted = await cli.run("check-drift", "--config", file, "--exit-code");
      assert.equal(drifted.exitCode, 4, drifted.stderr);
      assert.match(drifted.stdout, /: 1 drifted, 0 deleted, \d+ in sync, 0 not checked/);
      assert.match(drifted.stdout, plant.found);
      assert.doesNotMatch(drifted.stdout, /^ {2}AWS::\S+ \$\{/m, "a name, not what stands for one");

      const flags = ["--force", "--unprotect", "--empty-buckets", "--delete-model-packages", "--detach"];
      const gone = await cli.run("delete-product", "--config", file, ...flags, "--json");
      assert.equal(gone.exitCode, 0, gone.stderr);
      const deleted = resultOf(gone);
      assert.equal(deleted.outcome, "deleted");
      assert.deepEqual(deleted.remains, { ours: [], unclaimed: [], unknown: [] });
      assert.deepEqual(await readAccount(cli.endpoint, REGION), before);
      assert.equal(cli.state(mlName(config)), undefined);
      const bucket = config.deployment?.template_bucket;
      assert.deepEqual(bucket === undefined ? [] : await cli.objects(bucket, REGION), []);
      assert.equal(deleted.pendingKeys?.length, tier === "enterprise" ? 1 : 0);
    });
  }
});
