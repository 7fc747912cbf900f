import assert from "node:assert/strict";
import { CodeCommit } from "@aws-sdk/client-codecommit";
import { SageMaker } from "@aws-sdk/client-sagemaker";
import { mlName, mlNames, mlRoleName } from "../../core/naming/ml-names";
import { filesIn } from "../cli/run-cli";
import { mlConfig, STARTER } from "../core/ml/ml-configs";
import { describeWithEngine } from "../with-engine";
import { readAccount } from "./account";
import { type CommandLine, commandLine, type Ending, writes } from "./command-line";
import { worldClients } from "./ml-world";

const config = mlConfig(STARTER);
const { region } = config.environment;
const name = mlName(config);
const names = mlNames(config);
const role = `arn:aws:iam::${config.client.account_id}:role/${mlRoleName(config, "sagemaker-execution")}`;

interface Answer {
  ok: boolean;
  result: {
    outcome: string;
    testSuffix?: string;
    warnings: string[];
    missingFlags?: string[];
    held?: Record<string, string[]>;
    content?: string[];
    obstacles?: { kind: string; on: string; what: string }[];
    remains?: { ours: { kind: string; identifier: string; removeWith?: string }[] };
    outputs: { outputs?: Record<string, string> };
    removeWith: string[];
    report?: string;
  };
}

const answer = ({ stdout }: Ending) => (JSON.parse(stdout) as Answer).result;

function services(endpoint: string) {
  const options = { endpoint, region, credentials: { accessKeyId: "test", secretAccessKey: "test" } };
  return { codeCommit: new CodeCommit(options), sageMaker: new SageMaker(options) };
}

/** What people and pipelines put into a product: code, versions of an artifact, a model, an endpoint. */
async function fill(endpoint: string): Promise<void> {
  const { s3 } = worldClients(endpoint, region);
  const Bucket = names.artifactsBucket;
  for (const Body of ["first", "second"]) await s3.putObject({ Bucket, Key: "models/model.tar.gz", Body });
  await s3.deleteObject({ Bucket, Key: "models/model.tar.gz" });
  await s3.putObject({ Bucket, Key: "models/other.tar.gz", Body: "other" });
  const { codeCommit, sageMaker } = services(endpoint);
  await codeCommit.putFile({
    repositoryName: names.modelBuildRepository,
    branchName: "main",
    fileContent: Buffer.from("version: 0.2\n"),
    filePath: "buildspec.yml",
  });
  const Image = `${config.client.account_id}.dkr.ecr.${region}.amazonaws.com/churn:1`;
  const ModelDataUrl = `s3://${Bucket}/models/other.tar.gz`;
  await sageMaker.createModelPackage({
    ModelPackageGroupName: names.modelPackageGroup,
    ModelApprovalStatus: "Approved",
    InferenceSpecification: {
      Containers: [{ Image, ModelDataUrl }],
      SupportedContentTypes: ["text/csv"],
      SupportedResponseMIMETypes: ["text/csv"],
    },
  });
  const model = `${names.runtimePrefix}-v1`;
  await sageMaker.createModel({
    ModelName: model,
    ExecutionRoleArn: role,
    PrimaryContainer: { Image, ModelDataUrl },
  });
  await sageMaker.createEndpointConfig({
    EndpointConfigName: model,
    ProductionVariants: [
      { VariantName: "all", ModelName: model, InstanceType: "ml.m5.large", InitialInstanceCount: 1 },
    ],
  });
  await sageMaker.createEndpoint({ EndpointName: names.endpoint, EndpointConfigName: model });
}

