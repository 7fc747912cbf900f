import type { PolicySource } from "./grant-cells";
import type { Condition, PatternSet } from "./policy-statement";
import type { Holder } from "./principal-access";

/** Someone whom a change of access is about, and by which policies. */
export interface AffectedHolder extends Holder {
  through: PolicySource[];
}

interface Judged {
  for: AffectedHolder[];
  /** Whether somebody may do more than before. False only where the opposite is certain. */
  wider: boolean;
  /** Why it is wider, or why it is not although something is given; empty where there is nothing to say. */
  why: string;
}

/** Actions that are given or taken away. */
export interface GrantChange extends Judged {
  kind: "grant";
  change: "given" | "taken";
  /** A `Deny` that is taken away lets through what it denied. */
  effect: "Allow" | "Deny";
  actions: PatternSet;
  /** Undefined in a trust policy. */
  resources?: PatternSet;
  /** Who: in trust policies, and in the policies that resources have. */
  principals?: PatternSet;
  conditions: Condition[];
}

/** A policy that is none of the stack's is attached or detached. */
export interface AttachmentChange extends Judged {
  kind: "attachment";
  change: "given" | "taken";
  policyArn: string;
}

/** A setting of a role that limits what a session in it may do, or for how long. */
export interface SettingChange extends Judged {
  kind: "boundary" | "session-duration" | "tag";
  /** Of a tag; empty for the others. */
  key: string;
  /** ARN, seconds, or a tag's value; empty where there was none. */
  before: string;
  after: string;
}

/** One change of what somebody may do. */
export type AccessChange = GrantChange | AttachmentChange | SettingChange;
