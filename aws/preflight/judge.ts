import { type AwsFailure, explainAwsFailure } from "../aws-error";
import type { DeployedStack } from "../deployed-stack";
import { PRODUCT_TAG } from "../../core/naming/ml-names";
import type { Answer } from "./answer";
import type { BucketState } from "./look-at-bucket";
import type { PreflightFindings } from "./findings";
import { failing, type Judgement, ok, unanswered } from "./judgement";
import { judgeNames } from "./judge-names";
import { judgePrerequisites } from "./prerequisites/judge";
import type { PreflightRequest } from "./request";
import { judgeStackState } from "./stack-state";

/** Whether the tags say that the stack is this environment's own. */
export function isOurs(stack: Pick<DeployedStack, "tags">, request: PreflightRequest): boolean {
  const same = (key: string) => request.tags[key] !== undefined && stack.tags[key] === request.tags[key];
  if (!same("ManagedBy") || !same("Environment") || !same("TenantId")) return false;
  // Two products may have the same name, and a pinned name may be that of another kind of stack.
  if (stack.tags[PRODUCT_TAG] !== request.tags[PRODUCT_TAG]) return false;
  return request.pinnedName || same("Stem");
}

/** Calls that failed for one and the same reason (no credentials, no network) are one failure, said once. */
function commonFailure(findings: PreflightFindings): AwsFailure | undefined {
  const answers: Answer<unknown>[] = [findings.caller, findings.stack, findings.stackResources];
  const failures = answers.flatMap((answer) => ("failure" in answer ? [answer.failure] : []));
  return failures.find(({ kind }) => ["no-credentials", "bad-credentials", "unreachable"].includes(kind));
}

function judgeRegion({ region, connection }: PreflightRequest): Judgement {
  return connection.region === region
    ? ok("region", `calls go to ${region}, the config's region`)
    : failing(
        "region",
        `environment.region is ${region}, but aws-native:region is ${connection.region}`,
        "remove aws-native:region, the config's region counts",
      );
}

function judgeAccount({ accountId }: PreflightRequest, { caller }: PreflightFindings): Judgement {
  if ("failure" in caller) {
    const what = "whose account the credentials belong to";
    return unanswered("account", { what, action: "sts:GetCallerIdentity", failure: caller.failure });
  }
  return caller.value.accountId === accountId
    ? ok("account", `the credentials belong to account ${accountId}, as client.account_id says`)
    : failing(
        "account",
        `the credentials belong to account ${caller.value.accountId}, but client.account_id is ${accountId}`,
        "use credentials of that account, or correct the config",
      );
}

function judgeStack(request: PreflightRequest, { stack: answer }: PreflightFindings): Judgement {
  const { stackName, region } = request;
  if ("failure" in answer) {
    const what = `whether the stack ${stackName} exists`;
    return unanswered("stack", { what, action: "cloudformation:DescribeStacks", failure: answer.failure });
  }
  const stack = answer.value;
  if (stack === undefined) return ok("stack", `there is no stack ${stackName} yet: it will be created`);
  if (!isOurs(stack, request)) {
    const tag =
      stack.tags.Stem === request.stem && stack.tags[PRODUCT_TAG] !== undefined ? PRODUCT_TAG : "Stem";
    const owner = stack.tags[tag] === undefined ? "" : ` (its tag ${tag} is ${stack.tags[tag]})`;
    return failing(
      "stack",
      `a stack named ${stack.name} exists in ${region} and is not this environment's${owner}`,
      "choose another deployment.stack_name, or delete that stack if nobody needs it",
    );
  }
  const state = judgeStackState(stack, region);
  switch (state.kind) {
    case "ready":
      return ok("stack", `the stack ${stack.name} is in ${stack.status}: it will be updated`);
    case "leftover":
      return ok(
        "stack",
        `the stack ${stack.name} is in ${stack.status}, left over from a failed first creation, and holds nothing: it will be deleted and created anew`,
      );
    case "blocked": {
      const reason = stack.statusReason === undefined ? "" : ` (${stack.statusReason})`;
      return failing("stack", `the stack ${stack.name} is in ${stack.status}${reason}`, state.way);
    }
  }
}

function judgeBoundary(
  { permissionBoundaryArn: arn }: PreflightRequest,
  answer?: Answer<boolean>,
): Judgement[] {
  if (arn === undefined || answer === undefined) return [];
  if ("failure" in answer) {
    const what = `whether the permission boundary ${arn} exists`;
    return [unanswered("boundary", { what, action: "iam:GetPolicy", failure: answer.failure })];
  }
  return [
    answer.value
      ? ok("boundary", `the permission boundary ${arn} exists`)
      : failing(
          "boundary",
          `security.permission_boundary_arn names ${arn}, which does not exist`,
          "create that policy first, or correct its ARN",
        ),
  ];
}

function judgeBucket(request: PreflightRequest, answer?: Answer<BucketState>): Judgement[] {
  const { templateBucket: bucket, accountId, region } = request;
  if (bucket === undefined || answer === undefined) return [];
  if ("failure" in answer) {
    const what = `whether the bucket ${bucket} exists and is account ${accountId}'s own`;
    return [unanswered("bucket", { what, action: "s3:ListBucket", failure: answer.failure })];
  }
  const named = `deployment.template_bucket names ${bucket}, which`;
  switch (answer.value.kind) {
    case "ours":
      return [ok("bucket", `the bucket ${bucket} exists in ${region} and is account ${accountId}'s own`)];
    case "missing":
      return [failing("bucket", `${named} does not exist`, "create that bucket first, or correct its name")];
    case "foreign":
      return [
        failing(
          "bucket",
          `${named} is another account's: its owner could change the template before it is deployed`,
          `name a bucket of account ${accountId}`,
        ),
      ];
    case "elsewhere": {
      const where = answer.value.region === undefined ? "another region" : answer.value.region;
      return [failing("bucket", `${named} lies in ${where}`, `name a bucket in ${region}`)];
    }
  }
}

/** Judges each thing that a deployment relies on, in the order in which people read it. Pure. */
export function judgePreflight(request: PreflightRequest, findings: PreflightFindings): Judgement[] {
  const common = commonFailure(findings);
  if (common !== undefined) {
    return [{ check: "connection", status: "failing", sentence: explainAwsFailure(common) }];
  }
  return [
    judgeRegion(request),
    judgeAccount(request, findings),
    judgeStack(request, findings),
    ...judgeNames(request, findings),
    ...judgeBoundary(request, findings.boundaryExists),
    ...judgeBucket(request, findings.bucket),
    ...judgePrerequisites(request, findings),
  ];
}
