import assert from "node:assert/strict";
import { CodeBuild } from "@aws-sdk/client-codebuild";
import { mlName, mlNames } from "../../core/naming/ml-names";
import { mlConfig } from "../core/ml/ml-configs";
import { describeWithEngine } from "../with-engine";
import { readAccount } from "./account";
import { type CommandLine, commandLine } from "./command-line";

const STARTER_S3 = "techcorp-prod-a001-us-west-2-customer-churn-ml-s3";
const product = mlConfig(STARTER_S3);
const { client, environment } = product;
const scope = `${client.company_prefix}-${environment.env}-${client.tenant_id}`;
const stem = `${scope}-${environment.region}-startup-sec`;
const executionRole = `arn:aws:iam::${client.account_id}:role/${scope}-role-sagemaker-execution`;
const parameter = `/security/${stem}/RoleSagemakerExecutionArn`;

describeWithEngine("a security environment and an ML product in one account", function () {
  this.timeout(300_000);
  let cli: CommandLine;
  let security: string;
  let ml: string;
  before(async () => {
    cli = await commandLine();
    security = cli.config("startup-5", {
      "client.company_prefix": client.company_prefix,
      "client.tenant_id": client.tenant_id,
      "client.account_id": client.account_id,
      "environment.env": environment.env,
      "environment.region": environment.region,
    });
    ml = cli.config(STARTER_S3, { "ml_product.security_stack": { tier: "startup" } });
  });
  after(() => cli?.close());
  const account = () => readAccount(cli.endpoint, environment.region);

  it("the product is refused before anything is written while the environment is not there", async () => {
    const refused = await cli.run("deploy-product", "--config", ml, "--force");
    assert.equal(refused.exitCode, 1, refused.stderr);
    assert.ok(refused.stderr.includes(parameter), refused.stderr);
    assert.deepEqual((await account()).stacks, {});
    assert.equal(cli.state(mlName(product)), undefined);
  });

  it("the product's jobs run with the environment's role, found through SSM", async () => {
    const first = await cli.run("deploy", "--config", security, "--force");
    assert.equal(first.exitCode, 0, first.stderr);
    const { parameters } = await account();
    assert.equal(parameters[parameter], executionRole);
    const second = await cli.run("deploy-product", "--config", ml, "--force");
    assert.equal(second.exitCode, 0, second.stderr);
    const { roles, stacks } = await account();
    assert.deepEqual(stacks, {
      [`${mlName(product)}-stack`]: "CREATE_COMPLETE",
      [`${stem}-stack`]: "CREATE_COMPLETE",
    });
    assert.ok(!Object.keys(roles).some((name) => name.startsWith(`${mlName(product)}-sagemaker`)));
    const codeBuild = new CodeBuild({
      endpoint: cli.endpoint,
      region: environment.region,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    const { projects } = await codeBuild.batchGetProjects({ names: [mlNames(product).modelDeployProject] });
    const variables = projects![0]!.environment!.environmentVariables!;
    assert.equal(variables.find(({ name }) => name === "EXECUTION_ROLE_ARN")?.value, executionRole);
  });

  it("neither drifts by the other, and neither's forecast has anything against the other", async () => {
    for (const file of [security, ml]) {
      const drift = await cli.run("check-drift", "--config", file, "--exit-code");
      assert.equal(drift.exitCode, 0, drift.stdout + drift.stderr);
    }
    const again = await cli.run("deploy", "--config", security);
    assert.equal(again.exitCode, 0, again.stderr);
    assert.match(again.stdout, /was deployed as the config says/);
  });

  it("the product is deleted and leaves the environment as it was", async () => {
    const gone = await cli.run("delete-product", "--config", ml, "--force", "--unprotect");
    assert.equal(gone.exitCode, 0, gone.stdout + gone.stderr);
    assert.deepEqual((await account()).stacks, { [`${stem}-stack`]: "CREATE_COMPLETE" });
    const drift = await cli.run("check-drift", "--config", security, "--exit-code");
    assert.equal(drift.exitCode, 0, drift.stdout);
  });
});
