import { CodePipeline, type PipelineDeclaration } from "@aws-sdk/client-codepipeline";
import { ACCOUNT, REGION, type StackFixture } from "../cloudformation/stack-fixture";
import { roleArn, serviceRole } from "./service-role";
import { typeTests } from "./type-tests";

const codepipeline = (fixture: StackFixture) => fixture.client(CodePipeline);
const arn = (name: string) => `arn:aws:codepipeline:${REGION}:${ACCOUNT}:${name}`;

const typeId = (Category: string, Provider: string) => ({ Category, Owner: "AWS", Provider, Version: "1" });

/** Stages as a template has them, and as they are read. */
function stages(options: { branch?: string; poll?: unknown; approval?: boolean; read?: boolean } = {}) {
  const { branch = "main", poll = "false", approval = true, read = false } = options;
  const artifacts = (input: string[], output: string[]) => {
    const [InputArtifacts, OutputArtifacts] = [input, output].map((names) => names.map((Name) => ({ Name })));
    if (read) return { InputArtifacts, OutputArtifacts };
    return {
      ...(input.length > 0 ? { InputArtifacts } : {}),
      ...(output.length > 0 ? { OutputArtifacts } : {}),
    };
  };
  const action = (Name: string, type: object, Configuration: object, input: string[], output: string[]) => ({
    Name,
    ActionTypeId: type,
    Configuration,
    RunOrder: 1,
    ...artifacts(input, output),
  });
  const code = { BranchName: branch, PollForSourceChanges: poll, RepositoryName: "model-deploy" };
  const approve = action("Approve", typeId("Approval", "Manual"), { CustomData: "Look at it." }, [], []);
  const deploy = action(
    "Deploy",
    typeId("Build", "CodeBuild"),
    { ProjectName: "model-deploy" },
    ["Code"],
    [],
  );
  return [
    { Name: "Source", Actions: [action("Code", typeId("Source", "CodeCommit"), code, [], ["Code"])] },
    ...(approval ? [{ Name: "Approval", Actions: [approve] }] : []),
    { Name: "Deploy", Actions: [deploy] },
  ];
}

const pipeline = (more: Record<string, unknown> = {}) => ({
  Name: "deploy",
  ArtifactStore: { Location: "artifacts", Type: "S3" },
  PipelineType: "V2",
  RestartExecutionOnUpdate: false,
  RoleArn: roleArn("runs-pipelines"),
  Stages: stages({ poll: false }),
  Tags: [{ Key: "Stem", Value: "s" }],
  ...more,
});

async function update(fixture: StackFixture, name: string, change: (pipeline: PipelineDeclaration) => void) {
  const { pipeline: found } = await codepipeline(fixture).getPipeline({ name });
  change(found!);
  await codepipeline(fixture).updatePipeline({ pipeline: found });
}

typeTests({
  type: "AWS::CodePipeline::Pipeline",
  prepare: async (fixture) => {
    for (const name of ["runs-pipelines", "runs-too"]) {
      await serviceRole(fixture, name, "codepipeline.amazonaws.com");
    }
    return {};
  },
  properties: pipeline(),
  read: {
    ...pipeline(),
    ExecutionMode: "SUPERSEDED",
    RestartExecutionOnUpdate: undefined,
    Stages: stages({ read: true }),
    Version: "1",
  },
  renewed: ["Version"],
  attributes: { Ref: "deploy", Arn: arn("deploy"), Version: "1" },
  updates: [
    {
      name: "another branch",
      properties: pipeline({ Stages: stages({ branch: "release" }) }),
      read: { Stages: stages({ branch: "release", read: true }) },
    },
    {
      name: "a stage less",
      properties: pipeline({ Stages: stages({ approval: false }) }),
      read: { Stages: stages({ approval: false, read: true }) },
    },
    {
      name: "another role and store, encrypted",
      properties: pipeline({
        RoleArn: roleArn("runs-too"),
        ArtifactStore: { Location: "other", Type: "S3", EncryptionKey: { Id: "alias/x", Type: "KMS" } },
      }),
      read: {
        RoleArn: roleArn("runs-too"),
        ArtifactStore: { Location: "other", Type: "S3", EncryptionKey: { Id: "alias/x", Type: "KMS" } },
      },
    },
    {
      name: "another type of pipeline",
      properties: pipeline({ PipelineType: "V1" }),
      read: { PipelineType: "V1" },
    },
    {
      name: "another execution mode, and variables",
      properties: pipeline({ ExecutionMode: "QUEUED", Variables: [{ Name: "x", DefaultValue: "1" }] }),
      read: { ExecutionMode: "QUEUED", Variables: [{ Name: "x", DefaultValue: "1" }] },
    },
    {
      name: "a closed transition",
      properties: pipeline({ DisableInboundStageTransitions: [{ Reason: "frozen", StageName: "Deploy" }] }),
      read: { DisableInboundStageTransitions: [{ Reason: "frozen", StageName: "Deploy" }] },
    },
    {
      name: "its tags",
      properties: pipeline({ Tags: [{ Key: "b", Value: "2" }] }),
      read: { Tags: [{ Key: "b", Value: "2" }] },
    },
    { name: "no tags", properties: pipeline({ Tags: undefined }), read: { Tags: undefined } },
    {
      name: "another name",
      properties: pipeline({ Name: "other" }),
      read: { Name: "other" },
      replaced: true,
    },
  ],
  drifts: [
    {
      name: "another branch",
      plant: (fixture, name) =>
        update(fixture, name, (found) => {
          found.stages![0]!.actions![0]!.configuration!.BranchName = "by-hand";
        }),
      found: ["/Stages/0/Actions/0/Configuration/BranchName NOT_EQUAL"],
    },
    {
      name: "a lost approval",
      plant: (fixture, name) => update(fixture, name, (found) => found.stages!.splice(1, 1)),
      found: [
        "/Stages/1/Name NOT_EQUAL",
        "/Stages/1/Actions/0/Name NOT_EQUAL",
        "/Stages/1/Actions/0/ActionTypeId/Category NOT_EQUAL",
        "/Stages/1/Actions/0/ActionTypeId/Provider NOT_EQUAL",
        "/Stages/1/Actions/0/Configuration/CustomData REMOVE",
        "/Stages/1/Actions/0/Configuration/ProjectName ADD",
        "/Stages/2 REMOVE",
      ],
    },
    {
      name: "another role",
      plant: (fixture, name) => update(fixture, name, (found) => (found.roleArn = roleArn("runs-too"))),
      found: ["/RoleArn NOT_EQUAL"],
    },
    {
      name: "a changed tag",
      plant: (fixture, name) =>
        codepipeline(fixture).tagResource({ resourceArn: arn(name), tags: [{ key: "Stem", value: "t" }] }),
      found: ["/Tags/0/Value NOT_EQUAL"],
    },
    {
      name: "its deletion",
      plant: (fixture, name) => codepipeline(fixture).deletePipeline({ name }),
      found: "DELETED",
    },
  ],
  patch: {
    operations: [
      { op: "replace", path: "/Stages/0/Actions/0/Configuration/BranchName", value: "release" },
      { op: "remove", path: "/Tags" },
    ],
    read: { Stages: stages({ branch: "release", read: true }), Tags: undefined, Version: "2" },
  },
});
