import type { Finding } from "../finding";
import { groupBy } from "../group-by";
import type { AnalysedPrincipal } from "../principals";
import type { ReferenceData } from "../reference/reference-data";
import type { TenantPlace } from "../rule";
import { PRIVILEGE_ESCALATION, UNKNOWN_POLICY, UNKNOWN_REACH } from "./escalation-rules";
import { type Escalation, findEscalations } from "./find-escalations";

/** What to write instead of an action by which a resource lets others in: a narrower resource would not help. */
const KEEP_POLICIES =
  "Take the action away, or leave it to platform administrators: it decides whom the resource lets in.";

/** Findings about what principals reach beyond their config, one for each step, with everybody who gets as far. */
export function escalationFindings(
  principals: readonly AnalysedPrincipal[],
  context: { tenant: TenantPlace; data: ReferenceData },
): Finding[] {
  const steps = groupBy(findEscalations(principals, context), ({ path, actor, reach }) =>
    JSON.stringify([
      path?.id,
      actor.name,
      reach.what,
      reach.scope.policy.source,
      reach.scope.statement.index,
    ]),
  );
  return [
    ...[...steps.values()].map((escalations) => findingOf(escalations)),
    ...principals.flatMap((principal) => unknownPolicies(principal)),
  ];
}

function findingOf(escalations: readonly Escalation[]): Finding {
  const { actor, path, reach } = escalations[0]!;
  const { policy, statement } = reach.scope;
  const rule = reach.extent === "unknown" ? UNKNOWN_REACH : PRIVILEGE_ESCALATION;
  const actions = path?.actions.map((list) => list.join(" or ")) ?? [];
  const needed = [...(path?.effect === "pass" || path === undefined ? ["iam:PassRole"] : []), ...actions];
  const way = path === undefined ? "" : ` (${path.id}, ${path.source})`;
  return {
    rule: rule.id,
    severity: rule.severity,
    principals: escalations.map(({ principal }) => principal.name),
    policy: policy.name,
    source: policy.source,
    statement:
      statement.sid === undefined
        ? { index: statement.index }
        : { index: statement.index, sid: statement.sid },
    message: `${needed.join(" and ")} on ${reach.scope.pattern} gives ${actor.name} ${reach.what}${way}`,
    instead: reach.extent === "resource" ? KEEP_POLICIES : rule.remediation,
  };
}

function unknownPolicies({ name, source, unknownPolicies: policies }: AnalysedPrincipal): Finding[] {
  const { id, severity, remediation } = UNKNOWN_POLICY;
  return policies.map((policy) => ({
    rule: id,
    severity,
    principals: [name],
    policy,
    source,
    message: `what ${policy} grants to ${name} is not known`,
    instead: remediation,
  }));
}
