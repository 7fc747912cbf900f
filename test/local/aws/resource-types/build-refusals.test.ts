import { SageMaker } from "@aws-sdk/client-sagemaker";
import assert from "node:assert/strict";
import { ACCOUNT, parameter, REGION, StackFixture, trust } from "../cloudformation/stack-fixture";
import { roleArn, serviceRole } from "./service-role";

type Properties = Record<string, unknown>;

const project = (more: Properties = {}): Properties => ({
  Name: "builder",
  ServiceRole: roleArn("builds"),
  Artifacts: { Type: "CODEPIPELINE" },
  Source: { Type: "CODEPIPELINE" },
  Environment: { ComputeType: "BUILD_GENERAL1_SMALL", Image: "i", Type: "LINUX_CONTAINER" },
  ...more,
});

const action = (Name: string, Category: string, Provider: string, more: Properties): Properties => ({
  Name,
  ActionTypeId: { Category, Owner: "AWS", Provider, Version: "1" },
  ...more,
});

const SOURCE = action("Code", "Source", "S3", {
  Configuration: { S3Bucket: "b", S3ObjectKey: "k" },
  OutputArtifacts: [{ Name: "Code" }],
});
const BUILD = action("Build", "Build", "CodeBuild", {
  Configuration: { ProjectName: "p" },
  InputArtifacts: [{ Name: "Code" }],
});

const pipeline = (more: Properties = {}): Properties => ({
  Name: "p",
  RoleArn: roleArn("runs"),
  ArtifactStore: { Location: "b", Type: "S3" },
  Stages: [
    { Name: "Source", Actions: [SOURCE] },
    { Name: "Build", Actions: [BUILD] },
  ],
  ...more,
});

const rule = (more: Properties = {}): Properties => ({ Name: "r", EventPattern: { source: ["x"] }, ...more });

const TOPIC = `arn:aws:sns:${REGION}:${ACCOUNT}:t`;

/** What stacks fail with, and nothing of it is left. */
const cases: { name: string; type: string; properties: Properties; reason: RegExp }[] = [
  {
    name: "a project in a VPC, which is not embedded",
    type: "AWS::CodeBuild::Project",
    properties: project({ VpcConfig: { VpcId: "vpc-1" } }),
    reason: /extraneous key \[VpcConfig\] is not permitted/,
  },
  {
    name: "a project with a webhook, which is not embedded",
    type: "AWS::CodeBuild::Project",
    properties: project({ Triggers: { Webhook: true } }),
    reason: /extraneous key \[Triggers\]/,
  },
  {
    name: "a project whose role is not there",
    type: "AWS::CodeBuild::Project",
    properties: project({ ServiceRole: roleArn("none") }),
    reason: /not authorized to perform: sts:AssumeRole .*HandlerErrorCode: InvalidRequest/,
  },
  {
    name: "a project without a source",
    type: "AWS::CodeBuild::Project",
    properties: project({ Source: undefined }),
    reason: /required key \[Source\] not found/,
  },
  {
    name: "a repository with triggers, which are not embedded",
    type: "AWS::CodeCommit::Repository",
    properties: { RepositoryName: "r", Triggers: [{ Name: "t", DestinationArn: TOPIC, Events: ["all"] }] },
    reason: /extraneous key \[Triggers\]/,
  },
  {
    name: "a repository's name that is none",
    type: "AWS::CodeCommit::Repository",
    properties: { RepositoryName: "a b" },
    reason: /HandlerErrorCode: InvalidRequest/,
  },
  {
    name: "a pipeline over regions, which is not embedded",
    type: "AWS::CodePipeline::Pipeline",
    properties: pipeline({ ArtifactStores: [] }),
    reason: /extraneous key \[ArtifactStores\]/,
  },
  {
    name: "a pipeline whose role trusts another service",
    type: "AWS::CodePipeline::Pipeline",
    properties: pipeline({ RoleArn: roleArn("builds") }),
    reason: /not authorized to perform AssumeRole on role .*HandlerErrorCode: InvalidRequest/,
  },
  {
    name: "a pipeline with a condition, which is not embedded",
    type: "AWS::CodePipeline::Pipeline",
    properties: pipeline({
      Stages: [
        { Name: "Source", Actions: [SOURCE] },
        { Name: "Build", Actions: [BUILD], OnFailure: { Result: "ROLLBACK" } },
      ],
    }),
    reason: /does not have onFailure here/,
  },
  {
    name: "a rule of another event bus",
    type: "AWS::Events::Rule",
    properties: rule({ EventBusName: "mine" }),
    reason: /Event bus mine does not exist.*HandlerErrorCode: NotFound/,
  },
  {
    name: "a rule with a target that is not embedded, which takes the rule away again",
    type: "AWS::Events::Rule",
    properties: rule({ Targets: [{ Id: "q", Arn: TOPIC, SqsParameters: { MessageGroupId: "x" } }] }),
    reason: /does not have SqsParameters here/,
  },
  {
    name: "a rule without pattern and schedule",
    type: "AWS::Events::Rule",
    properties: rule({ EventPattern: undefined }),
    reason: /EventPattern or ScheduleExpression must be specified.*HandlerErrorCode: InvalidRequest/,
  },
  {
    name: "a group with a policy, which is not embedded",
    type: "AWS::SageMaker::ModelPackageGroup",
    properties: { ModelPackageGroupName: "g", ModelPackageGroupPolicy: {} },
    reason: /extraneous key \[ModelPackageGroupPolicy\]/,
  },
];

