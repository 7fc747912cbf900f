import type * as Sts from "@aws-sdk/client-sts";
import { type AuthenticatedCaller, findAccessKey } from "../../authorization/caller-record";
import type { PolicyDocument } from "../../authorization/policy-model";
import { AwsError, type CallContext, type Operations } from "../../service";
import { accountStore } from "../../store-scopes";
import { defaultDocument, policyByArn } from "../iam/entities";
import type { RoleRecord } from "../iam/records";
import { checkPolicyDocument } from "../iam/policy-grammar";
import { checkAssumption, roleAccount } from "./role-assumption";
import { credentials, openSession } from "./sessions";

const DEFAULT_SECONDS = 3600;
const MIN_SECONDS = 900;
/** Of a session that was begun from a session. */
const CHAINED_SECONDS = 3600;
const SESSION_TOKEN_SECONDS = 43_200;
const MAX_SESSION_TOKEN_SECONDS = 129_600;

function getCallerIdentity(_: unknown, { caller }: CallContext): Sts.GetCallerIdentityResponse {
  return { Account: caller.accountId, Arn: caller.arn, UserId: caller.userId };
}

function assumeRole(input: Sts.AssumeRoleRequest, context: CallContext): Sts.AssumeRoleResponse {
  const sessionName = input.RoleSessionName!;
  if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) {
    throw validation(
      `1 validation error detected: Value '${sessionName}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`,
    );
  }
  const role = checkAssumption(input, context);
  const seconds = duration(input.DurationSeconds ?? DEFAULT_SECONDS, role, context);
  const accountId = roleAccount(input.RoleArn!)!;
  const key = openSession(
    context,
    { accountId, seconds },
    {
      roleName: role.RoleName,
      sessionName,
      context: mfaContext(input, context),
      policies: sessionPolicies(input, context),
      tags: Object.fromEntries((input.Tags ?? []).map(({ Key, Value }) => [Key!, Value!])),
    },
  );
  return {
    Credentials: credentials(key),
    AssumedRoleUser: {
      Arn: `arn:${context.partition}:sts::${accountId}:assumed-role/${role.RoleName}/${sessionName}`,
      AssumedRoleId: `${role.RoleId}:${sessionName}`,
    },
    PackedPolicySize: input.Policy === undefined ? undefined : 1,
  };
}

function duration(seconds: number, role: RoleRecord, { caller }: CallContext): number {
  if (seconds < MIN_SECONDS) {
    throw validation(
      `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to ${MIN_SECONDS}`,
    );
  }
  if (seconds > role.MaxSessionDuration) {
    throw validation("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
  }
  if (caller.arn.includes(":assumed-role/") && seconds > CHAINED_SECONDS) {
    throw validation(
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
    );
  }
  return seconds;
}

/** Any code of any device counts as MFA: there are no devices here. */
function mfaContext(
  input: { SerialNumber?: string; TokenCode?: string },
  context: CallContext,
): Record<string, string> {
  const own = (context.caller as AuthenticatedCaller).context ?? {};
  const present =
    (input.SerialNumber !== undefined && input.TokenCode !== undefined) ||
    own["aws:MultiFactorAuthPresent"] === "true";
  return {
    "aws:MultiFactorAuthPresent": String(present),
    "aws:TokenIssueTime": context.now().toISOString(),
  };
}

function sessionPolicies(input: Sts.AssumeRoleRequest, context: CallContext): PolicyDocument[] {
  const documents = (input.PolicyArns ?? []).map(({ arn }) => {
    const policy = policyByArn(context, arn ?? "");
    if (policy === undefined) throw validation(`Policy ${arn ?? ""} does not exist or is not attachable.`);
    return defaultDocument(policy);
  });
  if (input.Policy !== undefined) {
    checkPolicyDocument(input.Policy, "identity");
    documents.push(input.Policy);
  }
  return documents.map((document) => JSON.parse(document) as PolicyDocument);
}

function getSessionToken(
  input: Sts.GetSessionTokenRequest,
  context: CallContext,
): Sts.GetSessionTokenResponse {
  if (context.caller.arn.includes(":assumed-role/")) {
    throw new AwsError("AccessDenied", "Cannot call GetSessionToken with session credentials", 403);
  }
  const seconds = input.DurationSeconds ?? SESSION_TOKEN_SECONDS;
  if (seconds < MIN_SECONDS || seconds > MAX_SESSION_TOKEN_SECONDS) {
    throw validation(
      `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value between ${MIN_SECONDS} and ${MAX_SESSION_TOKEN_SECONDS}`,
    );
  }
  const key = openSession(
    context,
    {
      accountId: context.caller.accountId,
      seconds,
      userName: (context.caller as AuthenticatedCaller).userName,
    },
    { context: mfaContext(input, context), policies: [], tags: {} },
  );
  return { Credentials: credentials(key) };
}

function getAccessKeyInfo(
  input: Sts.GetAccessKeyInfoRequest,
  context: CallContext,
): Sts.GetAccessKeyInfoResponse {
  const key = findAccessKey(accountStore(context.store, context.caller.accountId), input.AccessKeyId!);
  return { Account: key?.accountId ?? context.caller.accountId };
}

function validation(message: string): AwsError {
  return new AwsError("ValidationError", message, 400);
}

/** STS's operations; roles of every account of this server may be assumed. */
export const operations: Operations = {
  GetCallerIdentity: getCallerIdentity,
  AssumeRole: assumeRole,
  GetSessionToken: getSessionToken,
  GetAccessKeyInfo: getAccessKeyInfo,
};
