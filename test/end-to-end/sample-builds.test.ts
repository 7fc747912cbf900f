import assert from "node:assert/strict";
import { join } from "node:path";
import { S3 } from "@aws-sdk/client-s3";
import { SageMaker } from "@aws-sdk/client-sagemaker";
import type { MlBlueprint } from "../../core/ml/blueprint";
import type { MlConfig } from "../../core/ml/config/schema";
import { runBuild } from "../../local/codebuild/run-build";
import { captureCommand } from "../../local/run-command";
import { localCredentials } from "../../local/service-addresses";
import { ENTERPRISE, mlConfig, PROFESSIONAL, STARTER } from "../core/ml/ml-configs";
import { rendered } from "../core/ml/rendered";
import { type DeployedStack, deployStack } from "../drift/deployed-stack";
import { describeWithAwsCli } from "../with-aws-cli";
import { makeWorld } from "./ml-world";

const samples = join(__dirname, "..", "..", "configs", "ml", "samples");
const where = { accountId: "123456789012", region: "us-west-2" };

/** Puts what AWS made up into the section that names it. */
function setValues({ ml_product: product }: MlConfig, values: Record<string, unknown>): void {
  for (const [path, value] of Object.entries(values)) {
    Object.assign(product, { [path.replace("ml_product.", "")]: value });
  }
}

for (const name of [STARTER, PROFESSIONAL, ENTERPRISE]) {
  describeWithAwsCli(
    `the builds of the sample repositories, with the rights of their roles: ${name}`,
    function () {
      this.timeout(120_000);
      let deployed: DeployedStack;
      let names: MlBlueprint["names"];
      let endpoint: string;
      let sagemaker: SageMaker;
      before(async () => {
        deployed = await deployStack(where, async ({ endpoints }) => {
          endpoint = endpoints!.cloudformation!;
          const { values } = await makeWorld(endpoint, mlConfig(name));
          const { blueprint, template } = rendered(name, (config) => setValues(config, values));
          names = blueprint.names;
          return { stackName: blueprint.stackName, template };
        });
        sagemaker = new SageMaker({
          endpoint,
          region: where.region,
          credentials: localCredentials(where.accountId),
        });
      });
      after(() => deployed?.close());

      const build = async (stage: "model-build" | "model-deploy") => {
        const said: string[] = [];
        const exitCode = await runBuild({
          endpoint,
          target: where,
          project: stage === "model-build" ? names.modelBuildProject : names.modelDeployProject,
          source: join(samples, stage),
          base: process.env,
          async run(command, options) {
            const { exitCode: ended, stdout, stderr } = await captureCommand("sh", ["-c", command], options);
            said.push(stdout, stderr);
            return ended;
          },
        });
        return { exitCode, said: said.join("") };
      };
      const registered = async () => {
        const group = { ModelPackageGroupName: names.modelPackageGroup };
        return (await sagemaker.listModelPackages(group)).ModelPackageSummaryList ?? [];
      };

      it("deploy nothing where no model is approved", async () => {
        const { exitCode, said } = await build("model-deploy");
        assert.equal(exitCode, 1);
        assert.match(said, /no model of \S+ is approved/);
      });

      it("train a model, keep it in the artifacts bucket, and register it for approval", async () => {
        const { exitCode, said } = await build("model-build");
        assert.equal(exitCode, 0, said);
        const [model, ...others] = await registered();
        assert.deepEqual(others, []);
        assert.equal(model?.ModelApprovalStatus, "PendingManualApproval");
        const { InferenceSpecification } = await sagemaker.describeModelPackage({
          ModelPackageName: model.ModelPackageArn!,
        });
        const url = new URL(InferenceSpecification!.Containers![0]!.ModelDataUrl!);
        assert.equal(url.hostname, names.artifactsBucket);
        const s3 = new S3({
          endpoint,
          region: where.region,
          credentials: localCredentials(where.accountId),
          forcePathStyle: true,
        });
        const kept = await s3.headObject({ Bucket: url.hostname, Key: url.pathname.slice(1) });
        assert.ok(kept.ContentLength! > 500, String(kept.ContentLength));
        const unapproved = await build("model-deploy");
        assert.equal(unapproved.exitCode, 1, unapproved.said);
      });

      it("take the approved model to the endpoint, and do nothing the second time", async () => {
        const [{ ModelPackageArn } = {}] = await registered();
        await sagemaker.updateModelPackage({ ModelPackageArn, ModelApprovalStatus: "Approved" });
        for (const time of ["first", "second"]) {
          const { exitCode, said } = await build("model-deploy");
          assert.equal(exitCode, 0, `${time}: ${said}`);
          assert.match(said, new RegExp(`${names.endpoint} serves version 1`));
        }
        const serving = await sagemaker.describeEndpoint({ EndpointName: names.endpoint });
        assert.equal(serving.EndpointStatus, "InService");
        const { ProductionVariants } = await sagemaker.describeEndpointConfig({
          EndpointConfigName: serving.EndpointConfigName!,
        });
        const { PrimaryContainer } = await sagemaker.describeModel({
          ModelName: ProductionVariants![0]!.ModelName!,
        });
        assert.equal(PrimaryContainer?.ModelPackageName, ModelPackageArn);
      });
    },
  );
}
