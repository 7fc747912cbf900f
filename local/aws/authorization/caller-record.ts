import type { CallContext, Caller } from "../service";
import type { Store } from "../store";
import { sharedStore } from "../store-scopes";
import type { PolicyDocument } from "./policy-model";

/** Collection of the shared store, by access key id. */
const COLLECTION = "access-keys";

/** What is known of an access key: of an IAM user, of a session, or of a caller that a test set up. */
export interface AccessKeyRecord {
  accessKeyId: string;
  secretAccessKey: string;
  accountId: string;
  status: "Active" | "Inactive" | "Deleted";
  /** ISO 8601. */
  createDate: string;
  /** The IAM user whose rights it carries. */
  userName?: string;
  session?: SessionRecord;
  /** Set up beside IAM, for tests. */
  fixed?: { arn: string; policies: PolicyDocument[]; context: Record<string, string> };
}

/** A session in a role, or of a user with MFA. */
export interface SessionRecord {
  token: string;
  /** ISO 8601. */
  expiration: string;
  /** Undefined where it is a session of the user itself, or of the account's root. */
  roleName?: string;
  sessionName?: string;
  /** `aws:MultiFactorAuthPresent` and what else was known when the session began. */
  context: Record<string, string>;
  /** Policies passed with the call, which narrow the session's rights. */
  policies: PolicyDocument[];
  /** Tags passed with the call. */
  tags: Record<string, string>;
}

/** A caller with all that its rights are judged by. */
export interface AuthenticatedCaller extends Caller {
  /** `aws:…` keys that the caller brings, such as `aws:MultiFactorAuthPresent`. */
  context?: Record<string, string>;
  tags?: Record<string, string>;
  /** Permissions boundary of the user or role. */
  boundary?: PolicyDocument;
  /** Policies of the session, all of which must allow as well. */
  sessionPolicies?: PolicyDocument[];
  userName?: string;
}

/** What is known of an access key, undefined where nothing is. */
export function findAccessKey(store: Store, accessKeyId: string): AccessKeyRecord | undefined {
  return sharedStore(store).get<AccessKeyRecord>(COLLECTION, accessKeyId);
}

/** Creates or replaces what is known of an access key. */
export function saveAccessKey(store: Store, record: AccessKeyRecord): void {
  sharedStore(store).put(COLLECTION, record.accessKeyId, record);
}

/** Access keys of an account's user, oldest first, deleted ones left out. */
export function accessKeysOfUser(
  context: Pick<CallContext, "store" | "caller">,
  userName: string,
): AccessKeyRecord[] {
  return sharedStore(context.store)
    .list<AccessKeyRecord>(COLLECTION)
    .filter(
      (key) =>
        key.userName?.toLowerCase() === userName.toLowerCase() &&
        key.accountId === context.caller.accountId &&
        key.status !== "Deleted" &&
        key.session === undefined,
    )
    .sort((a, b) => a.createDate.localeCompare(b.createDate));
}
