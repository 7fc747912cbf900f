import { serviceMay } from "../../authorization/resource-policy";
import type { CallContext } from "../../service";
import { roles } from "../iam/entities";
import type { RoleRecord } from "../iam/records";
import { roleAccount } from "./role-assumption";

/** A role of the caller's account by its ARN; undefined where there is none. */
export function ownRole(roleArn: string, context: CallContext): RoleRecord | undefined {
  if (roleAccount(roleArn) !== context.caller.accountId) return undefined;
  const role = roles.find(context, roleArn.slice(roleArn.lastIndexOf("/") + 1));
  return role?.Arn === roleArn ? role : undefined;
}

/**
 * Whether a role of the caller's account is there and trusts a service (`codebuild.amazonaws.com`) that works on behalf
 * of a resource of that account.
 * @param source ARN of the resource: what `aws:SourceArn` is when the service assumes the role.
 */
export function trustsService(
  roleArn: string,
  { service, source }: { service: string; source: string },
  context: CallContext,
): boolean {
  return serviceMay(ownRole(roleArn, context)?.AssumeRolePolicyDocument, service, {
    action: "sts:AssumeRole",
    resource: roleArn,
    sourceArn: source,
    sourceAccount: context.caller.accountId,
  });
}
