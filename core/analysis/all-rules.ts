import { hintFor } from "../config/nearest";
import { ExitCode, TierguardError } from "../errors";
import { PRIVILEGE_ESCALATION, UNKNOWN_POLICY, UNKNOWN_REACH } from "./escalation/escalation-rules";
import { EXPIRED_EXEMPTION, UNUSED_EXEMPTION } from "./exemptions";
import type { RuleText } from "./rule";
import { policyRules } from "./rules";

/** Everything that a finding may be about. */
export const allRules: readonly RuleText[] = [
  ...policyRules,
  PRIVILEGE_ESCALATION,
  UNKNOWN_REACH,
  UNKNOWN_POLICY,
  EXPIRED_EXEMPTION,
  UNUSED_EXEMPTION,
];

/**
 * What one rule is about, a line an element.
 * @throws TierguardError where there is no such rule.
 */
export function explainRule(id: string): string[] {
  const rule = allRules.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    const ids = allRules.map((candidate) => candidate.id);
    throw new TierguardError(`there is no rule ${id}`, {
      code: "usage",
      exitCode: ExitCode.BadInput,
      hint: hintFor(id, ids, "rules"),
    });
  }
  return [
    `${rule.id} (${rule.severity}): ${rule.title}`,
    `  why      ${rule.why}`,
    `  instead  ${rule.remediation}`,
  ];
}
