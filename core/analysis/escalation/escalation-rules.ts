import type { RuleText } from "../rule";

/** A permission is reached that the config did not give. */
export const PRIVILEGE_ESCALATION: RuleText = {
  id: "privilege-escalation",
  title: "Nobody raises their own rights",
  why: "By a chain of allowed actions, passes and assumptions a permission is reached that the config did not give.",
  remediation: "Take the action away, or allow it only on what runs with a role that is part of the grant.",
  severity: "error",
};

/** A step leads to something whose rights the config does not know. */
export const UNKNOWN_REACH: RuleText = {
  id: "unknown-reach",
  title: "What everybody can reach is known",
  why: "The step leads to a role, a user or a policy that this config does not define: what it may do can't be proven.",
  remediation: "Name the exact role of this config, or take the action away.",
  severity: "error",
};

/** An attached policy of AWS's is not known. */
export const UNKNOWN_POLICY: RuleText = {
  id: "unknown-policy",
  title: "What every attached policy grants is known",
  why: "AWS has no managed policy of this name, or it is newer than the data: what it grants can't be judged.",
  remediation: "Correct the name, or use a policy template of the catalogue.",
  severity: "error",
};
