import {
  type ActionDeclaration,
  CodePipeline,
  type PipelineDeclaration,
  type StageDeclaration,
} from "@aws-sdk/client-codepipeline";
import assert from "node:assert/strict";
import { ACCOUNT, policy, refusal, REGION, TestServer } from "./embedded-server";

const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const arn = (name: string) => `arn:aws:codepipeline:${REGION}:${ACCOUNT}:${name}`;

function action(name: string, id: string, more: Partial<ActionDeclaration> = {}): ActionDeclaration {
  const [category, provider, owner = "AWS"] = id.split(" ");
  return {
    name,
    actionTypeId: { category: category as "Source", owner: owner as "AWS", provider, version: "1" },
    ...more,
  };
}

const CODE = action("Code", "Source CodeCommit", {
  configuration: { RepositoryName: "r", BranchName: "main" },
  outputArtifacts: [{ name: "Code" }],
});
const BUILD = action("Build", "Build CodeBuild", {
  configuration: { ProjectName: "p" },
  inputArtifacts: [{ name: "Code" }],
});
const APPROVE = action("Approve", "Approval Manual", { configuration: { CustomData: "c" } });

const stage = (name: string, ...actions: ActionDeclaration[]): StageDeclaration => ({ name, actions });
const pipeline = (name: string, more: Partial<PipelineDeclaration> = {}): PipelineDeclaration => ({
  name,
  roleArn: role("runner"),
  artifactStore: { type: "S3", location: "artifacts" },
  stages: [stage("Source", CODE), stage("Build", BUILD)],
  ...more,
});