describe("stacks of the build services", () => {
  const fixture = new StackFixture();
  before(async () => {
    await fixture.start();
    await serviceRole(fixture, "builds", "codebuild.amazonaws.com");
    await serviceRole(fixture, "runs", "codepipeline.amazonaws.com");
  });
  afterEach(async () => {
    for (const name of ["failing", "second", "first", "own", "kept"]) {
      if (await fixture.describe(name).catch(() => undefined)) await fixture.delete(name);
    }
  });
  after(() => fixture.stop());

  async function reasonOf(stack: string, logicalId: string): Promise<string> {
    const events = await fixture.events(stack);
    const failed = events.filter((event) => event.LogicalResourceId === logicalId);
    return (
      failed.find(({ ResourceStatus }) => ResourceStatus!.endsWith("_FAILED"))?.ResourceStatusReason ?? ""
    );
  }

  for (const { name, type, properties, reason } of cases) {
    it(`fail with ${name}`, async () => {
      const stack = await fixture.create("failing", {
        Resources: { R: { Type: type, Properties: properties } },
      });
      assert.equal(stack.StackStatus, "ROLLBACK_COMPLETE");
      assert.match(await reasonOf("failing", "R"), reason);
    });
  }

  for (const [type, properties] of [
    ["AWS::CodeBuild::Project", project()],
    ["AWS::CodeCommit::Repository", { RepositoryName: "r" }],
    ["AWS::CodePipeline::Pipeline", pipeline()],
    ["AWS::Events::Rule", rule()],
    ["AWS::SageMaker::ModelPackageGroup", { ModelPackageGroupName: "g" }],
  ] as const) {
    it(`do not take over what is there: ${type}`, async () => {
      const template = { Resources: { R: { Type: type, Properties: properties } } };
      assert.equal((await fixture.create("first", template)).StackStatus, "CREATE_COMPLETE");
      assert.equal((await fixture.create("second", template)).StackStatus, "ROLLBACK_COMPLETE");
      assert.match(await reasonOf("second", "R"), /already exists.*HandlerErrorCode: AlreadyExists/);
      await fixture.delete("second");
      const updated = await fixture.update("first", {
        Resources: { ...template.Resources, P: parameter("/p") },
      });
      assert.equal(updated.StackStatus, "UPDATE_COMPLETE");
      assert.equal((await fixture.delete("first")).StackStatus, "DELETE_COMPLETE");
    });
  }

  it("take roles that the same stack makes, on behalf of its resource alone", async () => {
    const AssumeRolePolicyDocument = {
      Version: "2012-10-17",
      Statement: [
        {
          ...(trust("codebuild.amazonaws.com").Statement as object[])[0],
          Condition: {
            ArnEquals: { "aws:SourceArn": { "Fn::Sub": "arn:aws:codebuild:*:*:project/builder" } },
          },
        },
      ],
    };
    const Role = { Type: "AWS::IAM::Role", Properties: { RoleName: "own", AssumeRolePolicyDocument } };
    const ServiceRole = { "Fn::GetAtt": ["Role", "Arn"] };
    const template = (Name: string) => ({
      Resources: {
        Role,
        Project: { Type: "AWS::CodeBuild::Project", Properties: project({ Name, ServiceRole }) },
      },
    });
    assert.equal((await fixture.create("own", template("builder"))).StackStatus, "CREATE_COMPLETE");
    assert.equal((await fixture.update("own", template("other"))).StackStatus, "UPDATE_ROLLBACK_COMPLETE");
    assert.match(await reasonOf("own", "Project"), /sts:AssumeRole/);
    assert.equal((await fixture.delete("own")).StackStatus, "DELETE_COMPLETE");
  });

  it("do not delete a group of model packages while it has versions", async () => {
    const Properties = { ModelPackageGroupName: "kept" };
    await fixture.create("kept", {
      Resources: { R: { Type: "AWS::SageMaker::ModelPackageGroup", Properties } },
    });
    const sagemaker = fixture.client(SageMaker);
    const { ModelPackageArn } = await sagemaker.createModelPackage({
      ...Properties,
      InferenceSpecification: { Containers: [{ Image: "i" }] },
    });
    assert.equal((await fixture.delete("kept")).StackStatus, "DELETE_FAILED");
    assert.match(await reasonOf("kept", "R"), /contains model packages.*HandlerErrorCode: ResourceConflict/);
    await sagemaker.deleteModelPackage({ ModelPackageName: ModelPackageArn });
    assert.equal((await fixture.delete("kept")).StackStatus, "DELETE_COMPLETE");
  });
});
