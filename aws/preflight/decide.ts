import { type AwsFailure, explainAwsFailure } from "../aws-error";
import type { DeployedStack, StackResource } from "../deployed-stack";
import { bareName, type WantedName } from "../existing-names";
import type { Answer, PreflightFindings, PreflightVerdict, TakenName } from "./findings";
import type { PreflightRequest } from "./request";
import { judgeStackState } from "./stack-state";

const NOUNS: Record<string, string> = {
  "AWS::IAM::Group": "IAM group",
  "AWS::IAM::Role": "IAM role",
  "AWS::IAM::ManagedPolicy": "IAM policy",
  "AWS::SSM::Parameter": "SSM parameter",
};

/** Whether the tags say that the stack is this environment's own. */
export function isOurs(stack: DeployedStack, request: PreflightRequest): boolean {
  const same = (key: string) => request.tags[key] !== undefined && stack.tags[key] === request.tags[key];
  if (!same("ManagedBy") || !same("Environment") || !same("TenantId")) return false;
  return request.pinnedName || same("Stem");
}

/** The names that the stack does not hold yet, which must be free. */
export function namesToLookUp(
  request: PreflightRequest,
  stackResources: readonly StackResource[],
): WantedName[] {
  const held = new Set(
    stackResources
      .filter(({ status }) => status !== "DELETE_COMPLETE" && status !== "CREATE_FAILED")
      .map(({ type, physicalId }) => `${type} ${bareName(physicalId)}`),
  );
  return request.names.filter(({ type, identifier }) => !held.has(`${type} ${bareName(identifier)}`));
}

/** Calls that failed for one and the same reason (no credentials, no network) are one failure, said once. */
function commonFailure(findings: PreflightFindings): AwsFailure | undefined {
  const answers: Answer<unknown>[] = [findings.callerAccountId, findings.stack, findings.stackResources];
  const failures = answers.flatMap((answer) => ("failure" in answer ? [answer.failure] : []));
  return failures.find(({ kind }) => ["no-credentials", "bad-credentials", "unreachable"].includes(kind));
}

function judgeAccount(request: PreflightRequest, findings: PreflightFindings, verdict: PreflightVerdict) {
  if (request.connection.region !== request.region) {
    verdict.failures.push(
      `environment.region is ${request.region}, but aws-native:region is ${request.connection.region}: remove aws-native:region, the config's region counts`,
    );
  }
  const account = findings.callerAccountId;
  if ("failure" in account) {
    unanswered("whose account the credentials belong to", "sts:GetCallerIdentity", account.failure, verdict);
  } else if (account.value !== request.accountId) {
    verdict.failures.push(
      `the credentials belong to account ${account.value}, but client.account_id is ${request.accountId}: use credentials of that account, or correct the config`,
    );
  }
}

function unanswered(what: string, action: string, failure: AwsFailure, verdict: PreflightVerdict) {
  if (failure.kind === "denied") verdict.warnings.push(`not known: ${what} (${action} is denied)`);
  else verdict.failures.push(`could not find out ${what}: ${explainAwsFailure(failure)}`);
}

function judgeStack(request: PreflightRequest, findings: PreflightFindings, verdict: PreflightVerdict) {
  if ("failure" in findings.stack) {
    unanswered(
      `whether the stack ${request.stackName} exists`,
      "cloudformation:DescribeStacks",
      findings.stack.failure,
      verdict,
    );
    return;
  }
  const stack = findings.stack.value;
  if (stack === undefined) return;
  if (!isOurs(stack, request)) {
    const owner = stack.tags.Stem === undefined ? "" : ` (its tag Stem is ${stack.tags.Stem})`;
    verdict.failures.push(
      `a stack named ${stack.name} exists in ${request.region} and is not this environment's${owner}: choose another deployment.stack_name, or delete that stack if nobody needs it`,
    );
    return;
  }
  const state = judgeStackState(stack, request.region);
  if (state.kind === "leftover") verdict.leftoverStackId = stack.id;
  if (state.kind === "blocked") {
    const reason = stack.statusReason === undefined ? "" : ` (${stack.statusReason})`;
    verdict.failures.push(`the stack ${stack.name} is in ${stack.status}${reason}: ${state.way}`);
  }
}

