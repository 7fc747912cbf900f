import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { startEmbeddedAws } from "./aws/server";
import { commandEnvironment } from "./command-environment";
import { findEngine } from "./engine/find-engine";
import { engineFolder } from "./engine/engine-folder";
import { engineCache, PROJECT_DIR } from "./local-environment";
import { captureCommand, type CommandResult } from "./run-command";
import { stackTarget } from "./stack-config";
import { startProviders } from "./start-providers";

/** What to make an environment of. */
export interface TestEnvironmentOptions {
  /** A Pulumi project, such as a fixture; the project itself where it is left out. */
  directory?: string;
  /** The stack that commands without `--stack` work on: `dev` where it is left out. */
  stack?: string;
  /** The account of the embedded AWS: that of the stack's config where it is left out. */
  accountId?: string;
  region?: string;
}

/** How one command of a test runs. */
export interface TestCommandOptions {
  env?: NodeJS.ProcessEnv;
}

/** A Pulumi project, its backend and an embedded AWS of a test's own, below the OS's folder for temporary files. */
export interface TestEnvironment {
  /** With it, `pulumi`, and clients of the AWS SDK without any option, work on this environment. */
  env: NodeJS.ProcessEnv;
  /** The embedded AWS. */
  endpoint: string;
  /** A copy: a test may write its `Pulumi.*.yaml`. Everything else in it is linked to the original. */
  projectDir: string;
  /** Runs a command in the project; never with a terminal. A stack must have been made with `stack init`. */
  pulumi(args: readonly string[], options?: TestCommandOptions): Promise<CommandResult>;
  /** Stops everything and removes all files. */
  close(): Promise<void>;
}

/** Of a project, what is a test's own and not linked. */
function isOwn(name: string): boolean {
  return /^Pulumi(\..+)?\.ya?ml$/.test(name);
}

function copyProject(source: string, destination: string): void {
  mkdirSync(destination, { recursive: true });
  for (const name of readdirSync(source)) {
    if ([".git", ".tierguard", "coverage"].includes(name)) continue;
    if (isOwn(name)) cpSync(join(source, name), join(destination, name));
    else symlinkSync(join(source, name), join(destination, name));
  }
  const modules = join(destination, "node_modules");
  if (!existsSync(modules)) symlinkSync(join(PROJECT_DIR, "node_modules"), modules);
}

/** Why there is no engine to test with, or undefined where there is one. Looks only; never downloads or builds. */
export function whyNoEngine(): string | undefined {
  const { engine, notes } = findEngine();
  return engine === undefined ? ["no Pulumi engine is installed", ...notes].join("; ") : undefined;
}

/** Starts an embedded AWS and the stand-in providers in this process, with an empty state. */
export async function createLocalEnvironment(options: TestEnvironmentOptions = {}): Promise<TestEnvironment> {
  const root = mkdtempSync(join(tmpdir(), "tierguard-test-"));
  const source = options.directory ?? PROJECT_DIR;
  const stack = options.stack ?? "dev";
  const projectDir = join(root, basename(source));
  copyProject(source, projectDir);
  const configured = stackTarget(projectDir, stack);
  const target = {
    accountId: options.accountId ?? configured.accountId,
    region: options.region ?? configured.region,
  };
  const aws = await startEmbeddedAws({ stateFile: join(root, "aws.json"), ...target });
  const providers = await startProviders(aws.url, target);
  const { engine } = findEngine();
  const env = commandEnvironment({
    base: process.env,
    services: providers,
    target,
    directory: root,
    stack,
    engineFolder: engine === undefined ? undefined : engineFolder(engine.path, process.env, engineCache()),
  });
  // Workspace settings and downloaded plugins of the person who runs the tests stay out of them.
  env["PULUMI_HOME"] = join(root, "pulumi-home");
  return {
    env,
    endpoint: aws.url,
    projectDir,
    pulumi: (args, { env: more } = {}) =>
      captureCommand(pulumiProgram(env), ["--non-interactive", "--color=never", ...args], {
        cwd: projectDir,
        env: { ...env, ...more },
      }),
    async close() {
      providers.close();
      await aws.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function pulumiProgram(env: NodeJS.ProcessEnv): string {
  return join(
    (env["PATH"] ?? "").split(delimiter)[0] ?? "",
    process.platform === "win32" ? "pulumi.exe" : "pulumi",
  );
}
