import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ExitCode } from "../core/errors";

const run = promisify(execFile);
const root = join(__dirname, "..");

/** What `create-prov-template` may take at most on an idle machine. */
const GOAL = { milliseconds: 500, mebibytes: 150 };
const ROUNDS = 9;
const TIERS = ["startup-5", "medium-10", "enterprise-12"];

/** Says at the end, on stderr, what the process took of memory at most. */
const MEASURE = join(__dirname, "peak-memory.cjs");

/** One run: wall time in milliseconds, and the most memory that it had in MiB. */
interface Run {
  milliseconds: number;
  mebibytes: number;
}

async function timed(argv: readonly string[]): Promise<Run> {
  const started = process.hrtime.bigint();
  const { stderr } = await run(process.execPath, ["-r", MEASURE, ...argv]);
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  return { milliseconds, mebibytes: Number(/peak memory: (\d+) KiB/.exec(stderr)![1]) / 1024 };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/**
 * Times `create-prov-template` from a cold start, tier by tier, beside a Node that does nothing, turn by turn so that a
 * machine's moods meet all. Prints medians and ratios; resolves with the exit code 0, whatever they are.
 */
export async function benchColdStart(): Promise<number> {
  const output = mkdtempSync(join(tmpdir(), "tierguard-bench-"));
  const bin = join(root, "bin", "tierguard.cjs");
  const programs = new Map<string, string[]>([
    ["node -e 0", ["-e", "0"]],
    ...TIERS.map((tier): [string, string[]] => {
      const config = join(root, "configs", `${tier}.yaml`);
      return [tier, [bin, "create-prov-template", "--config", config, "--output", output]];
    }),
  ]);
  const runs = new Map([...programs.keys()].map((name) => [name, [] as Run[]]));
  try {
    // The first run of a fresh clone also translates the TypeScript; what it is translated to is kept.
    for (const argv of programs.values()) await timed(argv);
    for (let round = 1; round <= ROUNDS; round++) {
      for (const [name, argv] of programs) runs.get(name)!.push(await timed(argv));
    }
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
  console.log(`create-prov-template from a cold start, Node ${process.versions.node}; medians of ${ROUNDS}:`);
  const nothing = median(runs.get("node -e 0")!.map(({ milliseconds }) => milliseconds));
  for (const [name, list] of runs) {
    const milliseconds = median(list.map((one) => one.milliseconds));
    const memory = Math.round(median(list.map((one) => one.mebibytes)));
    console.log(
      `  ${name.padEnd(14)} ${milliseconds.toFixed(0).padStart(5)} ms  ${String(memory).padStart(4)} MiB  ${(milliseconds / nothing).toFixed(1).padStart(5)} times node -e 0`,
    );
  }
  console.log(`  goal on an idle machine: ${GOAL.milliseconds} ms, ${GOAL.mebibytes} MiB`);
  return ExitCode.Done;
}
