import { type EscalationPath, pathfinding, RHINO } from "./path";

const CLOUDSPLAINING = "https://github.com/salesforce/cloudsplaining/pull/584";
const PASSING = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html";
const RUN_TASK = ["ecs:RunTask", "ecs:StartTask", "ecs:CreateService", "ecs:UpdateService"];

function pass(id: string, service: string, actions: (string | string[])[], source: string): EscalationPath {
  return {
    id: `pass-role-${id}`,
    effect: "pass",
    service: `${service}.amazonaws.com`,
    actions: actions.map((one) => [one].flat()),
    source,
  };
}

const machineLearning: readonly EscalationPath[] = [
  pass("sagemaker-notebook", "sagemaker", ["sagemaker:CreateNotebookInstance"], pathfinding("sagemaker-001")),
  pass("sagemaker-training", "sagemaker", ["sagemaker:CreateTrainingJob"], pathfinding("sagemaker-002")),
  pass("sagemaker-processing", "sagemaker", ["sagemaker:CreateProcessingJob"], pathfinding("sagemaker-003")),
  pass("sagemaker-tuning", "sagemaker", ["sagemaker:CreateHyperParameterTuningJob"], CLOUDSPLAINING),
  pass(
    "sagemaker-auto-ml",
    "sagemaker",
    [["sagemaker:CreateAutoMLJob", "sagemaker:CreateAutoMLJobV2"]],
    CLOUDSPLAINING,
  ),
  pass("sagemaker-model", "sagemaker", ["sagemaker:CreateModel"], CLOUDSPLAINING),
  pass(
    "sagemaker-pipeline",
    "sagemaker",
    [["sagemaker:CreatePipeline", "sagemaker:UpdatePipeline"]],
    CLOUDSPLAINING,
  ),
  pass(
    "sagemaker-domain",
    "sagemaker",
    [
      [
        "sagemaker:CreateDomain",
        "sagemaker:CreateUserProfile",
        "sagemaker:UpdateUserProfile",
        "sagemaker:UpdateDomain",
      ],
    ],
    CLOUDSPLAINING,
  ),
  pass("sagemaker-cluster", "sagemaker", ["sagemaker:CreateCluster"], CLOUDSPLAINING),
  pass("bedrock-agent", "bedrock", [["bedrock:CreateAgent", "bedrock:UpdateAgent"]], CLOUDSPLAINING),
  pass("bedrock-flow", "bedrock", [["bedrock:CreateFlow", "bedrock:UpdateFlow"]], CLOUDSPLAINING),
  pass(
    "bedrock-code-interpreter",
    "bedrock-agentcore",
    ["bedrock-agentcore:CreateCodeInterpreter"],
    pathfinding("bedrock-001"),
  ),
  pass(
    "bedrock-agent-runtime",
    "bedrock-agentcore",
    [["bedrock-agentcore:CreateAgentRuntime", "bedrock-agentcore:UpdateAgentRuntime"]],
    pathfinding("bedrock-003"),
  ),
  pass("braket-job", "braket", ["braket:CreateJob"], PASSING),
  pass("omics-run", "omics", ["omics:StartRun"], PASSING),
];

const delivery: readonly EscalationPath[] = [
  pass(
    "cloudformation-create",
    "cloudformation",
    ["cloudformation:CreateStack"],
    pathfinding("cloudformation-001"),
  ),
  pass(
    "cloudformation-update",
    "cloudformation",
    ["cloudformation:UpdateStack"],
    pathfinding("cloudformation-001"),
  ),
  pass(
    "cloudformation-change-set",
    "cloudformation",
    ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"],
    pathfinding("cloudformation-005"),
  ),
  pass(
    "cloudformation-stack-set",
    "cloudformation",
    [["cloudformation:CreateStackSet", "cloudformation:UpdateStackSet"]],
    pathfinding("cloudformation-003"),
  ),
  pass(
    "codebuild",
    "codebuild",
    [["codebuild:CreateProject", "codebuild:UpdateProject"]],
    pathfinding("codebuild-001"),
  ),
  pass(
    "codepipeline",
    "codepipeline",
    [["codepipeline:CreatePipeline", "codepipeline:UpdatePipeline"]],
    PASSING,
  ),
  pass(
    "codedeploy",
    "codedeploy",
    [["codedeploy:CreateDeploymentGroup", "codedeploy:UpdateDeploymentGroup"]],
    PASSING,
  ),
  pass("image-builder", "ec2", ["imagebuilder:CreateInfrastructureConfiguration"], PASSING),
];

