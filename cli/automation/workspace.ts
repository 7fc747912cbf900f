import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { LocalWorkspace, Workspace } from "@pulumi/pulumi/automation";
import { findEngine } from "./find-engine";
import { loadAutomation } from "./load-automation";

/** Bytes of what a command prints. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/**
 * Runs a Pulumi command that the Automation API has no method for; resolves with what it printed.
 * Throws an error whose message holds what it said, as the Automation API's own errors do.
 */
export async function runPulumi(workspace: Workspace, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    workspace.pulumiCommand.command,
    [...args, "--non-interactive"],
    { cwd: workspace.workDir, env: { ...process.env, ...workspace.envVars }, maxBuffer: MAX_OUTPUT },
  );
  return stdout;
}

/** Where Pulumi runs, and what its environment has beside this process's. */
export interface WorkspaceSettings {
  workDir: string;
  envVars: Record<string, string>;
}

/**
 * A workspace that works on a stack without selecting it: which stack is selected is the user's own choice, and lies
 * in one file for all runs.
 * @throws TierguardError where there is no engine.
 */
export async function openWorkspace(settings: WorkspaceSettings): Promise<LocalWorkspace> {
  const { LocalWorkspace: workspaces } = loadAutomation();
  const workspace = await workspaces.create({ ...settings, pulumiCommand: await findEngine() });
  workspace.selectStack = async (name) => {
    await runPulumi(workspace, ["stack", "--stack", name]);
  };
  workspace.createStack = async (name) => {
    await runPulumi(workspace, ["stack", "init", name, "--no-select"]);
  };
  return workspace;
}
