import type { Exemption } from "../config/exemption-schema";
import type { ExemptedFinding, Finding } from "./finding";
import type { RuleText } from "./rule";

/** An exemption whose last day is over. */
export const EXPIRED_EXEMPTION: RuleText = {
  id: "expired-exemption",
  title: "No exemption is past its date",
  why: "What was accepted for a time is accepted for ever where nobody looks at it again.",
  remediation: "Mend what the exemption was for and take it out, or decide anew and write a later date.",
  severity: "error",
};

/** An exemption that no finding needs. */
export const UNUSED_EXEMPTION: RuleText = {
  id: "unused-exemption",
  title: "Every exemption exempts something",
  why: "An exemption that matches nothing would one day exempt what nobody has decided about.",
  remediation: "Take it out, or correct its rule, principal or policy.",
  severity: "warning",
};

/** Findings that count, and those that an exemption covers. */
export interface JudgedFindings {
  findings: Finding[];
  exempted: ExemptedFinding[];
}

/**
 * Takes out of the findings what the config exempts, principal by principal: what others have in the same finding stays.
 * Expired and unused exemptions are findings themselves.
 * @param nameOf the name in AWS of a group or role of the config.
 * @param today the day of the judgement in UTC, `YYYY-MM-DD`.
 */
export function applyExemptions(
  all: readonly Finding[],
  exemptions: readonly Exemption[],
  { nameOf, today }: { nameOf: (configName: string) => readonly string[]; today: string },
): JudgedFindings {
  const valid = exemptions.map((exemption, index) => ({
    ...exemption,
    index,
    names: nameOf(exemption.principal),
    expired: exemption.expires < today,
  }));
  const used = new Set<number>();
  const exempted: ExemptedFinding[] = [];
  const findings = all.flatMap((finding) => {
    let remaining = finding.principals;
    for (const { index, rule, policy, reason, expires, names, expired } of valid) {
      if (rule !== finding.rule || policy !== finding.policy) continue;
      const covered = remaining.filter((principal) => names.includes(principal));
      if (covered.length === 0) continue;
      used.add(index);
      if (expired) continue;
      remaining = remaining.filter((principal) => !covered.includes(principal));
      exempted.push({ ...finding, principals: covered, exemption: { reason, expires } });
    }
    return remaining.length === 0 && finding.principals.length > 0
      ? []
      : [{ ...finding, principals: remaining }];
  });
  const about = valid.flatMap(({ index, expired, ...exemption }): Finding[] => {
    const text = `${exemption.rule} of ${exemption.principal} in ${exemption.policy}`;
    if (expired) {
      return [
        ofExemption(
          EXPIRED_EXEMPTION,
          index,
          exemption,
          `the exemption from ${text} expired on ${exemption.expires}`,
        ),
      ];
    }
    return used.has(index)
      ? []
      : [ofExemption(UNUSED_EXEMPTION, index, exemption, `no finding needs the exemption from ${text}`)];
  });
  return { findings: [...findings, ...about], exempted };
}

function ofExemption(
  { id, severity, remediation }: RuleText,
  index: number,
  { names, policy }: { names: readonly string[]; policy: string },
  message: string,
): Finding {
  const source = `exemptions[${index}]`;
  return { rule: id, severity, principals: [...names], policy, source, message, instead: remediation };
}
