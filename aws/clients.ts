import type * as cloudcontrol from "@aws-sdk/client-cloudcontrol";
import type * as cloudformation from "@aws-sdk/client-cloudformation";
import type * as cloudtrail from "@aws-sdk/client-cloudtrail";
import type * as codebuild from "@aws-sdk/client-codebuild";
import type * as codecommit from "@aws-sdk/client-codecommit";
import type * as ec2 from "@aws-sdk/client-ec2";
import type * as iam from "@aws-sdk/client-iam";
import type * as kms from "@aws-sdk/client-kms";
import type * as licenseManager from "@aws-sdk/client-license-manager";
import type * as marketplaceMetering from "@aws-sdk/client-marketplace-metering";
import type * as s3 from "@aws-sdk/client-s3";
import type * as sagemaker from "@aws-sdk/client-sagemaker";
import type * as sns from "@aws-sdk/client-sns";
import type * as ssm from "@aws-sdk/client-ssm";
import type * as sts from "@aws-sdk/client-sts";
import { createRequire } from "node:module";
import { type AwsCall, type ObservableClient, observeCalls } from "./aws-call";
import type { AwsConnection } from "./connection";

/** An `import()` would read through each package once more, to find out what it exports. */
const load = createRequire(__filename);

/** One client a service, each loaded and made when it is first asked for: loading one takes about 50 ms. */
export interface AwsClients {
  readonly region: string;
  cloudControl(): Promise<cloudcontrol.CloudControl>;
  cloudFormation(): Promise<cloudformation.CloudFormation>;
  cloudTrail(): Promise<cloudtrail.CloudTrail>;
  codeBuild(): Promise<codebuild.CodeBuild>;
  codeCommit(): Promise<codecommit.CodeCommit>;
  ec2(): Promise<ec2.EC2>;
  iam(): Promise<iam.IAM>;
  kms(): Promise<kms.KMS>;
  licenseManager(): Promise<licenseManager.LicenseManager>;
  marketplaceMetering(): Promise<marketplaceMetering.MarketplaceMetering>;
  s3(): Promise<s3.S3>;
  sageMaker(): Promise<sagemaker.SageMaker>;
  sns(): Promise<sns.SNS>;
  ssm(): Promise<ssm.SSM>;
  sts(): Promise<sts.STS>;
}

/** Milliseconds. */
const CONNECT_TIMEOUT = 3_000;
const REQUEST_TIMEOUT = 30_000;
/** The SDK's standard mode backs off exponentially, with jitter. */
const MAX_ATTEMPTS = 5;

function commonOptions(connection: AwsConnection, service: string) {
  const endpoint = connection.endpoints?.[service];
  return {
    region: connection.region,
    maxAttempts: MAX_ATTEMPTS,
    retryMode: "standard",
    requestHandler: { connectionTimeout: CONNECT_TIMEOUT, requestTimeout: REQUEST_TIMEOUT },
    ...(connection.profile === undefined ? {} : { profile: connection.profile }),
    ...(endpoint === undefined ? {} : { endpoint }),
  };
}

/** Temporary credentials of the role; the SDK asks again when they expire. */
function roleCredentials(connection: AwsConnection) {
  const role = connection.assumeRole;
  if (role === undefined) return {};
  const credentials = async () => {
    const { STS } = load("@aws-sdk/client-sts") as typeof sts;
    const answer = await new STS(commonOptions(connection, "sts")).assumeRole({
      RoleArn: role.roleArn,
      RoleSessionName: role.sessionName ?? "tierguard",
      ExternalId: role.externalId,
      DurationSeconds: role.durationSeconds,
    });
    return {
      accessKeyId: answer.Credentials?.AccessKeyId ?? "",
      secretAccessKey: answer.Credentials?.SecretAccessKey ?? "",
      sessionToken: answer.Credentials?.SessionToken,
      expiration: answer.Credentials?.Expiration,
    };
  };
  return { credentials };
}

function once<T>(make: () => T): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= Promise.resolve().then(make));
}

