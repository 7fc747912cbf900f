import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ExitCode, TierguardError } from "../core/errors";
import { captureCommand, runCommand } from "./run-command";
import { type LocalEnvironment, openLocalEnvironment, PROJECT_DIR } from "./local-environment";
import { keepSaltOut } from "./salt-free-config";
import { stackOf } from "./stack-config";
import { provideTemplateBucket } from "./template-bucket";

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

/** Where the local backend keeps the state of a stack of this project. */
export function stackStateFile(directory: string, stack: string): string {
  return join(directory, "pulumi", ".pulumi", "stacks", projectName() ?? "", `${stack}.json`);
}

/** Makes the stack in the local backend where it isn't there yet. Selects nothing: that is the user's choice elsewhere. */
export async function ensureStack(local: LocalEnvironment, stack: string): Promise<void> {
  const stateFile = stackStateFile(local.directory, stack);
  if (projectName() === undefined || existsSync(stateFile)) return;
  const { exitCode, stderr } = await captureCommand(
    "pulumi",
    ["stack", "init", stack, "--no-select", "--non-interactive"],
    { cwd: PROJECT_DIR, env: local.env },
  );
  // Another command may have made it meanwhile.
  if (exitCode !== 0 && !existsSync(stateFile))
    throw new TierguardError(
      `The local stack ${stack} could not be made. pulumi stack init says: ${stderr.trim()}`,
      {
        code: "local-stack",
        exitCode: ExitCode.Failed,
        hint: stderr.includes("passphrase")
          ? `Pulumi.${stack}.yaml has an encryptionsalt of another passphrase; take that line out to use the stack locally.`
          : undefined,
      },
    );
}

/** Runs `pulumi` on the embedded AWS; resolves with its exit code. A local stack that it needs is made first. */
export async function runPulumi(args: readonly string[]): Promise<number> {
  const stack = stackOf(args, process.env);
  const local = await openLocalEnvironment({ stack, engine: true });
  const restoreConfig = keepSaltOut(PROJECT_DIR, stack, stackStateFile(local.directory, stack));
  try {
    if (NEEDS_STACK.includes(args.find((argument) => !argument.startsWith("-")) ?? "")) {
      await ensureStack(local, stack);
      await provideTemplateBucket(local, join(PROJECT_DIR, `Pulumi.${stack}.yaml`));
    }
    return await runCommand("pulumi", args, { cwd: PROJECT_DIR, env: local.env });
  } finally {
    restoreConfig();
    local.close();
  }
}
