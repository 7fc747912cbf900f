import { ExitCode, TierguardError } from "../core/errors";
import { openEngineEnvironment } from "../test/drift/engine-environment";

const ROUNDS = 3;

/** Times a drift check of the deployed enterprise tier by the command line, in milliseconds: one a round. */
export async function timeDriftChecks(): Promise<number[]> {
  const environment = await openEngineEnvironment("enterprise-12");
  try {
    const up = await environment.pulumi("up", "--yes", "--skip-preview");
    if (up.exitCode !== 0) throw failed(up.output);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      const { exitCode, stderr } = await environment.tierguard(["check-drift", "--exit-code"]);
      times.push(performance.now() - started);
      if (exitCode !== 0) throw failed(stderr);
    }
    return times;
  } finally {
    await environment.close();
  }
}

function failed(output: string): TierguardError {
  return new TierguardError(`the drift check could not be timed:\n${output}`, {
    code: "bench-failed",
    exitCode: ExitCode.Failed,
  });
}
