import { CodeBuild, type CreateProjectInput, type ProjectEnvironment } from "@aws-sdk/client-codebuild";
import assert from "node:assert/strict";
import { ACCOUNT, policy, refusal, REGION, TestServer } from "./embedded-server";

const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const arn = (name: string) => `arn:aws:codebuild:${REGION}:${ACCOUNT}:project/${name}`;
const ENVIRONMENT: ProjectEnvironment = {
  type: "LINUX_CONTAINER",
  image: "aws/codebuild/amazonlinux-x86_64-standard:5.0",
  computeType: "BUILD_GENERAL1_SMALL",
};

const project = (name: string, more: Partial<CreateProjectInput> = {}): CreateProjectInput => ({
  name,
  source: { type: "CODEPIPELINE", buildspec: "buildspec.yml" },
  artifacts: { type: "CODEPIPELINE" },
  environment: ENVIRONMENT,
  serviceRole: role("builder"),
  ...more,
});

describe("embedded CodeBuild", () => {
  let server: TestServer;
  let codebuild: CodeBuild;

  before(async () => {
    server = await TestServer.start();
    codebuild = server.client(CodeBuild);
    const trust = (Service: string, Condition?: Record<string, unknown>) =>
      policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service }, Condition });
    for (const [RoleName, AssumeRolePolicyDocument] of Object.entries({
      builder: trust("codebuild.amazonaws.com"),
      "builder-of-there": trust("codebuild.amazonaws.com", {
        ArnEquals: { "aws:SourceArn": arn("there") },
        StringEquals: { "aws:SourceAccount": ACCOUNT },
      }),
      lambda: trust("lambda.amazonaws.com"),
    })) {
      await server.clients().iam.createRole({ RoleName, AssumeRolePolicyDocument });
    }
    await codebuild.createProject(project("there", { serviceRole: role("builder-of-there") }));
  });
  after(() => server.stop());

  it("keeps projects, with what CodeBuild fills up, over a restart", async () => {
    await codebuild.createProject(
      project("kept", {
        description: "d",
        environment: { ...ENVIRONMENT, environmentVariables: [{ name: "A", value: "1" }] },
        tags: [{ key: "a", value: "1" }],
      }),
    );
    await server.restart();
    codebuild = server.client(CodeBuild);
    const { projects, projectsNotFound } = await codebuild.batchGetProjects({ names: ["kept", "none"] });
    assert.deepEqual(projectsNotFound, ["none"]);
    const { created, lastModified, ...found } = projects![0]!;
    assert.ok(created instanceof Date && lastModified instanceof Date);
    assert.deepEqual(found, {
      name: "kept",
      arn: arn("kept"),
      description: "d",
      source: { type: "CODEPIPELINE", buildspec: "buildspec.yml", insecureSsl: false },
      artifacts: { type: "CODEPIPELINE", name: "kept", packaging: "NONE", encryptionDisabled: false },
      cache: { type: "NO_CACHE" },
      environment: {
        ...ENVIRONMENT,
        environmentVariables: [{ name: "A", value: "1", type: "PLAINTEXT" }],
        privilegedMode: false,
        imagePullCredentialsType: "CODEBUILD",
      },
      serviceRole: role("builder"),
      timeoutInMinutes: 60,
      queuedTimeoutInMinutes: 480,
      encryptionKey: `arn:aws:kms:${REGION}:${ACCOUNT}:alias/aws/s3`,
      tags: [{ key: "a", value: "1" }],
      badge: { badgeEnabled: false },
      projectVisibility: "PRIVATE",
      autoRetryLimit: 0,
    });
    assert.equal((await codebuild.batchGetProjects({ names: [arn("kept")] })).projects!.length, 1);
  });

  it("changes what an update gives, and leaves the rest", async () => {
    await codebuild.createProject(project("changed", { description: "d", tags: [{ key: "a", value: "1" }] }));
    const { project: changed } = await codebuild.updateProject({ name: "changed", timeoutInMinutes: 10 });
    assert.deepEqual(
      [changed!.timeoutInMinutes, changed!.description, changed!.tags],
      [10, "d", [{ key: "a", value: "1" }]],
    );
    const { project: bare } = await codebuild.updateProject({ name: "changed", tags: [], description: "" });
    assert.deepEqual([bare!.tags, bare!.description, bare!.timeoutInMinutes], [[], "", 10]);
  });

  it("lists projects in both orders, and deletes them", async () => {
    for (const name of ["list-b", "list-a"]) await codebuild.createProject(project(name));
    const listed = async (sortOrder?: "DESCENDING") =>
      (await codebuild.listProjects({ sortOrder })).projects!.filter((name) => name.startsWith("list-"));
    assert.deepEqual(await listed(), ["list-a", "list-b"]);
    assert.deepEqual(await listed("DESCENDING"), ["list-b", "list-a"]);
    await codebuild.deleteProject({ name: "list-a" });
    await codebuild.deleteProject({ name: "list-a" });
    assert.deepEqual(await listed(), ["list-b"]);
  });

  const make = (more: Partial<CreateProjectInput>) => (c: CodeBuild) => c.createProject(project("new", more));
  const variables = (...names: string[]) =>
    make({
      environment: { ...ENVIRONMENT, environmentVariables: names.map((name) => ({ name, value: "x" })) },
    });
  const cases: [string, (codebuild: CodeBuild) => Promise<unknown>, string, RegExp?][] = [
    ["a project that is there", make({ name: "there" }), "ResourceAlreadyExistsException"],
    ["a name with a dot", make({ name: "a.b" }), "InvalidInputException"],
    ["a name of one letter", make({ name: "a" }), "InvalidInputException"],
    [
      "a role that is not there",
      make({ serviceRole: role("none") }),
      "InvalidInputException",
      /sts:AssumeRole/,
    ],
    [
      "a role of another service",
      make({ serviceRole: role("lambda") }),
      "InvalidInputException",
      /sts:AssumeRole/,
    ],
    [
      "a role of another project",
      make({ serviceRole: role("builder-of-there") }),
      "InvalidInputException",
      /sts:AssumeRole/,
    ],
    [
      "artifacts that don't fit the source",
      make({ artifacts: { type: "NO_ARTIFACTS" } }),
      "InvalidInputException",
      /both be of CODEPIPELINE/,
    ],
    ["a source that is none", make({ source: { type: "CVS" as never } }), "InvalidInputException"],
    [
      "a size that is none",
      make({ environment: { ...ENVIRONMENT, computeType: "HUGE" as never } }),
      "InvalidInputException",
    ],
    ["a variable that is there twice", variables("A", "A"), "InvalidInputException", /A is there twice/],
    ["4 minutes", make({ timeoutInMinutes: 4 }), "InvalidInputException"],
    ["9 hours in the queue", make({ queuedTimeoutInMinutes: 540 }), "InvalidInputException"],
    ["a tag of AWS's own", make({ tags: [{ key: "aws:x", value: "" }] }), "InvalidInputException"],
    ["what is not embedded", make({ vpcConfig: { vpcId: "vpc-1" } }), "NotImplemented", /vpcConfig/],
    ["a project that is not there", (c) => c.updateProject({ name: "none" }), "ResourceNotFoundException"],
    ["a build, which is not embedded", (c) => c.startBuild({ projectName: "there" }), "NotImplemented"],
    ["no source", make({ source: undefined }), "ValidationException"],
  ];
  for (const [name, call, code, message = /./] of cases) {
    it(`refuses ${name}`, async () => {
      const refused = await refusal(call(codebuild));
      assert.equal(refused.code, code, refused.message);
      assert.match(refused.message, message);
    });
  }
});
