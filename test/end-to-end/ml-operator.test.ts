import assert from "node:assert/strict";
import { KMS } from "@aws-sdk/client-kms";
import { STS } from "@aws-sdk/client-sts";
import { parse } from "yaml";
import { readFileSync } from "node:fs";
import { buildMlBlueprint } from "../../core/ml/build-ml-blueprint";
import type { MlConfig } from "../../core/ml/config/schema";
import { buildMlOperatorPolicies, mlOperatorRole } from "../../core/ml/operator-policy/build-policy";
import { mlNames } from "../../core/naming/ml-names";
import type { Variant } from "../../core/operator-policy/variants";
import { mlConfig } from "../core/ml/ml-configs";
import { describeWithEngine } from "../with-engine";
import { type CommandLine, commandLine } from "./command-line";
import { makeWorld, worldClients } from "./ml-world";

const PRODUCTS = [
  "techcorp-prod-a001-us-west-2-customer-churn-ml-s3",
  "edge-prod-b001-us-west-2-fraud-detection-ml-codecommit",
  "globalbank-prod-c001-us-west-2-demand-forecasting-ml-codecommit-standalone-ssm",
];

type Keys = Record<"AWS_ACCESS_KEY_ID" | "AWS_SECRET_ACCESS_KEY" | "AWS_SESSION_TOKEN", string>;

/** A session in the role that create-policy names, with its policies attached and no other but those given. */
async function sessionIn(
  cli: CommandLine,
  config: MlConfig,
  variant: Variant,
  more: object[] = [],
): Promise<Keys> {
  const { region } = config.environment;
  const { iam } = worldClients(cli.endpoint, region);
  const RoleName = mlOperatorRole(variant);
  const policies = buildMlOperatorPolicies(buildMlBlueprint(config), variant);
  for (const [index, document] of [...policies, ...more].entries()) {
    const PolicyName = `${RoleName}-${index}`;
    const { Policy } = await iam.createPolicy({ PolicyName, PolicyDocument: JSON.stringify(document) });
    await iam.attachRolePolicy({ RoleName, PolicyArn: Policy!.Arn });
  }
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const sts = new STS({ endpoint: cli.endpoint, region, credentials });
  const RoleArn = `arn:aws:iam::${config.client.account_id}:role/${RoleName}`;
  const { Credentials: session } = await sts.assumeRole({ RoleArn, RoleSessionName: "operator" });
  return {
    AWS_ACCESS_KEY_ID: session!.AccessKeyId!,
    AWS_SECRET_ACCESS_KEY: session!.SecretAccessKey!,
    AWS_SESSION_TOKEN: session!.SessionToken!,
  };
}

/** The roles have to be there before the key whose policy names them. */
async function makeRole(
  cli: CommandLine,
  { client, environment }: MlConfig,
  variant: Variant,
): Promise<void> {
  const Principal = { AWS: `arn:aws:iam::${client.account_id}:root` };
  const Statement = [{ Effect: "Allow", Principal, Action: "sts:AssumeRole" }];
  await worldClients(cli.endpoint, environment.region).iam.createRole({
    RoleName: mlOperatorRole(variant),
    AssumeRolePolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement }),
  });
}

describeWithEngine("the actions of an ML product with the rights of create-policy alone", function () {
  this.timeout(300_000);
  let cli: CommandLine;
  beforeEach(async () => {
    cli = await commandLine();
  });
  afterEach(() => cli?.close());

  it("are refused before anything is written where a right is missing, or the key would be refused", async () => {
    const product = mlConfig(PRODUCTS[2]!);
    const { values } = await makeWorld(cli.endpoint, product);
    await makeRole(cli, product, "dev");
    const missing = `arn:aws:iam::${product.client.account_id}:user/nobody`;
    const file = cli.config(PRODUCTS[2]!, { ...values, "ml_product.key_administrators": [missing] });
    const config = parse(readFileSync(file, "utf8")) as MlConfig;
    const Statement = [{ Effect: "Deny", Action: "codebuild:CreateProject", Resource: "*" }];
    const keys = await sessionIn(cli, config, "dev", [{ Version: "2012-10-17", Statement }]);
    const done = await cli.runWith(keys, "deploy-product", "--force", "--config", file);
    assert.equal(done.exitCode, 1, done.stderr);
    assert.match(done.stderr, /AWS will not take the deployment\. Nothing was written\./);
    assert.match(
      done.stderr,
      /permissions: .* may not call codebuild:CreateProject on arn:\S+:project\/globalbank/,
    );
    assert.match(
      done.stderr,
      /key: ml_product\.key_administrators names \S+:user\/nobody, which does not exist/,
    );
    assert.match(done.stderr, /key: .*ml-provisioner-dev-role\/operator deploys, and is none of/);
  });

  for (const name of PRODUCTS) {
    it(`are deployed, changed, compared, and deleted with what is in them: ${name}`, async () => {
      const product = mlConfig(name);
      const { region } = product.environment;
      const { values } = await makeWorld(cli.endpoint, product);
      const variants = ["dev", "read-only"] as const;
      for (const variant of variants) await makeRole(cli, product, variant);
      // KMS takes no key whose policy its creator can't change: whoever deploys administers it.
      const administrators = product.ml_product.key_administrators?.concat(
        variants.map(
          (variant) => `arn:aws:iam::${product.client.account_id}:role/${mlOperatorRole(variant)}`,
        ),
      );
      const set = {
        ...values,
        ...(administrators === undefined ? {} : { "ml_product.key_administrators": administrators }),
      };
      const file = cli.config(name, set);
      const config = parse(readFileSync(file, "utf8")) as MlConfig;
      const operator = await sessionIn(cli, config, "dev");
      const as = async (keys: Keys, expected: number, ...args: string[]) => {
        const done = await cli.runWith(keys, ...args, "--config", file);
        assert.equal(done.exitCode, expected, `${args.join(" ")}\n${done.stdout}\n${done.stderr}`);
        assert.doesNotMatch(done.stdout, /could not be found out/, args[0]);
        assert.doesNotMatch(done.stderr, /forecast: unknown/, args[0]);
        return done.stdout + done.stderr;
      };
      await as(operator, 0, "deploy-product", "--force");
      cli.config(name, { ...set, "ml_product.log_retention_days": 400, "tags.owner": "others" });
      await as(operator, 4, "show-changes", "--exit-code");
      await as(operator, 0, "deploy-product", "--force");
      const reader = await sessionIn(cli, config, "read-only");
      assert.match(
        await as(reader, 0, "check-drift", "--exit-code"),
        /: 0 drifted, 0 deleted, \d+ in sync, 0 not/,
      );
      const names = mlNames(product);
      const { s3 } = worldClients(cli.endpoint, region);
      const Bucket = names.artifactsBucket;
      await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: "Suspended" } });
      await s3.putObject({ Bucket, Key: "models/a", Body: "a" });
      if (administrators !== undefined) {
        const kms = new KMS({
          endpoint: cli.endpoint,
          region,
          credentials: { accessKeyId: "test", secretAccessKey: "test" },
        });
        const { KeyMetadata } = await kms.describeKey({ KeyId: names.keyAlias });
        await kms.disableKeyRotation({ KeyId: KeyMetadata!.KeyId });
      }
      await as(reader, 4, "check-drift", "--exit-code");
      await as(operator, 3, "delete-product", "--force");
      const flags = ["--force", "--unprotect", "--empty-buckets", "--delete-model-packages"];
      assert.match(await as(operator, 0, "delete-product", ...flags), /left over {2}nothing/);
    });
  }
});
