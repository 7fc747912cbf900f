import type { AssumeRoleRequest } from "@aws-sdk/client-sts";
import { conditionContext, refusal } from "../../authorization/authorise";
import { applies } from "../../authorization/evaluate";
import { requestTags } from "../../authorization/permission";
import { statementsOf } from "../../authorization/policy-model";
import { type PrincipalMatch, principalMatch } from "../../authorization/principal-match";
import type { ConditionContext } from "../../authorization/variables";
import { AwsError, type CallContext, type Caller } from "../../service";
import { accountStore } from "../../store-scopes";
import { roles } from "../iam/entities";
import type { RoleRecord } from "../iam/records";

/** The account of a role's ARN, undefined where it is no role's. */
export function roleAccount(arn: string): string | undefined {
  return /^arn:[^:]+:iam::(\d{12}):role\/.+$/.exec(arn)?.[1];
}

/**
 * The role, if the caller may assume it: the role must trust the caller, and unless the trust names the caller itself
 * within the account, the caller's own policies must allow it too. Throws AccessDenied, also where there is no role.
 */
export function checkAssumption(input: AssumeRoleRequest, context: CallContext): RoleRecord {
  const roleArn = input.RoleArn!;
  const accountId = roleAccount(roleArn);
  if (accountId === undefined) throw new AwsError("ValidationError", `${roleArn} is invalid`, 400);
  const scope = { store: accountStore(context.store, accountId) };
  const role = roles.find(scope, roleArn.slice(roleArn.lastIndexOf("/") + 1));
  const actions = ["sts:AssumeRole", ...(input.Tags?.length ? ["sts:TagSession"] : [])];
  for (const action of actions) {
    const values = conditionValues(input, context);
    const trust = role?.Arn === roleArn ? trusts(role, action, context.caller, values) : "no";
    const own =
      trust === "direct" && accountId === context.caller.accountId
        ? undefined
        : refusal(context.caller, { action, resource: roleArn, context: values });
    if (trust === "no" || own !== undefined) throw accessDenied(context.caller.arn, action, roleArn);
  }
  return role!;
}

function conditionValues(input: AssumeRoleRequest, context: CallContext): ConditionContext {
  const mfa = input.SerialNumber !== undefined && input.TokenCode !== undefined;
  return conditionContext(context, "sts", {
    ...requestTags(input.Tags),
    ...(mfa ? { "aws:MultiFactorAuthPresent": "true" } : {}),
    "sts:ExternalId": input.ExternalId,
    "sts:RoleSessionName": input.RoleSessionName,
    "aws:ResourceAccount": roleAccount(input.RoleArn!),
  });
}

function trusts(role: RoleRecord, action: string, caller: Caller, context: ConditionContext): PrincipalMatch {
  let found: PrincipalMatch = "no";
  for (const statement of statementsOf(role.AssumeRolePolicyDocument)) {
    if (!applies(statement, { action, resource: role.Arn, context })) continue;
    const match = principalMatch(statement, caller);
    if (match === "no") continue;
    if (statement.effect === "Deny") return "no";
    if (found !== "direct") found = match;
  }
  return found;
}

function accessDenied(caller: string, action: string, role: string): AwsError {
  return new AwsError(
    "AccessDenied",
    `User: ${caller} is not authorized to perform: ${action} on resource: ${role}`,
    403,
  );
}
