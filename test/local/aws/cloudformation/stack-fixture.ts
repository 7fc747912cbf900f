import { CloudControlClient } from "@aws-sdk/client-cloudcontrol";
import {
  CloudFormationClient,
  CreateStackCommand,
  type CreateStackCommandInput,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  type Stack,
  type StackEvent,
  UpdateStackCommand,
  type UpdateStackCommandInput,
} from "@aws-sdk/client-cloudformation";
import {
  GetAccountAuthorizationDetailsCommand,
  type GetAccountAuthorizationDetailsCommandOutput,
  IAMClient,
} from "@aws-sdk/client-iam";
import { S3Client } from "@aws-sdk/client-s3";
import { SSMClient } from "@aws-sdk/client-ssm";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedAws, startEmbeddedAws } from "../../../../local/aws/server";

export const REGION = "us-east-1";
export const ACCOUNT = "123456789012";

const CAPABILITIES: CreateStackCommandInput["Capabilities"] = ["CAPABILITY_NAMED_IAM"];

/** What every client of the fixture is made with. */
export interface ClientConfig {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  maxAttempts: number;
}

/** A server of its own with clients, and the few things that most tests of stacks do. */
export class StackFixture {
  readonly folder = mkdtempSync(join(tmpdir(), "tierguard-stacks-"));
  aws!: EmbeddedAws;
  cfn!: CloudFormationClient;
  control!: CloudControlClient;
  iam!: IAMClient;
  ssm!: SSMClient;
  s3!: S3Client;
  private readonly others = new Map<unknown, { destroy(): void }>();

  async start(): Promise<void> {
    this.aws = await startEmbeddedAws({ stateFile: join(this.folder, "state.json") });
    const config = this.config();
    this.cfn = new CloudFormationClient(config);
    this.control = new CloudControlClient(config);
    this.iam = new IAMClient(config);
    this.ssm = new SSMClient(config);
    this.s3 = new S3Client({ ...config, forcePathStyle: true });
  }

  /** A client of another service, made once. */
  client<T extends { destroy(): void }>(constructor: new (config: ClientConfig) => T): T {
    const made = this.others.get(constructor) ?? new constructor(this.config());
    this.others.set(constructor, made);
    return made as T;
  }

  async stop(): Promise<void> {
    const others = this.others.values();
    for (const client of [this.cfn, this.control, this.iam, this.ssm, this.s3, ...others]) client.destroy();
    this.others.clear();
    await this.aws.close();
    rmSync(this.folder, { recursive: true });
  }

  private config(): ClientConfig {
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    return { endpoint: this.aws.url, region: REGION, credentials, maxAttempts: 1 };
  }

  /** Plans a failure of the server's own operations. */
  async fault(fault: Record<string, unknown>): Promise<void> {
    await fetch(`${this.aws.url}/_tierguard/faults`, { method: "POST", body: JSON.stringify(fault) });
  }

  async clearFaults(): Promise<void> {
    await fetch(`${this.aws.url}/_tierguard/faults`, { method: "DELETE" });
  }

  /** Creates a stack and waits until it is at rest. */
  async create(
    StackName: string,
    template: unknown,
    more: Partial<CreateStackCommandInput> = {},
  ): Promise<Stack> {
    const { StackId } = await this.cfn.send(
      new CreateStackCommand({ StackName, ...body(template), Capabilities: CAPABILITIES, ...more }),
    );
    return this.settled(StackId!);
  }

  async update(
    StackName: string,
    template: unknown,
    more: Partial<UpdateStackCommandInput> = {},
  ): Promise<Stack> {
    await this.cfn.send(
      new UpdateStackCommand({ StackName, ...body(template), Capabilities: CAPABILITIES, ...more }),
    );
    return this.settled(StackName);
  }

  async delete(StackName: string): Promise<Stack> {
    const { StackId } = await this.describe(StackName);
    await this.cfn.send(new DeleteStackCommand({ StackName }));
    return this.settled(StackId!);
  }

  async describe(StackName: string): Promise<Stack> {
    const { Stacks } = await this.cfn.send(new DescribeStacksCommand({ StackName }));
    return Stacks![0]!;
  }

  /** Waits until nothing is in progress. */
  async settled(StackName: string): Promise<Stack> {
    for (;;) {
      const stack = await this.describe(StackName);
      if (!stack.StackStatus!.endsWith("_IN_PROGRESS")) return stack;
      await sleep(10);
    }
  }

  /** All events, the oldest first. */
  async events(StackName: string): Promise<StackEvent[]> {
    const events: StackEvent[] = [];
    let NextToken: string | undefined;
    do {
      const page = await this.cfn.send(new DescribeStackEventsCommand({ StackName, NextToken }));
      events.push(...page.StackEvents!);
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    return events.reverse();
  }

  /** Statuses that the stack itself went through. */
  async statuses(StackName: string): Promise<string[]> {
    const events = await this.events(StackName);
    return events
      .filter((event) => event.PhysicalResourceId === event.StackId)
      .map((event) => event.ResourceStatus!);
  }

  /** Everything in IAM that people could have changed, to compare before and after. */
  async iamState(): Promise<unknown> {
    const details = await this.iam.send(
      new GetAccountAuthorizationDetailsCommand({
        Filter: ["Group", "Role", "LocalManagedPolicy"],
        MaxItems: 1000,
      }),
    );
    return withoutVersions(details);
  }
}

/** A rollback puts a policy's document back as a new version, as AWS does: the document counts, not its number. */
function withoutVersions(details: GetAccountAuthorizationDetailsCommandOutput): unknown {
  return {
    groups: details.GroupDetailList,
    roles: details.RoleDetailList,
    policies: details.Policies?.map(
      ({ PolicyVersionList, DefaultVersionId: _, UpdateDate: __, ...policy }) => ({
        ...policy,
        document: PolicyVersionList?.find((version) => version.IsDefaultVersion)?.Document,
      }),
    ),
  };
}

function body(template: unknown): { TemplateBody?: string } {
  if (template === undefined) return {};
  return { TemplateBody: typeof template === "string" ? template : JSON.stringify(template) };
}

/** A policy document that allows one action. */
export function allow(action: string): Record<string, unknown> {
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] };
}

/** A trust policy for one service. */
export function trust(service: string): Record<string, unknown> {
  return {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
  };
}

/** An SSM parameter of a template. */
export function parameter(Name: unknown, Value: unknown = "v", more: object = {}): Record<string, unknown> {
  return { Type: "AWS::SSM::Parameter", Properties: { Name, Type: "String", Value }, ...more };
}

/** A group of a template, with one inline policy. */
export function group(
  GroupName: string,
  action = "s3:ListAllMyBuckets",
  more: object = {},
): Record<string, unknown> {
  return {
    Type: "AWS::IAM::Group",
    Properties: { GroupName, Policies: [{ PolicyName: "inline", PolicyDocument: allow(action) }], ...more },
  };
}

/** Code and HTTP status of an SDK error, with its message. */
export function refusal(error: unknown): { code: string; status: number | undefined; message: string } {
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  return { code: name, status: $metadata?.httpStatusCode, message };
}
