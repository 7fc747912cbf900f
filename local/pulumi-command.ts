import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { captureCommand, runCommand } from "./run-command";
import { type LocalEnvironment, openLocalEnvironment, PROJECT_DIR } from "./local-environment";
import { keepSaltOut } from "./salt-free-config";
import { stackOf } from "./stack-config";

/** Commands that work on a stack which must exist. */
const NEEDS_STACK = [
  "preview",
  "pre",
  "up",
  "update",
  "refresh",
  "destroy",
  "config",
  "import",
  "state",
  "cancel",
];

function projectName(): string | undefined {
  try {
    const project = parse(readFileSync(join(PROJECT_DIR, "Pulumi.yaml"), "utf8")) as { name?: string } | null;
    return project?.name;
  } catch {
    return undefined;
  }
}

function stackExists({ directory }: LocalEnvironment, project: string, stack: string): boolean {
  const folder = join(directory, "pulumi", ".pulumi", "stacks", project);
  return ["json", "json.gz"].some((extension) => existsSync(join(folder, `${stack}.${extension}`)));
}

/** Makes the stack in the local backend where it isn't there yet. Selects nothing: that is the user's choice elsewhere. */
export async function ensureStack(local: LocalEnvironment, stack: string): Promise<void> {
  const project = projectName();
  if (project === undefined || stackExists(local, project, stack)) return;
  const { exitCode, stderr } = await captureCommand(
    "pulumi",
    ["stack", "init", stack, "--no-select", "--non-interactive"],
    { cwd: PROJECT_DIR, env: local.env },
  );
  // Another command may have made it meanwhile.
  if (exitCode !== 0 && !stackExists(local, project, stack))
    throw new Error(`pulumi stack init ${stack}: ${stderr.trim()}`);
}

/** Runs `pulumi` on the embedded AWS; resolves with its exit code. A local stack that it needs is made first. */
export async function runPulumi(args: readonly string[]): Promise<number> {
  const stack = stackOf(args, process.env);
  const local = await openLocalEnvironment({ stack, engine: true });
  const removeSalt = keepSaltOut(PROJECT_DIR, stack);
  try {
    if (NEEDS_STACK.includes(args.find((argument) => !argument.startsWith("-")) ?? "")) {
      await ensureStack(local, stack);
    }
    return await runCommand("pulumi", args, { cwd: PROJECT_DIR, env: local.env });
  } finally {
    removeSalt();
    local.close();
  }
}
