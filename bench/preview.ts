import { join } from "node:path";
import { ExitCode, TierguardError } from "../core/errors";
import { createLocalEnvironment, type TestEnvironment } from "../local/test-environment";
import { timeDriftChecks } from "./drift-check";
import { ensureEngine } from "../local/engine/ensure-engine";

/** What the startup tier's preview may take at most, as a multiple of the empty program's. */
const GOAL = 1.5;
const ROUNDS = 7;

async function timePreview(environment: TestEnvironment): Promise<number> {
  const started = process.hrtime.bigint();
  const { exitCode, stdout, stderr } = await environment.pulumi(["preview"]);
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  if (exitCode === 0) return milliseconds;
  throw new TierguardError(`pulumi preview failed:\n${stdout}${stderr}`, {
    code: "bench-failed",
    exitCode: ExitCode.Failed,
  });
}

async function prepared(directory?: string): Promise<TestEnvironment> {
  const environment = await createLocalEnvironment({ directory });
  await environment.pulumi(["stack", "init", "dev"]);
  return environment;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/**
 * Times `pulumi preview` of the startup tier beside that of an empty JavaScript program, turn by turn so that a machine's
 * moods meet both, and then a drift check of the enterprise tier. Prints the medians; resolves with the exit code 0, whatever
 * they are.
 */
export async function bench(): Promise<number> {
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  const engine = await ensureEngine();
  const startup = await prepared();
  const empty = await prepared(join(__dirname, "empty-program"));
  try {
    await timePreview(startup);
    await timePreview(empty);
    const times: [number[], number[]] = [[], []];
    for (let round = 1; round <= ROUNDS; round++) {
      times[0].push(await timePreview(startup));
      times[1].push(await timePreview(empty));
      console.log(
        `round ${round}: startup tier ${seconds(times[0].at(-1)!)}, empty program ${seconds(times[1].at(-1)!)}`,
      );
    }
    const [ours, theirs] = [median(times[0]), median(times[1])];
    console.log(`\nPulumi ${engine.version}, Node ${process.versions.node}; medians of ${ROUNDS} rounds:`);
    console.log(`  preview of the startup tier       ${seconds(ours)}`);
    console.log(`  preview of an empty JS program    ${seconds(theirs)}`);
    console.log(`  ratio                             ${(ours / theirs).toFixed(2)} (goal: at most ${GOAL})`);
    const checks = await timeDriftChecks();
    console.log(
      `  drift check, enterprise tier      ${seconds(median(checks))} (median of ${checks.length}; goal: under 5 s)`,
    );
    return ExitCode.Done;
  } finally {
    await startup.close();
    await empty.close();
  }
}
