import assert from "node:assert/strict";
import { join } from "node:path";
import { RunError } from "@pulumi/pulumi";
import { SecurityStack } from "../../components/security-stack";
import { loadCatalogue } from "../../core/catalogue/load";
import { loadConfigFile } from "../../core/config/load-file";
import type { Config } from "../../core/config/schema";
import { finish, recordRegistrations, valueOf } from "./registrations";

const root = join(__dirname, "..", "..");
const catalogue = loadCatalogue(join(root, "policy-templates"));
const load = (stack: string): Config =>
  loadConfigFile(join(root, `Pulumi.${stack}.yaml`), {
    masterDirectory: join(root, "configs"),
    catalogue: catalogue.index,
  });
const dev = load("dev");

async function deploy(config: Config, pulumiConfig: Record<string, string> = {}) {
  const registrations = await recordRegistrations(pulumiConfig);
  const component = new SecurityStack("security", { config, catalogue });
  await valueOf(component.arns);
  await finish();
  const named = (name: string) => {
    const found = registrations.find((registration) => registration.name === name);
    assert.ok(found, `${name} is registered`);
    return found;
  };
  return { component, registrations, named };
}

const urn = (type: string, name: string) => new RegExp(`${type.replaceAll("$", "\\$")}::${name}$`);

describe("SecurityStack", () => {
  it("registers a pre-check, one stack that depends on it, and under it what the stack holds", async () => {
    const { registrations, named } = await deploy(dev);
    const component = named("security");
    assert.equal(component.type, "tierguard:security:SecurityStack");
    assert.equal(component.custom, false);

    const stacks = registrations.filter(({ type }) => type === "aws-native:cloudformation:Stack");
    assert.equal(stacks.length, 1);
    const stack = stacks[0]!;
    assert.ok(
      stack.dependencies.some((dependency) =>
        urn("tierguard:index:Preflight", "security-preflight").test(dependency),
      ),
    );

    const watched = registrations.filter(({ type }) => /^tierguard:(iam|ssm):/.test(type));
    const template = JSON.parse(stack.inputs.templateBody as string) as {
      Resources: Record<string, { Type: string }>;
    };
    assert.deepEqual(
      watched.map(({ name, type }) => [name, type]).sort(),
      Object.entries(template.Resources)
        .map(([logicalId, { Type }]) => {
          const [, service, kind] = Type.split("::");
          return [`security-${logicalId}`, `tierguard:${service!.toLowerCase()}:${kind}`];
        })
        .sort(),
    );
    for (const resource of watched) {
      assert.ok(
        resource.dependencies.some((dependency) => urn("Stack", "security-stack").test(dependency)),
        resource.name,
      );
    }
    for (const resource of registrations) {
      if (resource !== component)
        assert.match(resource.parent, urn("tierguard:security:SecurityStack", "security"));
    }
  });

  it("gives the stack its name, capability, tags and template", async () => {
    const { inputs, protect, deleteBeforeReplace } = (await deploy(dev)).named("security-stack");
    assert.equal(inputs.stackName, "edge-dev-b001-us-west-1-startup-sec-stack");
    assert.deepEqual(inputs.capabilities, ["CAPABILITY_NAMED_IAM"]);
    assert.equal(inputs.enableTerminationProtection, false);
    assert.equal(protect, false);
    assert.equal(deleteBeforeReplace, true);
    assert.equal(inputs.templateUrl, undefined);
    const tags = Object.fromEntries(
      (inputs.tags as { key: string; value: string }[]).map(({ key, value }) => [key, value]),
    );
    assert.equal(tags.ManagedBy, "tierguard");
    assert.equal(tags.Stem, "edge-dev-b001-us-west-1-startup-sec");
  });

  it("protects the stack in prod, in Pulumi and in AWS, and nothing else", async () => {
    const { registrations, named } = await deploy(load("prod"));
    assert.equal(named("security-stack").inputs.enableTerminationProtection, true);
    assert.deepEqual(
      registrations.filter(({ protect }) => protect).map(({ name }) => name),
      ["security-stack"],
    );
  });

  it("makes a provider for the config's region and account, with the rest of the stack's aws-native config", async () => {
    const { named } = await deploy(dev, {
      "aws-native:profile": "edge-dev",
      "aws-native:assumeRole": '{"roleArn":"arn:aws:iam::123456789012:role/deployer"}',
      "aws-native:endpoints": '{"cloudformation":"http://127.0.0.1:4566"}',
    });
    const { inputs, type } = named("security-aws-native");
    assert.equal(type, "pulumi:providers:aws-native");
    assert.equal(inputs.region, "us-west-1");
    assert.equal(inputs.allowedAccountIds, '["123456789012"]');
    assert.equal(inputs.profile, "edge-dev");
    assert.equal(inputs.endpoints, '{"cloudformation":"http://127.0.0.1:4566"}');
    assert.match(
      named("security-stack").provider,
      urn("pulumi:providers:aws-native", "security-aws-native::.*"),
    );
    assert.deepEqual(named("security-preflight").inputs.connection, {
      region: "us-west-1",
      profile: "edge-dev",
      assumeRole: { roleArn: "arn:aws:iam::123456789012:role/deployer" },
      endpoints: { cloudformation: "http://127.0.0.1:4566" },
    });
  });

  it("puts the template into S3 under a name that holds its hash, where the config asks for it", async () => {
    const deployment = {
      delivery: "s3" as const,
      template_bucket: "edge-templates",
      template_prefix: "security/",
    };
    const { named } = await deploy({ ...dev, deployment });
    const object = named("security-template").inputs;
    const key = object.key as string;
    assert.match(key, /^security\/edge-dev-b001-us-west-1-startup-sec-[0-9a-f]{16}\.json$/);
    assert.equal(object.bucket, "edge-templates");
    const stack = named("security-stack");
    assert.equal(stack.inputs.templateUrl, `https://edge-templates.s3.us-west-1.amazonaws.com/${key}`);
    assert.equal(stack.inputs.templateBody, undefined);
    assert.ok(stack.dependencies.some((dependency) => dependency.endsWith("::security-template")));
    assert.equal(named("security-preflight").inputs.templateBucket, "edge-templates");
  });

  it("puts out the stack's name and id and the ARN of every group, role and policy", async () => {
    const { component, registrations } = await deploy(dev);
    const arns = await valueOf(component.arns);
    assert.equal(await valueOf(component.stackName), "edge-dev-b001-us-west-1-startup-sec-stack");
    assert.match(await valueOf(component.stackId), /^arn:aws:cloudformation:/);
    assert.equal(
      arns.GroupDataScientists,
      "arn:aws:iam::123456789012:group/edge-dev-b001-group-data-scientists",
    );
    assert.deepEqual(
      Object.keys(arns).sort(),
      registrations
        .filter(({ type }) => type.startsWith("tierguard:iam:"))
        .map(({ name }) => name.replace("security-", ""))
        .sort(),
    );
  });

  const refused: { name: string; config: Config; pulumiConfig?: Record<string, string>; message: RegExp }[] =
    [
      {
        name: "S3 delivery without a bucket",
        config: { ...dev, deployment: { delivery: "s3" } },
        message: /deployment\.template_bucket: is missing: delivery is s3/,
      },
      {
        name: "credentials in the stack's config",
        config: dev,
        pulumiConfig: { "aws-native:secretKey": "hunter2" },
        message: /^aws-native:secretKey in the stack's config is not used/,
      },
    ];
  for (const { name, config, pulumiConfig, message } of refused) {
    it(`refuses before anything is registered: ${name}`, async () => {
      const registrations = await recordRegistrations(pulumiConfig);
      assert.throws(
        () => new SecurityStack("security", { config, catalogue }),
        (error: Error) => RunError.isInstance(error) && message.test(error.message),
      );
      await finish();
      assert.deepEqual(registrations, []);
    });
  }
});
