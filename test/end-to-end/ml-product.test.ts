import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CloudWatch } from "@aws-sdk/client-cloudwatch";
import { IAM } from "@aws-sdk/client-iam";
import { KMS } from "@aws-sdk/client-kms";
import { parse } from "yaml";
import { mlNames, mlRoleName } from "../../core/naming/ml-names";
import { createLocalEnvironment, type TestEnvironment } from "../../local/test-environment";
import type { MlConfig } from "../../core/ml/config/schema";
import { ENTERPRISE, mlConfig, STARTER } from "../core/ml/ml-configs";
import { describeWithEngine } from "../with-engine";
import { makeWorld } from "./ml-world";

const STACK = "churn";

/** An empty account, in which the stack's config is the one of an ML product. */
async function withProduct(
  change: (config: MlConfig) => void,
  work: (environment: TestEnvironment) => Promise<void>,
  name = STARTER,
): Promise<void> {
  const product = mlConfig(name, change);
  const target = { accountId: product.client.account_id, region: product.environment.region };
  const local = await createLocalEnvironment({ stack: STACK, ...target });
  try {
    const { values } = await makeWorld(local.endpoint, product);
    for (const [path, value] of Object.entries(values)) {
      Object.assign(product.ml_product, { [path.replace("ml_product.", "")]: value });
    }
    const sections = Object.entries(product);
    const config = Object.fromEntries(sections.map(([section, value]) => [`tierguard:${section}`, value]));
    writeFileSync(join(local.projectDir, `Pulumi.${STACK}.yaml`), JSON.stringify({ config }));
    const { exitCode, stderr } = await local.pulumi(["stack", "init", STACK]);
    assert.equal(exitCode, 0, stderr);
    await work(local);
  } finally {
    await local.close();
  }
}

/** Takes away what guards an enterprise product, and gives a role more. */
async function changeByHand(endpoint: string): Promise<void> {
  const product = mlConfig(ENTERPRISE);
  const { region } = product.environment;
  const options = { endpoint, region, credentials: { accessKeyId: "test", secretAccessKey: "test" } };
  const names = mlNames(product);
  const Statement = [{ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }];
  await new IAM(options).putRolePolicy({
    RoleName: mlRoleName(product, "model-build"),
    PolicyName: "by-hand",
    PolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement }),
  });
  const kms = new KMS(options);
  const { KeyMetadata } = await kms.describeKey({ KeyId: names.keyAlias });
  await kms.disableKeyRotation({ KeyId: KeyMetadata!.KeyId });
  await new CloudWatch(options).disableAlarmActions({ AlarmNames: [names.rootAccountUsage] });
}

const pack = join(__dirname, "..", "..", "policypacks", "tier-guardrails");

const previewWithPack = (local: TestEnvironment) =>
  // A shell says by PWD where it is.
  local.pulumi(["preview", "--stack", STACK, "--policy-pack", pack], { env: { PWD: local.projectDir } });

describeWithEngine("an ML product in Pulumi", function () {
  this.timeout(300_000);

  it("is chosen by the stack's config, and previewed as the resources that can be compared", () =>
    withProduct(
      () => undefined,
      async (local) => {
        const { exitCode, stdout, stderr } = await local.pulumi(["preview", "--stack", STACK]);
        assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
        assert.match(stdout, /tierguard:ml:MlProduct ml create/);
        assert.match(stdout, /aws-native:cloudformation:Stack ml-stack create/);
        assert.match(stdout, /tierguard:iam:Role ml-RoleModelBuild create/);
        assert.match(stdout, /tierguard:ssm:Parameter ml-ParameterModelBuildPipelineArn create/);
        assert.doesNotMatch(stdout, /SecurityStack/);
      },
    ));

  it("keeps every guardrail of the policy pack", () =>
    withProduct(
      () => undefined,
      async (local) => {
        const { exitCode, stdout, stderr } = await previewWithPack(local);
        assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
        assert.match(stdout, /✅ tier-guardrails@/);
        assert.doesNotMatch(stdout, /\[advisory\]|warning/);
      },
    ));

  it("of the enterprise tier keeps them too, changes nothing the second time, and has what was changed put back", () =>
    withProduct(
      () => undefined,
      async (local) => {
        const run = async (expected: number, ...args: string[]) => {
          const { exitCode, stdout, stderr } = await local.pulumi([...args, "--stack", STACK]);
          assert.equal(exitCode, expected, `${args.join(" ")}\n${stdout}\n${stderr}`);
          return stdout + stderr;
        };
        const judged = await previewWithPack(local);
        assert.equal(judged.exitCode, 0, `${judged.stdout}\n${judged.stderr}`);
        assert.doesNotMatch(judged.stdout, /\[advisory\]|warning/);
        await run(0, "up", "--yes", "--skip-preview");
        await run(0, "preview", "--expect-no-changes");
        const noDrift = ["refresh", "--preview-only", "--expect-no-changes", "--diff"];
        await run(0, ...noDrift);
        await changeByHand(local.endpoint);
        const told = await run(7, ...noDrift);
        const changes = told.split(/\n +[~+-] +(?=tierguard:)/);
        for (const [type, property] of [
          ["tierguard:iam:Role:", "by-hand"],
          ["tierguard:kms:Key:", "EnableKeyRotation"],
          ["tierguard:cloudwatch:Alarm:", "ActionsEnabled"],
        ] as const) {
          const about = changes.filter((change) => change.startsWith(type));
          assert.ok(about.length === 1 && about[0]!.includes(property), `${type} ${property}\n${told}`);
        }
        await run(0, "up", "--refresh", "--yes", "--skip-preview");
        await run(0, ...noDrift);
      },
      ENTERPRISE,
    ));

  it("is refused where its roles reach into another's bucket, with the place in its config, unless that is exempted", () =>
    withProduct(
      (config) => Object.assign(config.ml_product, { source_control: "s3", s3_prefix: "shared-bucket/code" }),
      async (local) => {
        const { exitCode, stdout, stderr } = await previewWithPack(local);
        const output = `${stdout}\n${stderr}`;
        assert.notEqual(exitCode, 0, output);
        assert.match(output, /\[mandatory\] {2}scoped-names/);
        assert.match(
          output,
          /shared-bucket is not within the names of techcorp-prod-a001-us-west-2-customer-churn-ml/,
        );
        assert.match(output, /written +Pulumi\.churn\.yaml:\d+:\d+: tierguard:ml_product\.s3_prefix/);
        const file = join(local.projectDir, `Pulumi.${STACK}.yaml`);
        const { config } = parse(readFileSync(file, "utf8")) as { config: Record<string, unknown> };
        const exempted = { rule: "outside-tenant", policy: "source", expires: "9999-12-31" };
        config["tierguard:exemptions"] = ["build_pipeline", "deploy_pipeline"].map((principal) => ({
          ...exempted,
          principal,
          reason: "the company has one bucket for code",
        }));
        writeFileSync(file, JSON.stringify({ config }));
        const passed = await previewWithPack(local);
        assert.equal(passed.exitCode, 0, `${passed.stdout}\n${passed.stderr}`);
      },
    ));

  it("is refused with what is wrong in its config, and its place", () =>
    withProduct(
      ({ ml_product: product }) => {
        product.log_retention_days = 30;
      },
      async (local) => {
        const { exitCode, stdout, stderr } = await local.pulumi(["preview", "--stack", STACK]);
        const output = `${stdout}\n${stderr}`;
        assert.notEqual(exitCode, 0, output);
        assert.match(output, /log_retention_days/);
        assert.doesNotMatch(output, /at .*\.ts:\d+/);
      },
    ));
});
