import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../core/config/schema";
import { createLocalEnvironment } from "../../local/test-environment";
import { shippedConfig } from "../core/shipped-configs";
import { bin, type Outcome, tierguard } from "../cli/run-cli";

const STACK = "watched";
const BUCKET = "edge-drift-templates";

/** A shipped config as a Pulumi stack on an embedded AWS of its own, and the commands on it. */
export interface EngineEnvironment {
  endpoint: string;
  region: string;
  config: Config;
  /** Runs `pulumi <args>` on the stack; both streams in one text. */
  pulumi(...args: string[]): Promise<{ exitCode: number; output: string }>;
  /** Runs an action on the stack, as the caller of an access key where one is given. */
  tierguard(args: string[], accessKeyId?: string): Promise<Outcome>;
  /** Runs a shell script in the project. */
  script(path: string, ...args: string[]): Promise<Outcome>;
  /** Adds a caller to the account who has these rights alone. */
  addCaller(accessKeyId: string, policies: object[]): Promise<void>;
  /** The calls that were made since the last time, as `service:Operation`. */
  calls(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens an account with nothing in it but a bucket for templates. */
export async function openEngineEnvironment(configName: string): Promise<EngineEnvironment> {
  const config = shippedConfig(configName, (shipped) => {
    shipped.deployment = { ...shipped.deployment, template_bucket: BUCKET };
  });
  const { account_id: accountId } = config.client;
  const { region } = config.environment;
  const environment = await createLocalEnvironment({ accountId, region });
  const { endpoint } = environment;
  const sections = Object.entries<unknown>(config).map(([section, value]) => [`tierguard:${section}`, value]);
  writeFileSync(
    join(environment.projectDir, `Pulumi.${STACK}.yaml`),
    // JSON is YAML in which the engine takes no text for a date.
    JSON.stringify({ config: Object.fromEntries(sections) as object }),
  );
  const credentials = { accessKeyId: accountId, secretAccessKey: "local" };
  await new S3Client({ endpoint, region, credentials, forcePathStyle: true }).send(
    new CreateBucketCommand({
      Bucket: BUCKET,
      CreateBucketConfiguration: { LocationConstraint: region as "us-west-1" },
    }),
  );
  const pulumi = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await environment.pulumi([...args, "--stack", STACK]);
    return { exitCode, output: `${stdout}\n${stderr}` };
  };
  await pulumi("stack", "init");
  const control = (path: string, init?: RequestInit) => fetch(`${endpoint}/_tierguard/${path}`, init);
  return {
    endpoint,
    region,
    config,
    pulumi,
    tierguard: (args, accessKeyId) =>
      tierguard(environment.projectDir, [...args, "--stack", STACK], bin, {
        ...environment.env,
        ...(accessKeyId === undefined ? {} : { AWS_ACCESS_KEY_ID: accessKeyId }),
      }),
    script: (path, ...args) =>
      new Promise((resolve) => {
        const options = { cwd: environment.projectDir, env: environment.env };
        execFile("sh", [path, ...args], options, (error, stdout, stderr) =>
          resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr }),
        );
      }),
    async addCaller(accessKeyId, policies) {
      const body = JSON.stringify({ accessKeyId, policies });
      const answer = await control("callers", { method: "POST", body });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async calls() {
      const { calls } = (await (await control("calls")).json()) as { calls: string[] };
      await control("calls", { method: "DELETE" });
      return calls;
    },
    close: () => environment.close(),
  };
}
