import { randomBytes } from "node:crypto";
import type { Credentials } from "@aws-sdk/client-sts";
import { type AccessKeyRecord, saveAccessKey, type SessionRecord } from "../../authorization/caller-record";
import type { CallContext } from "../../service";
import { newId, newSecret } from "../iam/ids";

/** Whose session it is, and how long it lasts. */
export interface SessionHolder {
  accountId: string;
  seconds: number;
  /** The user whose rights it carries, where it is no session in a role. */
  userName?: string;
}

/** Begins a session: an access key with a token, which is known until it ends. */
export function openSession(
  { store, now }: Pick<CallContext, "store" | "now">,
  { accountId, seconds, userName }: SessionHolder,
  session: Omit<SessionRecord, "token" | "expiration">,
): AccessKeyRecord {
  const begun = now();
  const record: AccessKeyRecord = {
    accessKeyId: newId("ASIA"),
    secretAccessKey: newSecret(),
    accountId,
    status: "Active",
    createDate: begun.toISOString(),
    ...(userName === undefined ? {} : { userName }),
    session: {
      ...session,
      token: randomBytes(96).toString("base64"),
      expiration: new Date(begun.getTime() + seconds * 1000).toISOString(),
    },
  };
  saveAccessKey(store, record);
  return record;
}

/** A session's key as STS hands it out. */
export function credentials({ accessKeyId, secretAccessKey, session }: AccessKeyRecord): Credentials {
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: session!.token,
    Expiration: new Date(session!.expiration),
  };
}