const compute: readonly EscalationPath[] = [
  pass("lambda-create", "lambda", ["lambda:CreateFunction"], pathfinding("lambda-001")),
  pass("lambda-configure", "lambda", ["lambda:UpdateFunctionConfiguration"], RHINO),
  pass("ec2-instance", "ec2", ["ec2:RunInstances"], pathfinding("ec2-001")),
  pass("ec2-spot", "ec2", [["ec2:RequestSpotInstances", "ec2:RequestSpotFleet"]], pathfinding("ec2-003")),
  pass(
    "ec2-instance-profile",
    "ec2",
    [["ec2:AssociateIamInstanceProfile", "ec2:ReplaceIamInstanceProfileAssociation"]],
    RHINO,
  ),
  pass("ec2-profile-role", "ec2", ["iam:AddRoleToInstanceProfile"], RHINO),
  pass(
    "auto-scaling",
    "ec2",
    [
      [
        "autoscaling:CreateLaunchConfiguration",
        "ec2:CreateLaunchTemplate",
        "ec2:CreateLaunchTemplateVersion",
      ],
    ],
    RHINO,
  ),
  pass("ecs-task", "ecs-tasks", ["ecs:RegisterTaskDefinition", RUN_TASK], pathfinding("ecs-004")),
  pass("ecs-task-override", "ecs-tasks", [["ecs:RunTask", "ecs:StartTask"]], pathfinding("ecs-004")),
  pass("batch", "ecs-tasks", ["batch:RegisterJobDefinition", "batch:SubmitJob"], pathfinding("batch-001")),
  pass(
    "app-runner",
    "tasks.apprunner",
    [["apprunner:CreateService", "apprunner:UpdateService"]],
    pathfinding("apprunner-001"),
  ),
  pass("game-lift", "gamelift", [["gamelift:CreateFleet", "gamelift:CreateBuild"]], PASSING),
];

const data: readonly EscalationPath[] = [
  pass(
    "glue-dev-endpoint",
    "glue",
    [["glue:CreateDevEndpoint", "glue:UpdateDevEndpoint"]],
    pathfinding("glue-001"),
  ),
  pass("glue-job", "glue", [["glue:CreateJob", "glue:UpdateJob"]], pathfinding("glue-003")),
  pass("glue-session", "glue", ["glue:CreateSession"], PASSING),
  pass(
    "data-pipeline",
    "datapipeline",
    ["datapipeline:PutPipelineDefinition"],
    pathfinding("datapipeline-001"),
  ),
  pass("emr", "ec2", ["elasticmapreduce:RunJobFlow"], PASSING),
  pass("emr-serverless", "emr-serverless", ["emr-serverless:StartJobRun"], PASSING),
  pass(
    "kinesis-analytics",
    "kinesisanalytics",
    [["kinesisanalytics:CreateApplication", "kinesisanalytics:UpdateApplication"]],
    PASSING,
  ),
  pass("airflow", "airflow-env", [["airflow:CreateEnvironment", "airflow:UpdateEnvironment"]], PASSING),
];

const orchestration: readonly EscalationPath[] = [
  pass(
    "step-functions",
    "states",
    [["states:CreateStateMachine", "states:UpdateStateMachine"]],
    CLOUDSPLAINING,
  ),
  pass("ssm-automation", "ssm", ["ssm:StartAutomationExecution"], PASSING),
  pass("event-target", "events", ["events:PutTargets"], PASSING),
  pass("schedule", "scheduler", [["scheduler:CreateSchedule", "scheduler:UpdateSchedule"]], PASSING),
  pass(
    "cognito-pool",
    "cognito-identity",
    ["cognito-identity:SetIdentityPoolRoles"],
    pathfinding("cognitoidentity-001"),
  ),
  pass(
    "roles-anywhere",
    "rolesanywhere",
    [["rolesanywhere:CreateProfile", "rolesanywhere:UpdateProfile"]],
    PASSING,
  ),
  pass("transfer-user", "transfer", [["transfer:CreateUser", "transfer:UpdateUser"]], PASSING),
];

/** Ways that lead over a role which is passed to a service that then acts, or runs code, with it. */
export const passPaths: readonly EscalationPath[] = [
  ...machineLearning,
  ...delivery,
  ...compute,
  ...data,
  ...orchestration,
];
