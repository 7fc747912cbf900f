import { matchesWildcard } from "../../analysis/wildcard";
import type { ParsedStatement } from "../../analysis/statement";
import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { type ResourcePolicy, resourcePolicies } from "../resource-policies";
import { type JudgedResource, resourcesOf } from "../subject";
import { nameOf } from "../template-principals";

/** Whoever comes without TLS is refused, whatever else allows them. */
export const tlsOnly = guardrail({
  name: "tls-only",
  forbids: "Buckets and topics that take requests which are not encrypted on their way.",
  why: "What goes over the network in the clear is read by whoever sits between.",
  remediation: "Give it a policy that denies everybody every action where aws:SecureTransport is false.",
  examples: {
    bad: "Type: AWS::S3::Bucket without AWS::S3::BucketPolicy",
    good: '{ Effect: Deny, Principal: "*", Action: "s3:*", Resource: […], Condition: { Bool: { "aws:SecureTransport": "false" } } }',
  },
  enforcement: "mandatory",
  options: {},
  judge(subject) {
    if (subject.template?.whole !== true) return notApplicable("there is no whole template");
    const guarded = resourcesOf(subject, "AWS::S3::Bucket", "AWS::SNS::Topic");
    if (guarded.length === 0) return notApplicable("there is no bucket and no topic");
    const policies = resourcePolicies(subject);
    return verdictOf(
      guarded
        .filter((resource) => !isGuarded(resource, policies))
        .map((resource): Violation => ({
          principals: [nameOf(resource)],
          path: resource.path,
          message: "no policy of it refuses what comes without TLS",
          instead: this.remediation,
        })),
    );
  },
});

function isGuarded(resource: JudgedResource, policies: readonly ResourcePolicy[]): boolean {
  const { type, logicalId } = resource;
  const names = [nameOf(resource), `\${${logicalId}}`, `\${${logicalId}.Arn}`, `\${${logicalId}.TopicArn}`];
  const [service, action] = type === "AWS::S3::Bucket" ? ["s3", "s3:*"] : ["sns", "sns:Publish"];
  return policies
    .filter(({ of }) => of.some((name) => names.includes(name)))
    .flatMap(({ document }) => document.statements)
    .filter(refusesPlain)
    .some(
      (statement) =>
        [action, `${service}:*`, "*"].some((pattern) => statement.action.patterns.includes(pattern)) &&
        names.some(
          (name) => isAbout(statement, name) && (service === "sns" || isAbout(statement, `${name}/*`)),
        ),
    );
}

function refusesPlain({ effect, action, principal, conditions }: ParsedStatement): boolean {
  const [condition] = conditions;
  return (
    effect === "Deny" &&
    !action.negated &&
    principal?.negated === false &&
    principal.kinds.AWS?.includes("*") === true &&
    conditions.length === 1 &&
    condition!.operator === "Bool" &&
    condition!.key.toLowerCase() === "aws:securetransport" &&
    condition!.values.join() === "false"
  );
}

/** Whether the resources of a statement are a bucket or topic of this name, or everything in it. */
function isAbout({ resource }: ParsedStatement, name: string): boolean {
  if (resource === undefined || resource.negated) return false;
  return resource.patterns
    .map((pattern) => pattern.replace(/^arn:[^:]+:(s3|sns):[^:]*:[^:]*:/, ""))
    .some((pattern) => matchesWildcard(pattern, name));
}