/** Whether another stack of the same tenant and environment has the name, as its tags say. */
function otherStackOfTenant(taken: TakenName, request: PreflightRequest): string | undefined {
  const owner = taken.ownerTags ?? {};
  const same = ["ManagedBy", "Environment", "TenantId"].every((key) => owner[key] === request.tags[key]);
  return same && owner.Stem !== request.stem ? owner.Stem : undefined;
}

function describeOtherStack(
  taken: readonly TakenName[],
  ownerStem: string,
  request: PreflightRequest,
): string {
  const first = taken[0]!;
  const others = taken.length === 1 ? "" : ` and ${taken.length - 1} more names`;
  const what = `the ${NOUNS[first.type] ?? first.type} ${bareName(first.identifier)}${others}`;
  const stack = first.ownerTags?.["aws:cloudformation:stack-name"] ?? `${ownerStem}-stack`;
  return ownerStem.includes(`-${request.region}-`)
    ? `${what} belong to the stack ${stack} of the same environment: set deployment.stack_name to ${stack} to update that stack in place`
    : `${what} belong to the stack ${stack} in another region: IAM names hold no region, so that one prefix, environment and tenant can be deployed in one region only; use another tenant_id or env, or destroy that stack first`;
}

function describeTaken(taken: TakenName, request: PreflightRequest): string {
  const what = `the ${NOUNS[taken.type] ?? taken.type} ${bareName(taken.identifier)} (${taken.logicalId})`;
  return `${what} exists already and is not part of the stack ${request.stackName}: rename or delete it if nobody uses it, or import it into the stack`;
}

function judgeNames(request: PreflightRequest, findings: PreflightFindings, verdict: PreflightVerdict) {
  const byOwner = new Map<string, TakenName[]>();
  for (const taken of findings.takenNames) {
    const ownerStem = otherStackOfTenant(taken, request);
    if (ownerStem === undefined) verdict.failures.push(describeTaken(taken, request));
    else byOwner.set(ownerStem, [...(byOwner.get(ownerStem) ?? []), taken]);
  }
  for (const [ownerStem, taken] of byOwner) {
    verdict.failures.push(describeOtherStack(taken, ownerStem, request));
  }
  for (const { type, failure } of findings.unknownNames) {
    unanswered(`whether the names of the ${NOUNS[type] ?? type} resources are free`, type, failure, verdict);
  }
  if ("failure" in findings.stackResources && findings.stackResources.failure.kind === "denied") {
    verdict.warnings.push(
      `not known: what the stack ${request.stackName} holds (cloudformation:ListStackResources is denied)`,
    );
  }
}

function judgePrerequisite(
  answer: Answer<boolean> | undefined,
  what: string,
  action: string,
  missing: string,
  verdict: PreflightVerdict,
) {
  if (answer === undefined) return;
  if ("failure" in answer) unanswered(`whether ${what} exists`, action, answer.failure, verdict);
  else if (!answer.value) verdict.failures.push(missing);
}

/** Decides from what was found whether the stack may be touched. Pure. */
export function decidePreflight(request: PreflightRequest, findings: PreflightFindings): PreflightVerdict {
  const verdict: PreflightVerdict = { failures: [], warnings: [] };
  const common = commonFailure(findings);
  if (common !== undefined) {
    verdict.failures.push(explainAwsFailure(common));
    return verdict;
  }
  judgeAccount(request, findings, verdict);
  judgeStack(request, findings, verdict);
  judgeNames(request, findings, verdict);
  const boundary = request.permissionBoundaryArn ?? "";
  judgePrerequisite(
    findings.boundaryExists,
    `the permission boundary ${boundary}`,
    "iam:GetPolicy",
    `security.permission_boundary_arn names ${boundary}, which does not exist: create that policy first, or correct its ARN`,
    verdict,
  );
  const bucket = request.templateBucket ?? "";
  judgePrerequisite(
    findings.bucketExists,
    `the bucket ${bucket}`,
    "s3:ListBucket",
    `deployment.template_bucket names ${bucket}, which does not exist: create that bucket first, or correct its name`,
    verdict,
  );
  return verdict;
}
