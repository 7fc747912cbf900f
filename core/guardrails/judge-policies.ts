import { judgePolicy } from "../analysis/judge-policies";
import type { PolicyRule } from "../analysis/rule";
import type { ParsedDocument } from "../analysis/statement";
import type { GuardrailContext, Verdict, Violation } from "./guardrail";
import { inStatement, notApplicable, verdictOf } from "./guardrail";
import { placeOf } from "./environment";
import type { JudgedTemplate, Subject } from "./subject";
import { isOwnResource, policiesOf, type TemplatePolicies, type TemplatePolicy } from "./template-principals";

/** The account that ARNs have where no config names one. */
const NO_ACCOUNT = { account: "", partition: "aws" };

/** The policies, groups and roles of a subject's template; undefined where it has none. */
export function subjectPolicies(subject: Subject, context: GuardrailContext): TemplatePolicies | undefined {
  const { template } = subject;
  if (template === undefined) return undefined;
  const { environment, data } = context;
  const place = environment === undefined ? NO_ACCOUNT : placeOf(environment);
  const found = policiesOf(template, data, place);
  return [found.policies, found.bad, found.principals].every((list) => list.length === 0) ? undefined : found;
}

/** Judges every policy of a template by rules of the analysis. */
export function judgeByRules(
  subject: Subject,
  context: GuardrailContext,
  rules: readonly PolicyRule[],
): Verdict {
  const found = subjectPolicies(subject, context);
  if (found === undefined || found.policies.length === 0) return notApplicable("there is no IAM policy");
  return verdictOf(
    found.policies.flatMap((policy) => judgeOne(policy, subject.template!, { context, rules })),
  );
}

function judgeOne(
  { kind, policy, path, holders }: TemplatePolicy,
  template: JudgedTemplate,
  { context, rules }: { context: GuardrailContext; rules: readonly PolicyRule[] },
): Violation[] {
  const { environment, data } = context;
  const judged = { ...policy, kind, document: withoutOwn(policy.document, template) };
  const findings = judgePolicy(
    { policy: judged, principals: [...holders] },
    { data, rules, ...(environment === undefined ? {} : { tenant: placeOf(environment) }) },
  );
  return findings.map(({ rule, principals, statement, message, instead }) => ({
    principals,
    policy: policy.name,
    ...(statement === undefined ? {} : inStatement(policy.document.statements[statement.index]!)),
    path: statement === undefined ? path : [...path, "Statement", statement.index],
    analysisRule: rule,
    message,
    instead,
  }));
}

/** Without the stack's own resources: whatever AWS calls them, they are the tenant's. */
function withoutOwn(document: ParsedDocument, template: JudgedTemplate): ParsedDocument {
  const statements = document.statements.flatMap((statement) => {
    const { resource } = statement;
    if (resource === undefined || !resource.patterns.some((pattern) => isOwnResource(pattern, template)))
      return [statement];
    const patterns = resource.patterns.filter((pattern) => !isOwnResource(pattern, template));
    return [{ ...statement, resource: { ...resource, patterns } }];
  });
  return { ...document, statements };
}
