import { type EscalationPath, pathfinding, RHINO } from "./path";

const RESOURCE_POLICIES = "https://github.com/DavidDikker/endgame";
const KMS_GRANTS = "https://docs.aws.amazon.com/kms/latest/developerguide/grants.html";
const CLOUDSPLAINING = "https://github.com/salesforce/cloudsplaining/pull/584";

function takeover(
  id: string,
  service: string,
  actions: (string | string[])[],
  source: string,
): EscalationPath {
  return {
    id: `takeover-${id}`,
    effect: "takeover",
    service: `${service}.amazonaws.com`,
    actions: actions.map((one) => [one].flat()),
    source,
  };
}

function open(id: string, actions: string[], source: string): EscalationPath {
  return { id: `open-${id}`, effect: "open-resource", actions: [actions], source };
}

/** Ways that lead over something that has a role already: its code, its definition, or a session in it. */
export const takeoverPaths: readonly EscalationPath[] = [
  takeover("lambda-code", "lambda", ["lambda:UpdateFunctionCode"], pathfinding("lambda-003")),
  takeover("lambda-layer", "lambda", ["lambda:UpdateFunctionConfiguration"], RHINO),
  takeover(
    "codebuild-build",
    "codebuild",
    [["codebuild:StartBuild", "codebuild:StartBuildBatch"]],
    pathfinding("codebuild-002"),
  ),
  takeover("codebuild-project", "codebuild", ["codebuild:UpdateProject"], pathfinding("codebuild-002")),
  takeover("codepipeline", "codepipeline", ["codepipeline:UpdatePipeline"], RHINO),
  takeover(
    "cloudformation-update",
    "cloudformation",
    ["cloudformation:UpdateStack"],
    pathfinding("cloudformation-002"),
  ),
  takeover(
    "cloudformation-change-set",
    "cloudformation",
    ["cloudformation:ExecuteChangeSet", "cloudformation:CreateChangeSet"],
    pathfinding("cloudformation-005"),
  ),
  takeover(
    "cloudformation-stack-set",
    "cloudformation",
    ["cloudformation:UpdateStackSet"],
    pathfinding("cloudformation-004"),
  ),
  takeover("glue-dev-endpoint", "glue", ["glue:UpdateDevEndpoint"], pathfinding("glue-002")),
  takeover("glue-job", "glue", ["glue:UpdateJob"], pathfinding("glue-005")),
  takeover("glue-session", "glue", ["glue:RunStatement"], RHINO),
  takeover(
    "ec2-user-data",
    "ec2",
    ["ec2:ModifyInstanceAttribute", "ec2:StartInstances"],
    pathfinding("ec2-002"),
  ),
  takeover(
    "ec2-launch-template",
    "ec2",
    ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"],
    pathfinding("ec2-004"),
  ),
  takeover(
    "ec2-instance-connect",
    "ec2",
    ["ec2-instance-connect:SendSSHPublicKey"],
    pathfinding("ec2instanceconnect-003"),
  ),
  takeover("ssm-session", "ec2", ["ssm:StartSession"], pathfinding("ssm-001")),
  takeover("ssm-command", "ec2", ["ssm:SendCommand"], pathfinding("ssm-002")),
  takeover("ecs-exec", "ecs-tasks", ["ecs:ExecuteCommand"], RHINO),
  takeover("app-runner", "tasks.apprunner", ["apprunner:UpdateService"], pathfinding("apprunner-002")),
  takeover("step-functions", "states", ["states:UpdateStateMachine"], CLOUDSPLAINING),
  takeover(
    "data-pipeline",
    "datapipeline",
    ["datapipeline:PutPipelineDefinition"],
    pathfinding("datapipeline-001"),
  ),
  takeover(
    "sagemaker-notebook-url",
    "sagemaker",
    ["sagemaker:CreatePresignedNotebookInstanceUrl"],
    pathfinding("sagemaker-004"),
  ),
  takeover("sagemaker-domain-url", "sagemaker", ["sagemaker:CreatePresignedDomainUrl"], CLOUDSPLAINING),
  takeover(
    "sagemaker-notebook-start",
    "sagemaker",
    [["sagemaker:UpdateNotebookInstance", "sagemaker:UpdateNotebookInstanceLifecycleConfig"]],
    pathfinding("sagemaker-005"),
  ),
  takeover("sagemaker-pipeline", "sagemaker", ["sagemaker:UpdatePipeline"], CLOUDSPLAINING),
  takeover(
    "bedrock-agent",
    "bedrock",
    [["bedrock:UpdateAgent", "bedrock:UpdateAgentActionGroup", "bedrock:CreateAgentActionGroup"]],
    CLOUDSPLAINING,
  ),
  takeover(
    "bedrock-code-interpreter",
    "bedrock-agentcore",
    ["bedrock-agentcore:InvokeCodeInterpreter"],
    pathfinding("bedrock-002"),
  ),
  takeover(
    "bedrock-agent-runtime",
    "bedrock-agentcore",
    [["bedrock-agentcore:UpdateAgentRuntime", "bedrock-agentcore:InvokeAgentRuntimeCommand"]],
    pathfinding("bedrock-003"),
  ),
];

/** Ways that lead over the policy of a resource, or over grants to it. */
export const resourcePaths: readonly EscalationPath[] = [
  open("s3-bucket", ["s3:PutBucketPolicy", "s3:PutBucketAcl"], RESOURCE_POLICIES),
  open("kms-key", ["kms:PutKeyPolicy"], RESOURCE_POLICIES),
  open("kms-grant", ["kms:CreateGrant"], KMS_GRANTS),
  open("secret", ["secretsmanager:PutResourcePolicy"], RESOURCE_POLICIES),
  open("ecr-repository", ["ecr:SetRepositoryPolicy"], RESOURCE_POLICIES),
  open("lambda-function", ["lambda:AddPermission"], RESOURCE_POLICIES),
  open("queue", ["sqs:AddPermission", "sqs:SetQueueAttributes"], RESOURCE_POLICIES),
  open("topic", ["sns:AddPermission", "sns:SetTopicAttributes"], RESOURCE_POLICIES),
  open("model-package-group", ["sagemaker:PutModelPackageGroupPolicy"], RESOURCE_POLICIES),
  open("glue-catalog", ["glue:PutResourcePolicy"], RESOURCE_POLICIES),
];