describe("embedded CodePipeline", () => {
  let server: TestServer;
  let codepipeline: CodePipeline;

  before(async () => {
    server = await TestServer.start();
    codepipeline = server.client(CodePipeline);
    const trust = (Service: string, Condition?: Record<string, unknown>) =>
      policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service }, Condition });
    for (const [RoleName, AssumeRolePolicyDocument] of Object.entries({
      runner: trust("codepipeline.amazonaws.com"),
      "runner-of-there": trust("codepipeline.amazonaws.com", {
        ArnEquals: { "aws:SourceArn": arn("there") },
        StringEquals: { "aws:SourceAccount": ACCOUNT },
      }),
      builder: trust("codebuild.amazonaws.com"),
    })) {
      await server.clients().iam.createRole({ RoleName, AssumeRolePolicyDocument });
    }
    await codepipeline.createPipeline({ pipeline: pipeline("there", { roleArn: role("runner-of-there") }) });
  });
  after(() => server.stop());

  it("keeps pipelines with all their versions, over a restart", async () => {
    const name = "kept";
    const created = await codepipeline.createPipeline({
      pipeline: pipeline(name),
      tags: [{ key: "a", value: "1" }],
    });
    assert.deepEqual([created.pipeline!.version, created.tags], [1, [{ key: "a", value: "1" }]]);
    const changed = pipeline(name, { stages: [stage("Source", CODE), stage("Approval", APPROVE)] });
    assert.equal((await codepipeline.updatePipeline({ pipeline: changed })).pipeline!.version, 2);
    await server.restart();
    codepipeline = server.client(CodePipeline);
    const { pipeline: found, metadata } = await codepipeline.getPipeline({ name });
    assert.deepEqual(
      [found!.version, found!.pipelineType, found!.executionMode, metadata!.pipelineArn],
      [2, "V1", "SUPERSEDED", arn(name)],
    );
    assert.deepEqual(found!.stages![0]!.actions![0], { ...CODE, runOrder: 1, inputArtifacts: [] });
    const first = await codepipeline.getPipeline({ name, version: 1 });
    assert.equal(first.pipeline!.stages![1]!.name, "Build");
    assert.equal(
      (await refusal(codepipeline.getPipeline({ name, version: 3 }))).code,
      "PipelineVersionNotFoundException",
    );
    const { pipelines } = await codepipeline.listPipelines({});
    assert.deepEqual(
      pipelines!.map((each) => [each.name, each.version]),
      [
        ["kept", 2],
        ["there", 1],
      ],
    );
    await codepipeline.deletePipeline({ name });
    await codepipeline.deletePipeline({ name });
    assert.equal((await refusal(codepipeline.getPipeline({ name }))).code, "PipelineNotFoundException");
  });

  it("says of a pipeline that never ran where it may go", async () => {
    const transition = { pipelineName: "there", stageName: "Build", transitionType: "Inbound" } as const;
    const state = async () =>
      (await codepipeline.getPipelineState({ name: "there" })).stageStates!.map((each) => [
        each.stageName,
        each.inboundTransitionState!.enabled,
        each.inboundTransitionState!.disabledReason,
        each.actionStates!.map((one) => one.actionName),
      ]);
    const open = [
      ["Source", true, undefined, ["Code"]],
      ["Build", true, undefined, ["Build"]],
    ];
    assert.deepEqual(await state(), open);
    await codepipeline.disableStageTransition({ ...transition, reason: "frozen" });
    assert.deepEqual((await state())[1], ["Build", false, "frozen", ["Build"]]);
    await codepipeline.enableStageTransition(transition);
    assert.deepEqual(await state(), open);
    const unknown = codepipeline.enableStageTransition({ ...transition, stageName: "None" });
    assert.equal((await refusal(unknown)).code, "StageNotFoundException");
  });

  it("keeps tags", async () => {
    const resourceArn = arn("there");
    await codepipeline.tagResource({
      resourceArn,
      tags: [
        { key: "a", value: "1" },
        { key: "b", value: "2" },
      ],
    });
    await codepipeline.untagResource({ resourceArn, tagKeys: ["a"] });
    assert.deepEqual((await codepipeline.listTagsForResource({ resourceArn })).tags, [
      { key: "b", value: "2" },
    ]);
  });

  const make = (more: Partial<PipelineDeclaration>) => (c: CodePipeline) =>
    c.createPipeline({ pipeline: pipeline("new", more) });
  const stages = (...given: StageDeclaration[]) => make({ stages: given });
  const build = (more: Partial<ActionDeclaration>) =>
    stages(stage("Source", CODE), stage("Build", { ...BUILD, ...more }));
  const STRUCTURE = "InvalidStructureException";
  const ACTION = "InvalidActionDeclarationException";
  const cases: [string, (codepipeline: CodePipeline) => Promise<unknown>, string, RegExp?][] = [
    [
      "a pipeline that is there",
      (c) => c.createPipeline({ pipeline: pipeline("there", { roleArn: role("runner") }) }),
      "PipelineNameInUseException",
    ],
    ["a name with a space", make({ name: "a b" }), "ValidationException"],
    [
      "a role that is not there",
      make({ roleArn: role("none") }),
      STRUCTURE,
      /is not authorized to perform AssumeRole/,
    ],
    ["a role of another service", make({ roleArn: role("builder") }), STRUCTURE, /AssumeRole/],
    ["a role of another pipeline", make({ roleArn: role("runner-of-there") }), STRUCTURE, /AssumeRole/],
    ["no artifact store", make({ artifactStore: undefined }), STRUCTURE, /artifactStore/],
    ["one stage", stages(stage("Source", CODE)), STRUCTURE, /minimum of 2 stages/],
    [
      "a stage that is there twice",
      stages(stage("A", CODE), stage("A", BUILD)),
      STRUCTURE,
      /Duplicate stage names/,
    ],
    [
      "an action that is there twice",
      stages(stage("Source", CODE), stage("Build", BUILD, BUILD)),
      STRUCTURE,
      /Duplicate action names/,
    ],
    [
      "a start without a source",
      stages(stage("A", APPROVE), stage("B", BUILD)),
      STRUCTURE,
      /only contains source actions/,
    ],
    [
      "a source later on",
      stages(stage("A", CODE), stage("B", { ...CODE, name: "C" })),
      STRUCTURE,
      /first stage/,
    ],
    ["a stage without actions", stages(stage("A", CODE), stage("B")), STRUCTURE, /no actions/],
    [
      "an artifact that nothing puts out",
      build({ inputArtifacts: [{ name: "Other" }] }),
      STRUCTURE,
      /Other of action Build is not the output/,
    ],
    ["an artifact that is there twice", build({ outputArtifacts: [{ name: "Code" }] }), STRUCTURE, /twice/],
    ["a build of nothing", build({ inputArtifacts: [] }), ACTION, /0 input artifacts/],
    [
      "a build without a project",
      build({ configuration: {} }),
      ACTION,
      /missing required configuration 'ProjectName'/,
    ],
    [
      "a configuration that there is not",
      build({ configuration: { ProjectName: "p", Colour: "red" } }),
      ACTION,
      /unknown configuration 'Colour'/,
    ],
    ["an execution mode of other pipelines", make({ executionMode: "QUEUED" }), STRUCTURE, /type V2/],
    ["variables of other pipelines", make({ variables: [{ name: "x" }] }), STRUCTURE, /type V2/],
    ["a type that is none", make({ pipelineType: "V3" as never }), "ValidationException"],
    [
      "an action type that is not embedded",
      stages(stage("Source", CODE), stage("Deploy", action("D", "Deploy ECS"))),
      "NotImplemented",
      /Deploy\/AWS\/ECS\/1/,
    ],
    [
      "an action's role, which is not embedded",
      build({ roleArn: role("runner") }),
      "NotImplemented",
      /roleArn/,
    ],
    [
      "a pipeline that is not there",
      (c) => c.updatePipeline({ pipeline: pipeline("none") }),
      "PipelineNotFoundException",
    ],
    [
      "tags of what is no pipeline",
      (c) => c.listTagsForResource({ resourceArn: "arn:x" }),
      "InvalidArnException",
    ],
    [
      "tags of a pipeline that is not there",
      (c) => c.listTagsForResource({ resourceArn: arn("none") }),
      "ResourceNotFoundException",
    ],
    [
      "an execution, which is not embedded",
      (c) => c.startPipelineExecution({ name: "there" }),
      "NotImplemented",
    ],
    ["a token of somebody else", (c) => c.listPipelines({ nextToken: "x" }), "InvalidNextTokenException"],
  ];
  for (const [name, call, code, message = /./] of cases) {
    it(`refuses ${name}`, async () => {
      const refused = await refusal(call(codepipeline));
      assert.equal(refused.code, code, refused.message);
      assert.match(refused.message, message);
    });
  }
});
