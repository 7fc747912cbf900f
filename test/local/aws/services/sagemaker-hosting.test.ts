import {
  type ContainerDefinition,
  type CreateModelInput,
  type ProductionVariant,
  SageMaker,
  waitUntilEndpointInService,
} from "@aws-sdk/client-sagemaker";
import assert from "node:assert/strict";
import { endpointState, SETTLING_MS } from "../../../../local/aws/services/sagemaker/hosting-records";
import { ACCOUNT, policy, refusal, REGION, TestServer } from "./embedded-server";

const ARN = `arn:aws:sagemaker:${REGION}:${ACCOUNT}`;
const DATA = "s3://models/1/model.tar.gz";
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const CONTAINER: ContainerDefinition = { Image: "image", ModelDataUrl: DATA };

describe("embedded hosting of models", () => {
  let server: TestServer;
  let sagemaker: SageMaker;
  let version: string;

  before(async () => {
    server = await TestServer.start();
    sagemaker = server.client(SageMaker);
    const { iam, s3 } = server.clients();
    const trust = (Service: string) =>
      policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service } });
    const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::models/*" };
    for (const [RoleName, service, document] of [
      ["execution", "sagemaker.amazonaws.com", policy(read)],
      ["blind", "sagemaker.amazonaws.com", undefined],
      ["builder", "codebuild.amazonaws.com", policy(read)],
    ] as const) {
      await iam.createRole({ RoleName, AssumeRolePolicyDocument: trust(service) });
      if (document !== undefined) {
        await iam.putRolePolicy({ RoleName, PolicyName: "read", PolicyDocument: document });
      }
    }
    await s3.createBucket({
      Bucket: "models",
      CreateBucketConfiguration: { LocationConstraint: REGION },
    });
    await s3.putObject({ Bucket: "models", Key: "1/model.tar.gz", Body: "x" });
    await sagemaker.createModelPackageGroup({ ModelPackageGroupName: "churn" });
    const registered = await sagemaker.createModelPackage({
      ModelPackageGroupName: "churn",
      InferenceSpecification: { Containers: [CONTAINER] },
    });
    version = registered.ModelPackageArn!;
    await makeModel("there");
    await sagemaker.createEndpointConfig({
      EndpointConfigName: "there",
      ProductionVariants: [variant("there")],
    });
    await sagemaker.createEndpoint({ EndpointName: "there", EndpointConfigName: "there" });
  });
  after(() => server.stop());

  function makeModel(ModelName: string, more: Partial<CreateModelInput> = {}) {
    return sagemaker.createModel({
      ModelName,
      ExecutionRoleArn: role("execution"),
      PrimaryContainer: { ModelPackageName: version },
      ...more,
    });
  }

  function variant(ModelName: string, more: Partial<ProductionVariant> = {}): ProductionVariant {
    return { VariantName: "main", ModelName, InstanceType: "ml.m5.large", InitialInstanceCount: 1, ...more };
  }

  const inService = (EndpointName: string) =>
    waitUntilEndpointInService(
      { client: sagemaker, minDelay: 1, maxDelay: 1, maxWaitTime: 60 },
      { EndpointName },
    );

  it("takes a version of the registry to an endpoint, and another one after it, over a restart", async () => {
    const EndpointName = "Serves-Churn";
    for (const number of [1, 2]) {
      const name = `churn-v${number}`;
      await makeModel(name);
      await sagemaker.createEndpointConfig({ EndpointConfigName: name, ProductionVariants: [variant(name)] });
      const names = { EndpointName, EndpointConfigName: name };
      const { EndpointArn } =
        number === 1 ? await sagemaker.createEndpoint(names) : await sagemaker.updateEndpoint(names);
      assert.equal(EndpointArn, `${ARN}:endpoint/serves-churn`);
      await server.restart();
      sagemaker = server.client(SageMaker);
      await inService(EndpointName);
      const found = await sagemaker.describeEndpoint({ EndpointName });
      assert.equal(found.EndpointConfigName, name);
      assert.deepEqual(found.ProductionVariants, [
        {
          VariantName: "main",
          CurrentWeight: 1,
          DesiredWeight: 1,
          CurrentInstanceCount: 1,
          DesiredInstanceCount: 1,
        },
      ]);
    }
    const model = await sagemaker.describeModel({ ModelName: "churn-v1" });
    assert.deepEqual(model.PrimaryContainer, { ModelPackageName: version });
    assert.equal(model.ExecutionRoleArn, role("execution"));
    const config = await sagemaker.describeEndpointConfig({ EndpointConfigName: "churn-v1" });
    assert.deepEqual(config.ProductionVariants, [{ ...variant("churn-v1"), InitialVariantWeight: 1 }]);
  });

  it("is being created or updated for a moment, and serves what it did till then", () => {
    const modified = "2026-01-01T00:00:00.000Z";
    const at = (milliseconds: number) => new Date(Date.parse(modified) + milliseconds);
    const variants = [variant("m")];
    const made = { config: "one", variants, modified };
    assert.equal(endpointState(made, at(0)).status, "Creating");
    assert.equal(endpointState(made, at(SETTLING_MS)).status, "InService");
    const updated = { config: "two", variants: [], before: { config: "one", variants }, modified };
    assert.deepEqual(endpointState(updated, at(0)), { config: "one", variants, status: "Updating" });
    assert.deepEqual(endpointState(updated, at(SETTLING_MS)), {
      config: "two",
      variants: [],
      status: "InService",
    });
  });

  it("lists and deletes", async () => {
    const EndpointConfigName = "listed";
    await makeModel("listed");
    await sagemaker.createEndpointConfig({ EndpointConfigName, ProductionVariants: [variant("listed")] });
    await sagemaker.createEndpoint({ EndpointName: "listed", EndpointConfigName });
    await inService("listed");
    const input = { NameContains: "listed" };
    assert.equal((await sagemaker.listModels(input)).Models![0]!.ModelArn, `${ARN}:model/listed`);
    assert.equal((await sagemaker.listEndpointConfigs(input)).EndpointConfigs!.length, 1);
    const { Endpoints } = await sagemaker.listEndpoints({ ...input, StatusEquals: "InService" });
    assert.deepEqual(
      Endpoints!.map(({ EndpointName, EndpointStatus }) => [EndpointName, EndpointStatus]),
      [["listed", "InService"]],
    );
    assert.deepEqual((await sagemaker.listEndpoints({ ...input, StatusEquals: "Failed" })).Endpoints, []);
    await sagemaker.deleteEndpoint({ EndpointName: "listed" });
    await sagemaker.deleteEndpointConfig({ EndpointConfigName });
    await sagemaker.deleteModel({ ModelName: "listed" });
    for (const [call, message] of [
      [sagemaker.describeEndpoint({ EndpointName: "listed" }), `endpoint "${ARN}:endpoint/listed"`],
      [
        sagemaker.describeEndpointConfig({ EndpointConfigName }),
        `endpoint configuration "${ARN}:endpoint-config/listed"`,
      ],
      [sagemaker.describeModel({ ModelName: "listed" }), `model "${ARN}:model/listed"`],
    ] as const) {
      const refused = await refusal(call);
      assert.deepEqual(
        [refused.code, refused.message],
        ["ValidationException", `Could not find ${message}.`],
      );
    }
  });

  it("keeps tags of models, configurations and endpoints", async () => {
    for (const kind of ["model", "endpoint-config", "endpoint"]) {
      const ResourceArn = `${ARN}:${kind}/there`;
      await sagemaker.addTags({ ResourceArn, Tags: [{ Key: "kind", Value: kind }] });
      assert.deepEqual((await sagemaker.listTags({ ResourceArn })).Tags, [{ Key: "kind", Value: kind }]);
      await sagemaker.deleteTags({ ResourceArn, TagKeys: ["kind"] });
      assert.deepEqual((await sagemaker.listTags({ ResourceArn })).Tags, []);
    }
  });

  const model = (more: Partial<CreateModelInput>) => () => makeModel("new", more);
  const config =
    (variants: ProductionVariant[], name = "new") =>
    () =>
      sagemaker.createEndpointConfig({ EndpointConfigName: name, ProductionVariants: variants });
  const container = (more: ContainerDefinition) => model({ PrimaryContainer: more });
  const cases: [string, () => Promise<unknown>, RegExp][] = [
    [
      "a model that is there",
      () => makeModel("There"),
      /^Cannot create already existing model "arn:\S+\/there"/,
    ],
    ["a role that is not there", model({ ExecutionRoleArn: role("none") }), /Could not assume role/],
    ["a role of another service", model({ ExecutionRoleArn: role("builder") }), /Could not assume role/],
    ["no role", model({ ExecutionRoleArn: undefined }), /ExecutionRoleArn must be specified/],
    [
      "a role that may not read the model",
      model({ ExecutionRoleArn: role("blind") }),
      /Could not access model data/,
    ],
    [
      "model data that is not there",
      container({ Image: "i", ModelDataUrl: "s3://models/2/model.tar.gz" }),
      /Could not access model data at s3:\/\/models\/2/,
    ],
    [
      "a version that is not there",
      container({ ModelPackageName: `${ARN}:model-package/churn/9` }),
      /model-package\/churn\/9 does not exist/,
    ],
    ["a container of nothing", container({}), /Exactly one of Image and ModelPackageName/],
    [
      "both kinds of containers",
      model({ Containers: [CONTAINER] }),
      /Exactly one of PrimaryContainer and Containers/,
    ],
    [
      "a configuration that is there",
      () =>
        sagemaker.createEndpointConfig({
          EndpointConfigName: "there",
          ProductionVariants: [variant("there")],
        }),
      /already existing endpoint configuration/,
    ],
    ["a variant of a model that is not there", config([variant("none")]), /^Could not find model "arn:/],
    ["no variants", config([]), /1 to 10 production variants/],
    ["a variant that is there twice", config([variant("there"), variant("there")]), /twice/],
    [
      "a variant that runs on nothing",
      config([{ VariantName: "main", ModelName: "there" }]),
      /Either InstanceType and InitialInstanceCount/,
    ],
    [
      "an endpoint of a configuration that is not there",
      () => sagemaker.createEndpoint({ EndpointName: "new", EndpointConfigName: "none" }),
      /^Could not find endpoint configuration "arn:/,
    ],
    [
      "an endpoint that is there",
      () => sagemaker.createEndpoint({ EndpointName: "there", EndpointConfigName: "there" }),
      /already existing endpoint "arn:/,
    ],
    [
      "an update of an endpoint that is not there",
      () => sagemaker.updateEndpoint({ EndpointName: "none", EndpointConfigName: "there" }),
      /^Could not find endpoint "arn:/,
    ],
    ["a name with a dot", () => makeModel("a.b"), /regular expression/],
  ];
  for (const [name, call, message] of cases) {
    it(`refuses ${name}`, async () => {
      const refused = await refusal(call());
      assert.equal(refused.code, "ValidationException", refused.message);
      assert.match(refused.message, message);
    });
  }
});
