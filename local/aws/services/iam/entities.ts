import type { CallContext } from "../../service";
import { awsManagedPolicy } from "./aws-managed-policies";
import { noSuchEntity } from "./errors";
import type {
  Entity,
  GroupRecord,
  InstanceProfileRecord,
  PolicyRecord,
  RoleRecord,
  UserRecord,
} from "./records";

/** What reading IAM's state takes of a call. */
export type IamScope = Pick<CallContext, "store" | "partition"> & { caller: { accountId: string } };

/** Records of one kind by name; names differ by more than their letters' case. */
export class Table<T extends Entity> {
  constructor(
    private readonly collection: string,
    private readonly kind: string,
    private readonly nameOf: (record: T) => string,
  ) {}

  find({ store }: Pick<IamScope, "store">, name: string): T | undefined {
    return store.get<T>(this.collection, name.toLowerCase());
  }

  /** Throws NoSuchEntity where there is none. */
  get(scope: Pick<IamScope, "store">, name: string): T {
    const record = this.find(scope, name);
    if (record === undefined) throw noSuchEntity(`The ${this.kind} with name ${name} cannot be found.`);
    return record;
  }

  all({ store }: Pick<IamScope, "store">): T[] {
    return store.list<T>(this.collection);
  }

  save({ store }: Pick<IamScope, "store">, record: T): void {
    store.put(this.collection, this.nameOf(record).toLowerCase(), record);
  }

  delete({ store }: Pick<IamScope, "store">, record: T): void {
    store.delete(this.collection, this.nameOf(record).toLowerCase());
  }
}

/** The account's groups. */
export const groups = new Table<GroupRecord>("iam.groups", "group", (group) => group.GroupName);
/** The account's roles. */
export const roles = new Table<RoleRecord>("iam.roles", "role", (role) => role.RoleName);
/** The account's users. */
export const users = new Table<UserRecord>("iam.users", "user", (user) => user.UserName);
/** The account's own managed policies. */
export const policies = new Table<PolicyRecord>("iam.policies", "policy", (policy) => policy.PolicyName);
/** The account's instance profiles. */
export const instanceProfiles = new Table<InstanceProfileRecord>(
  "iam.instance-profiles",
  "instance profile",
  (profile) => profile.InstanceProfileName,
);

/** A managed policy, the account's own or AWS's. */
export function policyByArn(scope: IamScope, arn: string): PolicyRecord | undefined {
  if (/^arn:[^:]*:iam::aws:policy\//.test(arn)) return awsManagedPolicy(arn);
  const found = policies.find(scope, arn.slice(arn.lastIndexOf("/") + 1));
  return found?.Arn === arn ? found : undefined;
}

/** The document that is in force. */
export function defaultDocument(policy: PolicyRecord): string {
  return policy.versions.find(({ VersionId }) => VersionId === policy.DefaultVersionId)!.Document;
}

/** `arn:aws:iam::123456789012:group/path/name`. */
export function iamArn(scope: IamScope, kind: string, path: string, name: string): string {
  return `arn:${scope.partition}:iam::${scope.caller.accountId}:${kind}${path}${name}`;
}
