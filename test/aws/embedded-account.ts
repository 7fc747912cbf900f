import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AwsClients, connectToAws } from "../../aws/clients";
import type { AwsConnection } from "../../aws/connection";
import { findStack } from "../../aws/deployed-stack";
import { type EmbeddedAws, startEmbeddedAws } from "../../local/aws/server";

const SERVICES = [
  "cloudcontrol",
  "cloudformation",
  "codebuild",
  "codecommit",
  "ec2",
  "iam",
  "s3",
  "sagemaker",
  "ssm",
  "sts",
];
const ROOT_KEY = "AKIATIERGUARDLOCAL00";

/** An empty account on the embedded AWS for each test of a suite. */
export interface EmbeddedAccount {
  server: EmbeddedAws;
  connection: AwsConnection;
  /** Clients of the account's root. */
  aws: AwsClients;
  /** The calls that were made since the last time, as `service:Operation`. */
  calls(): Promise<string[]>;
  /** Lets calls fail or wait. */
  fault(fault: object): Promise<void>;
  /** Makes a caller with rights of its own the one that new clients call as. */
  callAs(policies: object[]): Promise<void>;
  /** Creates a stack, or updates the one that is there, and waits until nothing is under way. */
  deploy(stack: { name: string; template: object; tags: Record<string, string> }): Promise<string>;
}

/** Sets up an account before each test of the suite that calls it, and takes it down after. */
export function embeddedAccount(region: string): EmbeddedAccount {
  const directory = mkdtempSync(join(tmpdir(), "tierguard-aws-"));
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env;
  const restore = (name: string, value: string | undefined) => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  const control = (path: string, init?: RequestInit) =>
    fetch(`${account.server.url}/_tierguard/${path}`, init);
  const post = async (path: string, body: object) => {
    const answer = await control(path, { method: "POST", body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  };
  const account = {
    async calls() {
      const { calls } = (await (await control("calls")).json()) as { calls: string[] };
      await control("calls", { method: "DELETE" });
      return calls;
    },
    fault: (fault) => post("faults", fault),
    async callAs(policies) {
      await post("callers", { accessKeyId: "AKIATIERGUARDCALLER0", policies });
      process.env.AWS_ACCESS_KEY_ID = "AKIATIERGUARDCALLER0";
    },
    async deploy({ name, template, tags }) {
      const cloudFormation = await account.aws.cloudFormation();
      const input = {
        StackName: name,
        TemplateBody: JSON.stringify(template),
        Capabilities: ["CAPABILITY_NAMED_IAM" as const],
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      };
      if ((await findStack(account.aws, name)) === undefined) await cloudFormation.createStack(input);
      else await cloudFormation.updateStack(input);
      for (;;) {
        const status = (await findStack(account.aws, name))?.status ?? "";
        if (!status.endsWith("_IN_PROGRESS")) return status;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  } as EmbeddedAccount;
  let run = 0;
  beforeEach(async () => {
    process.env.AWS_ACCESS_KEY_ID = ROOT_KEY;
    process.env.AWS_SECRET_ACCESS_KEY = "local";
    account.server = await startEmbeddedAws({ stateFile: join(directory, `state-${(run += 1)}.json`) });
    account.connection = {
      region,
      endpoints: Object.fromEntries(SERVICES.map((service) => [service, account.server.url])),
    };
    account.aws = connectToAws(account.connection);
  });
  afterEach(() => account.server.close());
  after(() => {
    restore("AWS_ACCESS_KEY_ID", AWS_ACCESS_KEY_ID);
    restore("AWS_SECRET_ACCESS_KEY", AWS_SECRET_ACCESS_KEY);
    rmSync(directory, { recursive: true, force: true });
  });
  return account;
}
