import { type IamScope, roles, users } from "./entities";

/** Whether a principal of a policy is there, as far as the account can know: of others' nothing is known. */
export function principalExists(scope: IamScope, principal: string): boolean {
  const [, account, kind, path = ""] = /^arn:[^:]+:iam::(\d{12}):(role|user)\/(.+)$/.exec(principal) ?? [];
  if (kind === undefined || account !== scope.caller.accountId) return true;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const found = kind === "role" ? roles.find(scope, name) : users.find(scope, name);
  return found?.Arn === principal;
}
