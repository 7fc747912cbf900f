import { byText } from "../../core/text-order";
import { type AwsClients, connectToAws } from "../clients";
import type { AwsConnection } from "../connection";
import { nameKey } from "../existing-names";
import { ask } from "../preflight/ask";
import type { Answer } from "../preflight/answer";
import type { PreflightFindings } from "../preflight/findings";
import { gatherPreflight } from "../preflight/gather";
import { judgePreflight } from "../preflight/judge";
import { type Judgement, unanswered } from "../preflight/judgement";
import { namesToLookUp } from "../preflight/names-to-look-up";
import { judgePermissions, type PermissionFindings } from "./judge-permissions";
import { type AccountSummary, judgeQuotas } from "./judge-quotas";
import { isProbed, permissionProbes } from "./permission-probes";
import { type ForecastRequest, preflightPart } from "./request";
import { principalOf, simulate } from "./simulate";

/** One thing that a deployment relies on, and whether AWS has it so. */
export type ForecastFinding = Omit<Judgement, "failure">;

/** Everything that was found out, before anything is judged. */
export interface ForecastFindings {
  preflight: PreflightFindings;
  summary: Answer<AccountSummary>;
  permissions: PermissionFindings;
}

async function gatherPermissions(
  aws: AwsClients,
  request: ForecastRequest,
  { caller, stack, stackResources, prerequisites }: PreflightFindings,
): Promise<PermissionFindings> {
  if ("failure" in caller) return { caller };
  const principal = await principalOf(aws, caller.value.arn);
  if ("failure" in principal || principal.value.kind !== "policies") return { caller, principal };
  const probes = permissionProbes(request, {
    known: "value" in stack && "value" in stackResources,
    stackId: "value" in stack ? livingStackId(stack.value) : undefined,
    resources: "value" in stackResources ? stackResources.value : [],
    placement: prerequisites?.placement,
  });
  const unasked = [...new Set(request.resources.map(({ type }) => type))].filter((type) => !isProbed(type));
  const outcomes = await simulate(aws, principal.value.arn, probes);
  return { caller, principal, outcomes, unasked: unasked.sort(byText) };
}

/** A leftover in ROLLBACK_COMPLETE is deleted and created anew: for what is needed there is no stack. */
function livingStackId(stack: { id: string; status: string } | undefined): string | undefined {
  return stack === undefined || stack.status === "ROLLBACK_COMPLETE" ? undefined : stack.id;
}

async function gatherForecast(
  aws: AwsClients,
  request: ForecastRequest,
  connection: AwsConnection,
): Promise<ForecastFindings> {
  const [preflight, summary] = await Promise.all([
    gatherPreflight(aws, preflightPart(request, connection)),
    ask(async () => (await (await aws.iam()).getAccountSummary({})).SummaryMap ?? {}),
  ]);
  const permissions = await gatherPermissions(aws, request, preflight);
  return { preflight, summary, permissions };
}

function judgeRoom(
  request: ForecastRequest,
  { stackResources, takenNames }: PreflightFindings,
  summary: Answer<AccountSummary>,
): Judgement[] {
  if ("failure" in stackResources) {
    const what = "what the deployment adds to what the account has";
    const action = "cloudformation:ListStackResources";
    return [unanswered("quotas", { what, action, failure: stackResources.failure })];
  }
  const taken = new Set(takenNames.map((name) => nameKey(name)));
  const added = namesToLookUp(request, stackResources.value).filter((name) => !taken.has(nameKey(name)));
  return judgeQuotas({ resources: request.resources, added }, summary);
}

/** Judges all that was found out: the pre-check's own questions, the account's quotas, the caller's rights. Pure. */
export function judgeForecast(
  request: ForecastRequest,
  connection: AwsConnection,
  { preflight, summary, permissions }: ForecastFindings,
): ForecastFinding[] {
  const judged = judgePreflight(preflightPart(request, connection), preflight);
  const noConnection = judged.some(({ check }) => check === "connection");
  const all = noConnection
    ? judged
    : [...judged, ...judgeRoom(request, preflight, summary), ...judgePermissions(permissions)];
  return all.map(({ check, status, sentence, todo }) => ({
    check,
    status,
    sentence,
    ...(todo === undefined ? {} : { todo }),
  }));
}

/**
 * Tells, before anything is written, whether AWS will take a deployment: each thing that it relies on is `ok`, `failing`
 * or `unknown`, which is not failing. It only reads, and throws nothing: what AWS does not answer is unknown.
 */
export async function forecast(
  request: ForecastRequest,
  connection: AwsConnection,
  aws = connectToAws(connection),
): Promise<ForecastFinding[]> {
  return judgeForecast(request, connection, await gatherForecast(aws, request, connection));
}