describeWithEngine("the actions of an ML product", function () {
  this.timeout(300_000);
  let cli: CommandLine;
  let file: string;
  before(async () => {
    cli = await commandLine();
    file = cli.config(STARTER);
  });
  after(() => cli?.close());
  const run = (action: string, ...more: string[]) => cli.run(action, "--config", file, ...more);

  it("deploy-product says without --force what it would do, exits with 3, and writes nothing", async () => {
    await cli.forgetCalls();
    const refused = await run("deploy-product");
    assert.equal(refused.exitCode, 3, refused.stderr);
    assert.match(refused.stdout, /Nothing was written: add --force to deploy/);
    assert.match(refused.stdout, /\+ tierguard:codepipeline:Pipeline ml-ModelBuildPipeline/);
    assert.deepEqual(writes(await cli.calls()), []);
    assert.equal(cli.state(name), undefined);
  });

  it("deploy-product makes it, publishes it, and reports on it", async () => {
    const done = await run("deploy-product", "--force", "--json", "--output", "out");
    assert.equal(done.exitCode, 0, done.stderr);
    const { outcome, warnings, outputs, report } = answer(done);
    assert.deepEqual([outcome, warnings], ["deployed", []]);
    const { parameters, stacks } = await readAccount(cli.endpoint, region);
    assert.deepEqual(stacks, { [`${name}-stack`]: "CREATE_COMPLETE" });
    const published = Object.fromEntries(
      Object.entries(outputs.outputs!).map(([key, value]) => [`/ml/${name}/${key}`, value]),
    );
    assert.deepEqual(parameters, published);
    assert.match(report!, new RegExp(`reports/${name}-codecommit-deployment-\\d{8}_\\d{6}\\.html$`));
  });

  it("show-changes finds no change, and then the one that the config has", async () => {
    const same = await run("show-changes", "--exit-code");
    assert.equal(same.exitCode, 0, same.stdout + same.stderr);
    assert.match(same.stdout, /no resource changes/);
    const changed = cli.config(STARTER, { "ml_product.log_retention_days": 400 });
    const shown = await cli.run("show-changes", "--config", changed, "--exit-code");
    cli.config(STARTER);
    assert.equal(shown.exitCode, 4, shown.stderr);
    assert.match(shown.stdout, /Modify ModelBuildLogGroup/);
    assert.match(shown.stdout, /RetentionInDays/);
  });

  it("deploy-product has nothing to do after that, and check-drift nothing to tell", async () => {
    const again = await run("deploy-product");
    assert.equal(again.exitCode, 0, again.stderr);
    assert.match(again.stdout, /was deployed as the config says/);
    const clean = await run("check-drift", "--exit-code");
    assert.equal(clean.exitCode, 0, clean.stdout);
    assert.match(clean.stdout, /: 0 drifted, 0 deleted, \d+ in sync, 0 not checked/);
  });

  it("test-deploy makes a copy that touches neither its resources nor its state, and removes it", async () => {
    const before = { account: await readAccount(cli.endpoint, region), state: cli.state(name) };
    const done = await run("test-deploy", "--cleanup", "--json", "--output", "copy");
    assert.equal(done.exitCode, 0, done.stderr);
    const { outcome, testSuffix, outputs, remains, removeWith } = answer(done);
    assert.equal(outcome, "deployed-and-removed");
    const copy = name.replace(/-ml$/, `-${testSuffix}-ml`);
    for (const [key, value] of Object.entries(outputs.outputs!)) {
      assert.ok(!value.includes(name), `${key} of the copy is its own: ${value}`);
    }
    assert.ok(outputs.outputs!.StackId!.includes(`:stack/${copy}-stack/`));
    assert.deepEqual(remains, { ours: [], unclaimed: [], unknown: [] });
    assert.deepEqual(removeWith, []);
    assert.deepEqual(await readAccount(cli.endpoint, region), before.account);
    assert.equal(cli.state(name), before.state);
    assert.ok(before.state !== undefined);
    const written = filesIn(`${cli.environment.projectDir}/copy`);
    assert.deepEqual(
      written.filter((path) => !/^reports\/.*\.log$/.test(path)),
      [],
    );
  });

  it("delete-product says what would be lost, and deletes nothing without the flags that it names", async () => {
    await fill(cli.endpoint);
    const before = await readAccount(cli.endpoint, region);
    await cli.forgetCalls();
    const refused = await run("delete-product", "--force", "--json");
    assert.equal(refused.exitCode, 3, refused.stderr);
    const { outcome, missingFlags, obstacles, content, held } = answer(refused);
    assert.equal(outcome, "refused");
    assert.deepEqual(missingFlags, ["--delete-model-packages", "--empty-buckets", "--unprotect"]);
    assert.deepEqual(
      obstacles!.map(({ kind, on, what }) => [kind, on, what]),
      [
        ["termination-protection", `${name}-stack`, "termination protection"],
        ["bucket-content", names.artifactsBucket, "4 versions of 2 objects"],
        ["model-packages", names.modelPackageGroup, "1 model package, 1 approved"],
      ],
    );
    assert.deepEqual(content, [`the code in the repository ${names.modelBuildRepository} (1 branch: main)`]);
    assert.deepEqual(held!["AWS::CodeCommit::Repository"]!.sort(), [
      names.modelBuildRepository,
      names.modelDeployRepository,
    ]);
    const told = await run("delete-product", "--dry-run");
    assert.equal(told.exitCode, 0, told.stderr);
    assert.match(told.stdout, /holds 4 versions of 2 objects, which are lost: --empty-buckets, or/);
    assert.match(told.stdout, /would be lost: 2 repositories/);
    assert.deepEqual(writes(await cli.calls()), []);
    assert.deepEqual(await readAccount(cli.endpoint, region), before);
  });

  it("delete-product deletes all of it, and lists what its pipelines have deployed", async () => {
    const flags = ["--force", "--unprotect", "--empty-buckets", "--delete-model-packages"];
    const done = await run("delete-product", ...flags, "--json");
    assert.equal(done.exitCode, 0, done.stderr);
    const { outcome, remains } = answer(done);
    assert.equal(outcome, "deleted");
    const ours = remains!.ours.map(({ kind, identifier, removeWith }) => [kind, identifier, removeWith]);
    const which = `--region ${region}`;
    const model = `${names.runtimePrefix}-v1`;
    assert.deepEqual(ours, [
      [
        "endpoint",
        names.endpoint,
        `aws sagemaker delete-endpoint --endpoint-name ${names.endpoint} ${which}`,
      ],
      [
        "endpoint config",
        model,
        `aws sagemaker delete-endpoint-config --endpoint-config-name ${model} ${which}`,
      ],
      ["model", model, `aws sagemaker delete-model --model-name ${model} ${which}`],
    ]);
    const { stacks, parameters, roles } = await readAccount(cli.endpoint, region);
    assert.deepEqual([stacks, parameters, roles], [{}, {}, {}]);
    assert.equal(cli.state(name), undefined);
  });
});
