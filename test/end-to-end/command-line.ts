import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BucketLocationConstraint, ListObjectsV2Command, S3 } from "@aws-sdk/client-s3";
import { parseDocument } from "yaml";
import { createLocalEnvironment, type TestEnvironment } from "../../local/test-environment";
import { bin } from "../cli/run-cli";
import { mlConfigFile, mlConfigNames } from "../core/ml/ml-configs";
import { shippedConfigFile } from "../core/shipped-configs";

/** How a run of the command line ended. */
export interface Ending {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** A run that has begun. */
export interface Begun {
  /** Sends Ctrl-C's signal to the command line alone. */
  interrupt(): void;
  ended: Promise<Ending>;
}

/** The real command line on an embedded AWS and a Pulumi backend of a test's own. */
export interface CommandLine {
  environment: TestEnvironment;
  endpoint: string;
  /** Runs an action to its end. */
  run(...args: string[]): Promise<Ending>;
  /** As `run`, in an environment with these variables changed; undefined takes one out. */
  runWith(env: Record<string, string | undefined>, ...args: string[]): Promise<Ending>;
  begin(...args: string[]): Begun;
  /** A config file of its own: a shipped one, of either product, with values set, by their paths. */
  config(name: string, values?: Record<string, unknown>): string;
  /** Operations that AWS was asked for since the last `forgetCalls`. */
  calls(): Promise<string[]>;
  forgetCalls(): Promise<void>;
  /** Makes the bucket that a config of the tier names. */
  makeBucket(name: string, region: string): Promise<void>;
  /** Keys in a bucket. */
  objects(bucket: string, region: string): Promise<string[]>;
  /** The state of a Pulumi stack as it lies in the backend; undefined where there is none. */
  state(stack: string): string | undefined;
  close(): Promise<void>;
}

function starter(environment: TestEnvironment) {
  return (args: string[], changed: Record<string, string | undefined> = {}): Begun => {
    const env: NodeJS.ProcessEnv = { ...environment.env, ...changed };
    for (const [name, value] of Object.entries(changed)) if (value === undefined) delete env[name];
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: environment.projectDir,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const text = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (chunk: string) => (text[stream] += chunk));
    }
    const ended = new Promise<Ending>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve({ exitCode: code ?? -1, ...text }));
    });
    return { interrupt: () => child.kill("SIGINT"), ended };
  };
}

function s3Client(endpoint: string, region: string): S3 {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  return new S3({ endpoint, region, credentials, forcePathStyle: true });
}

/** Starts an embedded AWS that has nothing, and a backend without stacks. */
export async function commandLine(): Promise<CommandLine> {
  const environment = await createLocalEnvironment();
  const { endpoint, projectDir } = environment;
  const start = starter(environment);
  const folder = join(projectDir, "test-configs");
  mkdirSync(folder);
  const control = async (method: string) => (await fetch(`${endpoint}/_tierguard/calls`, { method })).json();
  return {
    environment,
    endpoint,
    run: (...args) => start(args).ended,
    runWith: (env, ...args) => start(args, env).ended,
    begin: (...args) => start(args),
    config(name, values = {}) {
      const shipped = mlConfigNames.includes(name) ? mlConfigFile(name) : shippedConfigFile(name);
      const document = parseDocument(readFileSync(shipped, "utf8"));
      for (const [path, value] of Object.entries(values)) {
        if (value === undefined) document.deleteIn(path.split("."));
        else document.setIn(path.split("."), document.createNode(value));
      }
      const file = join(folder, `${name}.yaml`);
      writeFileSync(file, document.toString());
      return file;
    },
    calls: async () => ((await control("GET")) as { calls: string[] }).calls,
    forgetCalls: async () => void (await control("DELETE")),
    async makeBucket(Bucket, region) {
      const LocationConstraint = region as BucketLocationConstraint;
      const where = region === "us-east-1" ? {} : { CreateBucketConfiguration: { LocationConstraint } };
      await s3Client(endpoint, region).createBucket({ Bucket, ...where });
    },
    async objects(Bucket, region) {
      const { Contents } = await s3Client(endpoint, region).send(new ListObjectsV2Command({ Bucket }));
      return (Contents ?? []).map(({ Key }) => Key!);
    },
    state(stack) {
      const backend = fileURLToPath(environment.env["PULUMI_BACKEND_URL"]!);
      try {
        return readFileSync(join(backend, ".pulumi", "stacks", "tierguard", `${stack}.json`), "utf8");
      } catch {
        return undefined;
      }
    },
    close: () => environment.close(),
  };
}

/** Waits until AWS was asked for an operation, or the run has ended without that. */
export async function asked(cli: CommandLine, operation: string, { ended }: Begun): Promise<boolean> {
  let over = false;
  void ended.finally(() => (over = true));
  while (!over) {
    if ((await cli.calls()).includes(operation)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** Operations that change nothing. */
const READS = /:(Describe|List|Get|BatchGet|Head|Simulate|Validate|Lookup|DetectStack)/;

/** Those of the calls that write. */
export function writes(calls: readonly string[]): string[] {
  return calls.filter((call) => !READS.test(call));
}
