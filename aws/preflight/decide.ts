import type { PreflightFindings, PreflightVerdict } from "./findings";
import { isOurs, judgePreflight } from "./judge";
import type { PreflightRequest } from "./request";
import { judgeStackState } from "./stack-state";

function leftoverOf(request: PreflightRequest, { stack: answer }: PreflightFindings): string | undefined {
  const stack = "value" in answer ? answer.value : undefined;
  if (stack === undefined || !isOurs(stack, request)) return undefined;
  return judgeStackState(stack, request.region).kind === "leftover" ? stack.id : undefined;
}

/**
 * Decides from what was found whether the stack may be touched. What is denied to the caller is a warning; what AWS
 * should have answered and did not is a failure. Pure.
 */
export function decidePreflight(request: PreflightRequest, findings: PreflightFindings): PreflightVerdict {
  const verdict: PreflightVerdict = { failures: [], warnings: [] };
  for (const { status, sentence, todo, failure } of judgePreflight(request, findings)) {
    const whole = todo === undefined ? sentence : `${sentence}: ${todo}`;
    if (status === "failing") verdict.failures.push(whole);
    else if (status === "warning") verdict.warnings.push(whole);
    else if (status === "unknown" && failure?.kind === "denied") verdict.warnings.push(sentence);
    else if (status === "unknown") verdict.failures.push(sentence);
  }
  const leftover = leftoverOf(request, findings);
  if (leftover !== undefined) verdict.leftoverStackId = leftover;
  return verdict;
}
