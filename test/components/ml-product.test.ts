import assert from "node:assert/strict";
import { RunError } from "@pulumi/pulumi";
import { MlProduct } from "../../components/ml-product";
import type { MlConfig } from "../../core/ml/config/schema";
import { ENTERPRISE, mlConfig, STARTER } from "../core/ml/ml-configs";
import { rendered } from "../core/ml/rendered";
import { finish, recordRegistrations, valueOf } from "./registrations";

const WITH_BUCKET = { template_bucket: "ml-templates" };

async function deploy(config: MlConfig) {
  const registrations = await recordRegistrations();
  const component = new MlProduct("ml", { config });
  await valueOf(component.parameterPath);
  await finish();
  const named = (name: string) => {
    const found = registrations.find((registration) => registration.name === name);
    assert.ok(found, `${name} is registered`);
    return found;
  };
  return { component, registrations, named };
}

describe("MlProduct", () => {
  it("registers a pre-check, and one stack that depends on it, with the product's template and tags", async () => {
    const { registrations, named } = await deploy(mlConfig(STARTER));
    assert.equal(named("ml").type, "tierguard:ml:MlProduct");
    const { inputs, dependencies, protect } = named("ml-stack");
    assert.equal(inputs.stackName, "techcorp-prod-a001-us-west-2-customer-churn-ml-stack");
    assert.deepEqual(inputs.capabilities, ["CAPABILITY_NAMED_IAM"]);
    assert.equal(inputs.enableTerminationProtection, true);
    assert.equal(protect, true);
    assert.ok(dependencies.some((dependency) => dependency.endsWith("::ml-preflight")));
    const template = JSON.parse(inputs.templateBody as string) as { Resources: object };
    assert.ok("ModelPackageGroup" in template.Resources);
    const tags = Object.fromEntries(
      (inputs.tags as { key: string; value: string }[]).map(({ key, value }) => [key, value]),
    );
    assert.equal(tags.Stem, "techcorp-prod-a001-us-west-2-customer-churn-ml");
    for (const resource of registrations.filter(({ name }) => name !== "ml")) {
      assert.match(resource.parent, /tierguard:ml:MlProduct::ml$/);
    }
  });

  it("checks beforehand that the names are free, and no boundary, which it makes itself", async () => {
    const config = mlConfig(ENTERPRISE, (changed) => (changed.deployment = WITH_BUCKET));
    const { inputs } = (await deploy(config)).named("ml-preflight");
    assert.equal(inputs.stem, config.client.company_prefix + "-prod-c001-us-west-2-demand-forecasting-ml");
    assert.equal(inputs.permissionBoundaryArn, undefined);
    assert.equal(inputs.templateBucket, "ml-templates");
    const names = inputs.names as { type: string; identifier: string }[];
    const policy = names.find(({ type }) => type === "AWS::IAM::ManagedPolicy")!;
    assert.match(policy.identifier, /:policy\/globalbank-.*-ml-boundary$/);
  });

  it("watches every resource of the template, with references in the place of what AWS will make up", async () => {
    const config = mlConfig(ENTERPRISE, (changed) => (changed.deployment = WITH_BUCKET));
    const { registrations, named } = await deploy(config);
    const { template } = rendered(ENTERPRISE);
    const watched = registrations.filter(({ type }) => /^tierguard:(?!ml:|index:)/.test(type));
    assert.deepEqual(
      watched.map(({ name }) => name).sort(),
      Object.keys(template.Resources)
        .map((logicalId) => `ml-${logicalId}`)
        .sort(),
    );
    const { inputs } = named("ml-ParameterKmsKeyArn");
    assert.equal((inputs.properties as { Value: string }).Value, "${KmsKey.Arn}");
    assert.equal(named("ml-KmsKey").inputs.identifier, "${KmsKey}");
  });

  it("looks up beforehand no names that AWS gives", async () => {
    const config = mlConfig(ENTERPRISE, (changed) => (changed.deployment = WITH_BUCKET));
    const { inputs } = (await deploy(config)).named("ml-preflight");
    const names = inputs.names as { logicalId: string; identifier: string }[];
    assert.ok(names.some(({ logicalId }) => logicalId === "ArtifactsBucket"));
    assert.doesNotMatch(JSON.stringify(names), /\$\{/);
  });

  it("puts out the stack's name and id and where its parameters lie", async () => {
    const { component } = await deploy(mlConfig(STARTER));
    assert.equal(await valueOf(component.stackName), "techcorp-prod-a001-us-west-2-customer-churn-ml-stack");
    assert.match(await valueOf(component.stackId), /^arn:aws:cloudformation:/);
    assert.equal(
      await valueOf(component.parameterPath),
      "/ml/techcorp-prod-a001-us-west-2-customer-churn-ml",
    );
  });

  it("refuses before anything is registered what can't be delivered", async () => {
    const registrations = await recordRegistrations();
    const config = mlConfig(STARTER, (changed) => (changed.deployment = { delivery: "s3" }));
    assert.throws(
      () => new MlProduct("ml", { config }),
      (error: Error) =>
        RunError.isInstance(error) && /template_bucket: is missing: delivery is s3/.test(error.message),
    );
    await finish();
    assert.deepEqual(registrations, []);
  });
});
