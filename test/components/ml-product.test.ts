import assert from "node:assert/strict";
import { RunError } from "@pulumi/pulumi";
import { MlProduct } from "../../components/ml-product";
import type { MlConfig } from "../../core/ml/config/schema";
import { ENTERPRISE, mlConfig, STARTER } from "../core/ml/ml-configs";
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

  it("watches roles, policies and parameters, but nothing of which AWS makes a value", async () => {
    const config = mlConfig(ENTERPRISE, (changed) => (changed.deployment = WITH_BUCKET));
    const { registrations } = await deploy(config);
    const watched = registrations.filter(({ type }) => /^tierguard:(?!ml:|index:)/.test(type));
    const types = new Set(watched.map(({ type }) => type));
    assert.deepEqual([...types].sort(), [
      "tierguard:iam:ManagedPolicy",
      "tierguard:iam:Role",
      "tierguard:ssm:Parameter",
    ]);
    const names = watched.map(({ name }) => name);
    assert.ok(names.includes("ml-RoleModelBuild"));
    assert.ok(names.includes("ml-PermissionBoundary"));
    assert.ok(names.includes("ml-ParameterArtifactsBucketArn"));
    assert.ok(!names.includes("ml-ParameterKmsKeyArn"));
    assert.ok(!names.includes("ml-ParameterVpcEndpointIdSts"));
    const open = JSON.stringify(watched.map(({ inputs }) => inputs.properties)).match(
      /\$\{(?!AWS::StackId)[A-Z]\w+/g,
    );
    assert.equal(open, null);
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
