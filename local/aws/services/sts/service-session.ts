import type { Credentials } from "@aws-sdk/client-sts";
import { applies } from "../../authorization/evaluate";
import { statementsOf } from "../../authorization/policy-model";
import { AwsError } from "../../service";
import type { Store } from "../../store";
import { accountStore } from "../../store-scopes";
import { roles } from "../iam/entities";
import { roleAccount } from "./role-assumption";
import { credentials, openSession } from "./sessions";

const SECONDS = 3600;

/** What a service takes a role for. */
export interface ServiceSessionRequest {
  roleArn: string;
  /** Service principal: `codebuild.amazonaws.com`. */
  service: string;
  /** ARN of the resource on whose behalf it does. */
  sourceArn: string;
}

/**
 * A session in a role as a service of AWS takes it, for what stands in for that service here. The role's own rights
 * are enforced in it. Throws AccessDenied where the role does not trust the service for that resource.
 */
export function serviceSession(
  { roleArn, service, sourceArn }: ServiceSessionRequest,
  { store }: { store: Store },
): Credentials {
  const accountId = roleAccount(roleArn) ?? "";
  const roleName = roleArn.slice(roleArn.lastIndexOf("/") + 1);
  const role = accountId === "" ? undefined : roles.find({ store: accountStore(store, accountId) }, roleName);
  const context = new Map([
    ["aws:sourceaccount", [accountId]],
    ["aws:sourcearn", [sourceArn]],
  ]);
  const request = { action: "sts:AssumeRole", resource: roleArn, context };
  const speaking = statementsOf(role?.AssumeRolePolicyDocument ?? "{}").filter(
    (statement) => statement.principal?.Service?.includes(service) === true && applies(statement, request),
  );
  if (speaking.length === 0 || speaking.some(({ effect }) => effect === "Deny")) {
    throw new AwsError(
      "AccessDenied",
      `${service} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
      403,
    );
  }
  return credentials(
    openSession(
      { store, now: () => new Date() },
      { accountId, seconds: SECONDS },
      { roleName, sessionName: service.split(".")[0], context: {}, policies: [], tags: {} },
    ),
  );
}
