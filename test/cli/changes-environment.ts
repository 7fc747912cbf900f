import { CloudFormationClient, ListChangeSetsCommand } from "@aws-sdk/client-cloudformation";
import { AttachGroupPolicyCommand, IAMClient } from "@aws-sdk/client-iam";
import { CreateBucketCommand, ListObjectVersionsCommand, S3Client } from "@aws-sdk/client-s3";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../core/config/schema";
import { createLocalEnvironment } from "../../local/test-environment";
import { shippedConfig } from "../core/shipped-configs";
import { bin, type Outcome, tierguard } from "./run-cli";

const STACK = "changes";
const BUCKET = "edge-changes-templates";

/** A shipped config as a Pulumi stack on an embedded AWS of its own, and what a user does with it. */
export interface ChangesEnvironment {
  config: Config;
  projectDir: string;
  /** Writes the stack's config anew, with changes to the shipped one. */
  configure(change: (config: Config) => void): void;
  /** Both streams in one text. */
  pulumi(...args: string[]): Promise<{ exitCode: number; output: string }>;
  /** Runs an action on the stack, as the caller of an access key where one is given. */
  tierguard(args: string[], accessKeyId?: string): Promise<Outcome>;
  /** Adds a caller to the account who has these rights alone. */
  addCaller(accessKeyId: string, policies: object[]): Promise<void>;
  attachToGroup(group: string, policyArn: string): Promise<void>;
  /** Change sets and objects of templates that are there, by their names. */
  leftovers(stackName: string): Promise<string[]>;
  /** The calls that were made since the last time, as `service:Operation`. */
  calls(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens an account with nothing in it but a bucket for templates. */
export async function openChangesEnvironment(configName: string): Promise<ChangesEnvironment> {
  const configured = (change: (config: Config) => void = () => undefined) =>
    shippedConfig(configName, (shipped) => {
      shipped.deployment = { ...shipped.deployment, template_bucket: BUCKET };
      change(shipped);
    });
  const config = configured();
  const { account_id: accountId } = config.client;
  const { region } = config.environment;
  const environment = await createLocalEnvironment({ accountId, region, stack: STACK });
  const { endpoint, projectDir } = environment;
  const options = { endpoint, region, credentials: { accessKeyId: accountId, secretAccessKey: "local" } };
  const s3 = new S3Client({ ...options, forcePathStyle: true });
  await s3.send(
    new CreateBucketCommand({
      Bucket: BUCKET,
      CreateBucketConfiguration: { LocationConstraint: region as "us-west-1" },
    }),
  );
  const write = (written: Config) => {
    const sections = Object.entries<unknown>(written).map(([section, value]) => [
      `tierguard:${section}`,
      value,
    ]);
    // JSON is YAML in which the engine takes no text for a date.
    const text = JSON.stringify({ config: Object.fromEntries(sections) as object });
    writeFileSync(join(projectDir, `Pulumi.${STACK}.yaml`), text);
  };
  write(config);
  const pulumi = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await environment.pulumi([...args, "--stack", STACK]);
    return { exitCode, output: `${stdout}\n${stderr}` };
  };
  await pulumi("stack", "init");
  const control = (path: string, init?: RequestInit) => fetch(`${endpoint}/_tierguard/${path}`, init);
  return {
    config,
    projectDir,
    configure: (change) => write(configured(change)),
    pulumi,
    tierguard: (args, accessKeyId) =>
      tierguard(projectDir, [...args, "--stack", STACK], bin, {
        ...environment.env,
        ...(accessKeyId === undefined ? {} : { AWS_ACCESS_KEY_ID: accessKeyId }),
      }),
    async addCaller(accessKeyId, policies) {
      const body = JSON.stringify({ accessKeyId, policies });
      const answer = await control("callers", { method: "POST", body });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async attachToGroup(GroupName, PolicyArn) {
      await new IAMClient(options).send(new AttachGroupPolicyCommand({ GroupName, PolicyArn }));
    },
    async leftovers(StackName) {
      const { Summaries } = await new CloudFormationClient(options).send(
        new ListChangeSetsCommand({ StackName }),
      );
      const { Versions } = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET }));
      return [
        ...(Summaries ?? []).map(({ ChangeSetName }) => ChangeSetName!),
        ...(Versions ?? []).map(({ Key }) => Key!),
      ];
    },
    async calls() {
      const { calls } = (await (await control("calls")).json()) as { calls: string[] };
      await control("calls", { method: "DELETE" });
      return calls;
    },
    close: () => environment.close(),
  };
}
