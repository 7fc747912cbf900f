import type { AuthenticatedCaller } from "../../authorization/caller-record";
import type { PolicyDocument } from "../../authorization/policy-model";
import { defaultDocument, groups, type IamScope, policyByArn, roles, users } from "./entities";
import type { Holder } from "./records";

/** What rights are judged by, of a user or a role. */
export type Identity = Omit<AuthenticatedCaller, "accountId" | "accessKeyId">;

/** A user with the policies of its own and of its groups; undefined where there is no such user. */
export function identityOfUser(scope: IamScope, name: string): Identity | undefined {
  const user = users.find(scope, name);
  if (user === undefined) return undefined;
  const memberships = groups.all(scope).filter(({ members }) => members.includes(user.UserName));
  const policies = [user, ...memberships].flatMap((holder) => documentsOf(scope, holder));
  return {
    arn: user.Arn,
    userId: user.UserId,
    userName: user.UserName,
    policies,
    ...boundaryAndTags(scope, user),
  };
}

/** A role with its policies; undefined where there is no such role. */
export function identityOfRole(scope: IamScope, name: string): Identity | undefined {
  const role = roles.find(scope, name);
  if (role === undefined) return undefined;
  const policies = documentsOf(scope, role);
  return { arn: role.Arn, userId: role.RoleId, policies, ...boundaryAndTags(scope, role) };
}

function documentsOf(scope: IamScope, holder: Holder): PolicyDocument[] {
  const attached = holder.attached.map((arn) => document(scope, arn)).filter((found) => found !== undefined);
  return [...Object.values(holder.inline).map((text) => JSON.parse(text) as PolicyDocument), ...attached];
}

function document(scope: IamScope, arn: string): PolicyDocument | undefined {
  const policy = policyByArn(scope, arn);
  return policy === undefined ? undefined : (JSON.parse(defaultDocument(policy)) as PolicyDocument);
}

function boundaryAndTags(scope: IamScope, holder: Holder): Pick<Identity, "boundary" | "tags"> {
  const tags = Object.fromEntries(holder.Tags.map(({ Key, Value }) => [Key, Value]));
  if (holder.PermissionsBoundary === undefined) return { tags };
  // A boundary whose policy is gone allows nothing.
  return { tags, boundary: document(scope, holder.PermissionsBoundary) ?? { Statement: [] } };
}
