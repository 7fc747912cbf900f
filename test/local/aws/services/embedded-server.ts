import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IAM } from "@aws-sdk/client-iam";
import { S3 } from "@aws-sdk/client-s3";
import { SSM } from "@aws-sdk/client-ssm";
import { STS } from "@aws-sdk/client-sts";
import { type EmbeddedAws, startEmbeddedAws } from "../../../../local/aws/server";

export const ACCOUNT = "111122223333";
export const REGION = "eu-west-1";

/** Access keys of a caller. */
export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

const ADMINISTRATOR: Keys = { accessKeyId: "test", secretAccessKey: "test" };

/** An embedded AWS of one test file, with a state of its own. */
export class TestServer {
  private constructor(
    readonly directory: string,
    private aws: EmbeddedAws,
  ) {}

  static async start(): Promise<TestServer> {
    const directory = await mkdtemp(join(tmpdir(), "tierguard-aws-"));
    return new TestServer(directory, await start(directory));
  }

  get url(): string {
    return this.aws.url;
  }

  get stateFile(): string {
    return join(this.directory, "state.json");
  }

  /** SDK clients of a caller; without keys, of the account's administrator. */
  clients(keys: Keys = ADMINISTRATOR, region = REGION) {
    const config = { endpoint: this.url, region, credentials: keys, maxAttempts: 1 };
    return {
      iam: new IAM(config),
      sts: new STS(config),
      ssm: new SSM(config),
      s3: new S3({ ...config, forcePathStyle: true }),
    };
  }

  /** A client of another service than those that most tests need. */
  client<T>(constructor: new (config: object) => T, credentials: Keys = ADMINISTRATOR): T {
    return new constructor({ endpoint: this.url, region: REGION, credentials, maxAttempts: 1 });
  }

  /** A request to one of the server's own endpoints. */
  async control(method: string, endpoint: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.url}/_tierguard/${endpoint}`, {
      method,
      body: JSON.stringify(body),
    });
    return response.json();
  }

  async restart(): Promise<void> {
    await this.aws.close();
    this.aws = await start(this.directory);
  }

  async stop(): Promise<void> {
    await this.aws.close();
    await rm(this.directory, { recursive: true });
  }
}

function start(directory: string): Promise<EmbeddedAws> {
  return startEmbeddedAws({ stateFile: join(directory, "state.json"), accountId: ACCOUNT, region: REGION });
}

/** What a client sees of an error: code on the wire (or its class) and HTTP status. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: string; status: number; message: string }> {
  try {
    await call;
  } catch (error) {
    const { name, Code, message, $metadata } = error as Error & {
      Code?: string;
      $metadata?: { httpStatusCode: number };
    };
    return { code: Code ?? name, status: $metadata?.httpStatusCode ?? 0, message };
  }
  throw new Error("The call was not refused");
}

/** A document with one statement. */
export function policy(...statements: Record<string, unknown>[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

export const READ_S3 = policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" });
export const TRUST_EC2 = policy({
  Effect: "Allow",
  Action: "sts:AssumeRole",
  Principal: { Service: "ec2.amazonaws.com" },
});

/** A valid document of exactly so many characters without white space. */
export function documentOfSize(size: number): string {
  const resource = "arn:aws:s3:::b/";
  const empty = policy({ Effect: "Allow", Action: "s3:GetObject", Resource: resource });
  return policy({
    Effect: "Allow",
    Action: "s3:GetObject",
    Resource: resource + "x".repeat(size - empty.length),
  });
}
