import type { NamedTenant } from "../naming/stack-names";

/** ARNs of a product's resources, by name; the partition is CloudFormation's to fill in. */
export type MlArns = ReturnType<typeof mlArns>;

/** Makes ARNs of the environment's account and region. */
export function mlArns({ client, environment }: NamedTenant) {
  const arn = (service: string, resource: string) =>
    `arn:\${AWS::Partition}:${service}:${environment.region}:${client.account_id}:${resource}`;
  return {
    role: (name: string) => `arn:\${AWS::Partition}:iam::${client.account_id}:role/${name}`,
    policy: (name: string) => `arn:\${AWS::Partition}:iam::${client.account_id}:policy/${name}`,
    bucket: (name: string) => `arn:\${AWS::Partition}:s3:::${name}`,
    objects: (name: string, keys = "*") => `arn:\${AWS::Partition}:s3:::${name}/${keys}`,
    project: (name: string) => arn("codebuild", `project/${name}`),
    pipeline: (name: string) => arn("codepipeline", name),
    repository: (name: string) => arn("codecommit", name),
    rule: (name: string) => arn("events", `rule/${name}`),
    topic: (name: string) => arn("sns", name),
    trail: (name: string) => arn("cloudtrail", `trail/${name}`),
    alarm: (name: string) => arn("cloudwatch", `alarm:${name}`),
    logStreams: (group: string, streams = "*") => arn("logs", `log-group:${group}:log-stream:${streams}`),
    logGroup: (group: string) => arn("logs", `log-group:${group}`),
    /** Any key of the account; a condition on the alias says which. */
    anyKey: () => arn("kms", "key/*"),
    /** A resource of SageMaker, such as `endpoint/…`. */
    sagemaker: (resource: string) => arn("sagemaker", resource),
    /** Repositories of any account, for images that AWS or others share. */
    foreignImages: () => `arn:\${AWS::Partition}:ecr:${environment.region}:*:repository/*`,
    images: (name: string) => arn("ecr", `repository/${name}`),
  };
}
