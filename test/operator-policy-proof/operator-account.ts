import { CloudFormation } from "@aws-sdk/client-cloudformation";
import { IAM } from "@aws-sdk/client-iam";
import { S3 } from "@aws-sdk/client-s3";
import { SSM } from "@aws-sdk/client-ssm";
import { type Credentials, STS } from "@aws-sdk/client-sts";
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import type { AwsConnection } from "../../aws/connection";
import type { PolicyDocument } from "../../core/security/policy-document";
import { type EmbeddedAws, startEmbeddedAws } from "../../local/aws/server";
import { HEADER, readState } from "../../local/aws/store-log";

const SERVICES = [
  "aws-marketplace",
  "cloudcontrol",
  "cloudformation",
  "cloudtrail",
  "codebuild",
  "codecommit",
  "ec2",
  "iam",
  "kms",
  "license-manager",
  "marketplace-metering",
  "s3",
  "sagemaker",
  "sns",
  "ssm",
  "sts",
];

/** Clients of the account's root, by which other people's doings are played. */
export interface OwnerClients {
  iam: IAM;
  s3: S3;
  ssm: SSM;
  cloudFormation: CloudFormation;
}

/** Where the operator works, and what of it outlives a restart. */
export interface AccountSettings {
  accountId: string;
  region: string;
  /** The role that carries the operator's policy. */
  roleName: string;
}

/** What an operator may do. */
export interface OperatorRights {
  policies: readonly PolicyDocument[];
  /** Whether the session is one with MFA. */
  mfa: boolean;
}

/** An account of the embedded AWS with an operator: a role with the policies, assumed by a user. */
export class OperatorAccount {
  private constructor(
    private readonly aws: EmbeddedAws,
    private readonly stateFile: string,
    private readonly settings: AccountSettings,
    readonly owner: OwnerClients,
    readonly session: Credentials,
  ) {}

  /**
   * A new account. IAM refuses a policy that is too large for a managed policy.
   * @param prepare Makes what is there before the operator comes, and says what the operator may do.
   */
  static async create(
    stateFile: string,
    settings: AccountSettings,
    prepare: (owner: OwnerClients, url: string) => Promise<OperatorRights>,
  ): Promise<OperatorAccount> {
    const aws = await startEmbeddedAws({ stateFile, ...settings });
    const owner = ownerClients(aws.url, settings);
    const session = await assumeOperator(owner.iam, aws.url, settings, await prepare(owner, aws.url));
    return new OperatorAccount(aws, stateFile, settings, owner, session);
  }

  /** The account as a snapshot has it, with the same session. */
  static async restore(snapshot: string, stateFile: string, like: OperatorAccount): Promise<OperatorAccount> {
    copyFileSync(snapshot, stateFile);
    const { settings, session } = like;
    const aws = await startEmbeddedAws({ stateFile, ...settings });
    return new OperatorAccount(aws, stateFile, settings, ownerClients(aws.url, settings), session);
  }

  get url(): string {
    return this.aws.url;
  }

  get connection(): AwsConnection {
    return {
      region: this.settings.region,
      endpoints: Object.fromEntries(SERVICES.map((service) => [service, this.aws.url])),
    };
  }

  /** Gives the operator another policy in the place of one, by its number. */
  async setPolicy(index: number, policy: PolicyDocument): Promise<void> {
    await this.owner.iam.createPolicyVersion({
      PolicyArn: policyArn(this.settings, index),
      PolicyDocument: JSON.stringify(policy),
      SetAsDefault: true,
    });
  }

  /** Writes everything that is there now to a file, without how it came to be. */
  async snapshot(file: string): Promise<void> {
    await this.control("GET", "health");
    const records = [...readState(this.stateFile).collections]
      // Cloud Control's finished requests are most of it, and nobody asks for them again.
      .filter(([collection]) => !collection.endsWith("/cloudcontrol-requests"))
      .flatMap(([collection, entries]) =>
        [...entries].map(([key, text]) => `[${JSON.stringify(collection)},${JSON.stringify(key)},${text}]`),
      );
    writeFileSync(file, `${HEADER}[${records.join(",")}]\n`);
  }

  /** The rights that the operator was asked for since the last time, by CloudFormation and Cloud Control too. */
  async askedRights(): Promise<{ action: string; resource: string }[]> {
    const { rights } = (await this.control("GET", "asked-rights")) as { rights: string[] };
    await this.control("DELETE", "asked-rights");
    return rights.map((right) => {
      const space = right.indexOf(" ");
      return { action: right.slice(0, space), resource: right.slice(space + 1) };
    });
  }

  /** Lets calls fail until `clearFaults`. */
  async fault(fault: object): Promise<void> {
    await this.control("POST", "faults", fault);
  }

  async clearFaults(): Promise<void> {
    await this.control("DELETE", "faults");
  }

  async close(): Promise<void> {
    for (const client of Object.values(this.owner) as { destroy(): void }[]) client.destroy();
    await this.aws.close();
    rmSync(this.stateFile);
  }

  /** Asks the server's own endpoints. */
  async control(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.url}/_tierguard/${path}`, { method, body: JSON.stringify(body) });
    return answer.json();
  }
}

function ownerClients(endpoint: string, { accountId, region }: AccountSettings): OwnerClients {
  const config = {
    endpoint,
    region,
    credentials: { accessKeyId: accountId, secretAccessKey: "root" },
    maxAttempts: 1,
  };
  return {
    iam: new IAM(config),
    s3: new S3({ ...config, forcePathStyle: true }),
    ssm: new SSM(config),
    cloudFormation: new CloudFormation(config),
  };
}

const policyName = (roleName: string, index: number) => `${roleName}-${index + 1}`;

function policyArn({ accountId, region, roleName }: AccountSettings, index: number): string {
  const partition = region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  return `arn:${partition}:iam::${accountId}:policy/${policyName(roleName, index)}`;
}

/** As the page of AWS rights says: a role with the policies, assumed with a code where MFA is asked for. */
async function assumeOperator(
  iam: IAM,
  endpoint: string,
  settings: AccountSettings,
  { policies, mfa }: OperatorRights,
): Promise<Credentials> {
  const { accountId, region, roleName } = settings;
  const { User } = await iam.createUser({ UserName: "operator" });
  const trust = { Effect: "Allow", Principal: { AWS: User!.Arn }, Action: "sts:AssumeRole" };
  const { Role } = await iam.createRole({
    RoleName: roleName,
    AssumeRolePolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
  });
  for (const [index, policy] of policies.entries()) {
    const PolicyName = policyName(roleName, index);
    const { Policy } = await iam.createPolicy({ PolicyName, PolicyDocument: JSON.stringify(policy) });
    await iam.attachRolePolicy({ RoleName: roleName, PolicyArn: Policy!.Arn });
  }
  const { AccessKey } = await iam.createAccessKey({ UserName: "operator" });
  const credentials = { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
  const sts = new STS({ endpoint, region, credentials });
  const code = mfa ? { SerialNumber: `arn:aws:iam::${accountId}:mfa/operator`, TokenCode: "123456" } : {};
  const { Credentials } = await sts.assumeRole({
    RoleArn: Role!.Arn,
    RoleSessionName: "operator",
    ...code,
  });
  sts.destroy();
  return Credentials!;
}
