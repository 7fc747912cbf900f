import { ExitCode, TierguardError } from "../core/errors";
import { openLocalEnvironment } from "./local-environment";
import { runCommand } from "./run-command";

/** Runs the user's own AWS command line on the embedded AWS; resolves with its exit code. */
export async function runAws(args: readonly string[]): Promise<number> {
  const cwd = process.env["INIT_CWD"] || process.cwd();
  const local = await openLocalEnvironment({ stack: "dev", engine: false });
  // Versions before 1.29 and 2.13 don't know AWS_ENDPOINT_URL, and would go to AWS itself.
  const endpoint = ["--endpoint-url", local.env["AWS_ENDPOINT_URL"]!];
  try {
    return await runCommand("aws", [...endpoint, ...args], { cwd, env: local.env });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new TierguardError("There is no AWS command line on PATH", {
      code: "no-aws-command-line",
      exitCode: ExitCode.Failed,
      hint: "pip install awscli, or any other way of AWS's installation guide",
      cause: error,
    });
  } finally {
    local.close();
  }
}
