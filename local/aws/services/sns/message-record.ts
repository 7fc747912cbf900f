import { randomUUID } from "node:crypto";
import type { CallContext } from "../../service";
import type { Store } from "../../store";

/** Something that SNS sent to a subscriber, or the question whether one wants to be one. Nothing leaves the machine. */
export interface SentMessage {
  id: string;
  /** ISO 8601. */
  time: string;
  topicArn: string;
  protocol: string;
  endpoint: string;
  subject?: string;
  message: string;
  /** In a question: what ConfirmSubscription is to be called with. */
  token?: string;
}

const COLLECTION = "sns.messages";
const KEPT = 500;

/** Keeps what was sent. */
export function noteMessage(context: CallContext, message: Omit<SentMessage, "id" | "time">): string {
  const id = randomUUID();
  const time = context.now().toISOString();
  const key = (at: string, of: string): string => `${at} ${of}`;
  context.store.put<SentMessage>(COLLECTION, key(time, id), { id, time, ...message });
  const all = sentMessages(context.store);
  for (const old of all.slice(0, -KEPT)) context.store.delete(COLLECTION, key(old.time, old.id));
  return id;
}

/** What was sent of late, the oldest first. */
export function sentMessages(store: Store): SentMessage[] {
  return store.list<SentMessage>(COLLECTION);
}
