import type { Finding } from "./finding";
import type { AnalysedPrincipal } from "./principals";
import type { ReferenceData } from "./reference/reference-data";
import type { JudgedPolicy, PolicyRule, RuleContext, RuleHit, TenantPlace } from "./rule";
import { policyRules } from "./rules";

/** A policy and the names of those who have it. */
export interface HeldPolicy {
  policy: JudgedPolicy;
  principals: string[];
}

/** The name under which findings and exemptions know a role's trust policy. */
export const TRUST_POLICY = "trust";

/** Every policy that a config writes or assigns, once, with all who have it. AWS's own are not judged by our rules. */
export function heldPolicies(principals: readonly AnalysedPrincipal[]): HeldPolicy[] {
  const held = new Map<string, HeldPolicy>();
  const add = (policy: JudgedPolicy, name: string) => {
    const key = `${policy.kind} ${policy.source}`;
    const known = held.get(key);
    if (known === undefined) held.set(key, { policy, principals: [name] });
    else if (!known.principals.includes(name)) known.principals.push(name);
  };
  for (const { name, policies, trust, trustSource } of principals) {
    for (const policy of policies) if (policy.origin !== "aws") add({ ...policy, kind: "identity" }, name);
    if (trust !== undefined) {
      add(
        { name: TRUST_POLICY, origin: "config", source: trustSource!, document: trust, kind: "trust" },
        name,
      );
    }
  }
  return [...held.values()];
}

/** What the rules say of one policy. A rule that throws is a violation: nothing passes because a rule broke. */
export function judgePolicy(
  { policy, principals }: HeldPolicy,
  {
    data,
    tenant,
    rules = policyRules,
  }: { data: ReferenceData; tenant?: TenantPlace; rules?: readonly PolicyRule[] },
): Finding[] {
  const context: RuleContext = tenant === undefined ? { policy, data } : { policy, data, tenant };
  return rules.flatMap((rule) =>
    hitsOf(rule, context).map(({ statement, message, instead }) => {
      const { id, severity, remediation } = rule;
      const { name, source } = policy;
      const finding = {
        rule: id,
        severity,
        principals,
        policy: name,
        source,
        message,
        instead: instead ?? remediation,
      };
      if (statement === undefined) return finding;
      const { index, sid } = statement;
      return { ...finding, statement: sid === undefined ? { index } : { index, sid } };
    }),
  );
}

function hitsOf(rule: PolicyRule, context: RuleContext): RuleHit[] {
  try {
    return rule.judge(context);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ message: `the rule could not judge this policy: ${reason}` }];
  }
}