/** What differs from one use of the clients to another. */
export interface ConnectOptions {
  /** How often a call is tried, for whoever can't wait as long as the retries take. */
  maxAttempts?: number;
  /** Told of every call when it is over. */
  onCall?: (call: AwsCall) => void;
}

/** Clients for one account and region: the only place where AWS clients are made. */
export function connectToAws(
  connection: AwsConnection,
  { maxAttempts = MAX_ATTEMPTS, onCall }: ConnectOptions = {},
): AwsClients {
  // The SDK announces Node versions that it will drop, which would stand among a deployment's own messages.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const options = (service: string) => ({
    ...commonOptions(connection, service),
    maxAttempts,
    ...roleCredentials(connection),
  });
  const observed = <T extends ObservableClient>(service: string, client: T): T =>
    onCall === undefined ? client : observeCalls(client, service, onCall);
  return {
    region: connection.region,
    cloudControl: once(() => {
      const { CloudControl } = load("@aws-sdk/client-cloudcontrol") as typeof cloudcontrol;
      return observed("cloudcontrol", new CloudControl(options("cloudcontrol")));
    }),
    cloudFormation: once(() => {
      const { CloudFormation } = load("@aws-sdk/client-cloudformation") as typeof cloudformation;
      return observed("cloudformation", new CloudFormation(options("cloudformation")));
    }),
    cloudTrail: once(() => {
      const { CloudTrail } = load("@aws-sdk/client-cloudtrail") as typeof cloudtrail;
      return observed("cloudtrail", new CloudTrail(options("cloudtrail")));
    }),
    codeBuild: once(() => {
      const { CodeBuild } = load("@aws-sdk/client-codebuild") as typeof codebuild;
      return observed("codebuild", new CodeBuild(options("codebuild")));
    }),
    codeCommit: once(() => {
      const { CodeCommit } = load("@aws-sdk/client-codecommit") as typeof codecommit;
      return observed("codecommit", new CodeCommit(options("codecommit")));
    }),
    ec2: once(() => {
      const { EC2 } = load("@aws-sdk/client-ec2") as typeof ec2;
      return observed("ec2", new EC2(options("ec2")));
    }),
    iam: once(() => {
      const { IAM } = load("@aws-sdk/client-iam") as typeof iam;
      return observed("iam", new IAM(options("iam")));
    }),
    kms: once(() => {
      const { KMS } = load("@aws-sdk/client-kms") as typeof kms;
      return observed("kms", new KMS(options("kms")));
    }),
    licenseManager: once(() => {
      const { LicenseManager } = load("@aws-sdk/client-license-manager") as typeof licenseManager;
      return observed("license-manager", new LicenseManager(options("license-manager")));
    }),
    marketplaceMetering: once(() => {
      const { MarketplaceMetering } = load(
        "@aws-sdk/client-marketplace-metering",
      ) as typeof marketplaceMetering;
      return observed("aws-marketplace", new MarketplaceMetering(options("aws-marketplace")));
    }),
    s3: once(() => {
      const { S3 } = load("@aws-sdk/client-s3") as typeof s3;
      const forcePathStyle = connection.endpoints?.s3 !== undefined;
      return observed("s3", new S3({ ...options("s3"), forcePathStyle }));
    }),
    sageMaker: once(() => {
      const { SageMaker } = load("@aws-sdk/client-sagemaker") as typeof sagemaker;
      return observed("sagemaker", new SageMaker(options("sagemaker")));
    }),
    sns: once(() => {
      const { SNS } = load("@aws-sdk/client-sns") as typeof sns;
      return observed("sns", new SNS(options("sns")));
    }),
    ssm: once(() => {
      const { SSM } = load("@aws-sdk/client-ssm") as typeof ssm;
      return observed("ssm", new SSM(options("ssm")));
    }),
    sts: once(() => {
      const { STS } = load("@aws-sdk/client-sts") as typeof sts;
      return observed("sts", new STS(options("sts")));
    }),
  };
}
