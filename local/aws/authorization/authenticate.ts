import { partitionOf } from "../../../core/naming/partition";
import { identityOfRole, identityOfUser } from "../services/iam/identity";
import type { CredentialScope } from "../protocol/credential-scope";
import { AwsError } from "../service";
import type { Store } from "../store";
import { accountStore } from "../store-scopes";
import { type AccessKeyRecord, type AuthenticatedCaller, findAccessKey } from "./caller-record";

/**
 * Who makes a request. A key that is not known is the root of the default account, or of the account that the key
 * itself names by its twelve digits: nothing has to be set up before the first call. Throws where a known key may not
 * be used.
 */
export function authenticate(
  scope: CredentialScope,
  defaults: { store: Store; accountId: string; region: string },
): AuthenticatedCaller {
  const { store } = defaults;
  const partition = partitionOf(scope.region ?? defaults.region);
  const record = findAccessKey(store, scope.accessKeyId);
  if (record === undefined) {
    const accountId = /^\d{12}$/.test(scope.accessKeyId) ? scope.accessKeyId : defaults.accountId;
    return root(accountId, partition, scope.accessKeyId);
  }
  checkUsable(record, scope);
  const { accessKeyId, accountId, fixed, session } = record;
  if (fixed !== undefined) {
    return {
      accountId,
      arn: fixed.arn,
      userId: accessKeyId,
      accessKeyId,
      policies: fixed.policies,
      context: fixed.context,
    };
  }
  const account = { store: accountStore(store, accountId), caller: { accountId }, partition };
  if (session?.roleName !== undefined) return inRole(record, session, account);
  const common = { accountId, accessKeyId, context: session?.context ?? {} };
  if (record.userName === undefined) return { ...root(accountId, partition, accessKeyId), ...common };
  const identity = identityOfUser(account, record.userName);
  if (identity === undefined) throw invalidToken();
  return { ...identity, ...common };
}

function inRole(
  record: AccessKeyRecord,
  session: NonNullable<AccessKeyRecord["session"]>,
  account: Parameters<typeof identityOfRole>[0],
): AuthenticatedCaller {
  const { accountId, accessKeyId } = record;
  const identity = identityOfRole(account, session.roleName!);
  if (identity === undefined) throw invalidToken();
  return {
    ...identity,
    accountId,
    accessKeyId,
    arn: `arn:${account.partition}:sts::${accountId}:assumed-role/${session.roleName!}/${session.sessionName!}`,
    userId: `${identity.userId}:${session.sessionName!}`,
    tags: { ...identity.tags, ...session.tags },
    context: session.context,
    sessionPolicies: session.policies,
  };
}

function root(accountId: string, partition: string, accessKeyId: string): AuthenticatedCaller {
  return { accountId, arn: `arn:${partition}:iam::${accountId}:root`, userId: accountId, accessKeyId };
}

function checkUsable(record: AccessKeyRecord, scope: CredentialScope): void {
  if (record.status !== "Active") throw invalidToken();
  if (record.session === undefined) return;
  if (scope.sessionToken !== record.session.token) throw invalidToken();
  if (Date.parse(record.session.expiration) <= Date.now()) {
    throw new AwsError("ExpiredToken", "The security token included in the request is expired", 403);
  }
}

function invalidToken(): AwsError {
  return new AwsError("InvalidClientTokenId", "The security token included in the request is invalid.", 403);
}
