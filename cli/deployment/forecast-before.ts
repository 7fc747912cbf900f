import { forecast, type ForecastFinding } from "../../aws/forecast/forecast";
import { forecastRequest } from "../../aws/forecast/request";
import { ExitCode, TierguardError } from "../../core/errors";
import type { RunContext } from "../action";
import { type DeploymentTarget, templateObject } from "./target";

/** A finding in one line: what was found, and what to do about it. */
export function findingLine({ check, sentence, todo }: ForecastFinding): string {
  return `${check}: ${sentence}${todo === undefined ? "" : ` (${todo})`}`;
}

/**
 * Tells before anything is written whether AWS will take the deployment. What AWS does not tell is said, and is no
 * reason to stop.
 * @throws TierguardError with everything that fails at once.
 */
export async function forecastBefore(
  target: DeploymentTarget,
  { log, progress, signal }: Pick<RunContext, "log" | "progress" | "signal">,
): Promise<ForecastFinding[]> {
  progress("forecast: asking AWS whether it will take the deployment");
  const { blueprint, resources, connection, aws } = target;
  const request = forecastRequest({ blueprint, resources, template: templateObject(target) });
  const findings = await forecast(request, connection, aws);
  signal.throwIfAborted();
  for (const finding of findings) {
    const line = `forecast: ${finding.status}: ${findingLine(finding)}`;
    if (finding.status === "unknown" || finding.status === "warning") progress(line);
    else log.info(line);
  }
  const failing = findings.filter(({ status }) => status === "failing");
  if (failing.length === 0) return findings;
  throw new TierguardError(
    [
      "AWS will not take the deployment. Nothing was written.",
      ...failing.map((finding) => `  ${findingLine(finding)}`),
    ].join("\n"),
    { code: "forecast-failing", exitCode: ExitCode.Failed },
  );
}
