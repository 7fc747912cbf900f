/** Names of services as people know them, by the prefix of their IAM actions; other services keep their prefix. */
const NAMES: Readonly<Record<string, string>> = {
  "access-analyzer": "IAM Access Analyzer",
  athena: "Athena",
  autoscaling: "Auto Scaling",
  bedrock: "Bedrock",
  budgets: "Budgets",
  ce: "Cost Explorer",
  cloudformation: "CloudFormation",
  cloudtrail: "CloudTrail",
  cloudwatch: "CloudWatch",
  codebuild: "CodeBuild",
  codecommit: "CodeCommit",
  codepipeline: "CodePipeline",
  "compute-optimizer": "Compute Optimizer",
  dynamodb: "DynamoDB",
  ec2: "EC2",
  ecr: "ECR",
  ecs: "ECS",
  eks: "EKS",
  events: "EventBridge",
  glue: "Glue",
  iam: "IAM",
  kms: "KMS",
  lambda: "Lambda",
  logs: "CloudWatch Logs",
  organizations: "Organizations",
  rds: "RDS",
  redshift: "Redshift",
  "redshift-data": "Redshift Data API",
  s3: "S3",
  sagemaker: "SageMaker",
  secretsmanager: "Secrets Manager",
  sns: "SNS",
  sqs: "SQS",
  ssm: "Systems Manager",
  states: "Step Functions",
  sts: "STS",
  support: "Support",
  tag: "Resource Groups Tagging",
  trustedadvisor: "Trusted Advisor",
  xray: "X-Ray",
};

/** The name of the service whose IAM actions have this prefix. */
export function serviceName(prefix: string): string {
  return Object.hasOwn(NAMES, prefix) ? NAMES[prefix]! : prefix;
}

/** `sagemaker.amazonaws.com` → `SageMaker`; a principal that is not known stays whole. */
export function servicePrincipalName(principal: string): string {
  const prefix = /^([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/.exec(principal)?.[1];
  return prefix !== undefined && Object.hasOwn(NAMES, prefix) ? NAMES[prefix]! : principal;
}
