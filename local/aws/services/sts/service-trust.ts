import { conditionContext } from "../../authorization/authorise";
import { applies } from "../../authorization/evaluate";
import { statementsOf } from "../../authorization/policy-model";
import type { CallContext } from "../../service";
import { roles } from "../iam/entities";
import { roleAccount } from "./role-assumption";

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
  const { accountId } = context.caller;
  if (roleAccount(roleArn) !== accountId) return false;
  const role = roles.find(context, roleArn.slice(roleArn.lastIndexOf("/") + 1));
  if (role?.Arn !== roleArn) return false;
  const values = conditionContext(context, "sts", {
    "aws:PrincipalArn": undefined,
    "aws:PrincipalServiceName": service,
    "aws:SourceAccount": accountId,
    "aws:SourceArn": source,
    "aws:userid": undefined,
    "aws:username": undefined,
  });
  const speaking = statementsOf(role.AssumeRolePolicyDocument).filter(
    (statement) =>
      statement.principal?.Service?.includes(service) === true &&
      applies(statement, { action: "sts:AssumeRole", resource: role.Arn, context: values }),
  );
  return speaking.length > 0 && speaking.every(({ effect }) => effect === "Allow");
}
