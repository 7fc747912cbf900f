import type { CloudControl } from "@aws-sdk/client-cloudcontrol";
import type { CloudFormation } from "@aws-sdk/client-cloudformation";
import type { IAM } from "@aws-sdk/client-iam";
import type { S3 } from "@aws-sdk/client-s3";
import type { SSM } from "@aws-sdk/client-ssm";
import type { STS } from "@aws-sdk/client-sts";
import type { AwsConnection } from "./connection";

/** One client a service, each loaded and made when it is first asked for: loading one takes about 50 ms. */
export interface AwsClients {
  readonly region: string;
  cloudControl(): Promise<CloudControl>;
  cloudFormation(): Promise<CloudFormation>;
  iam(): Promise<IAM>;
  s3(): Promise<S3>;
  ssm(): Promise<SSM>;
  sts(): Promise<STS>;
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
    const { STS } = await import("@aws-sdk/client-sts");
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

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** Clients for one account and region: the only place where AWS clients are made. */
export function connectToAws(connection: AwsConnection): AwsClients {
  // The SDK announces Node versions that it will drop, which would stand among a deployment's own messages.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const options = (service: string) => ({
    ...commonOptions(connection, service),
    ...roleCredentials(connection),
  });
  return {
    region: connection.region,
    cloudControl: once(async () => {
      const { CloudControl } = await import("@aws-sdk/client-cloudcontrol");
      return new CloudControl(options("cloudcontrol"));
    }),
    cloudFormation: once(async () => {
      const { CloudFormation } = await import("@aws-sdk/client-cloudformation");
      return new CloudFormation(options("cloudformation"));
    }),
    iam: once(async () => {
      const { IAM } = await import("@aws-sdk/client-iam");
      return new IAM(options("iam"));
    }),
    s3: once(async () => {
      const { S3 } = await import("@aws-sdk/client-s3");
      return new S3({ ...options("s3"), forcePathStyle: connection.endpoints?.s3 !== undefined });
    }),
    ssm: once(async () => {
      const { SSM } = await import("@aws-sdk/client-ssm");
      return new SSM(options("ssm"));
    }),
    sts: once(async () => {
      const { STS } = await import("@aws-sdk/client-sts");
      return new STS(options("sts"));
    }),
  };
}
