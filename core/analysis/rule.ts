import type { AnalysedPolicy } from "./principals";
import type { ReferenceData } from "./reference/reference-data";
import type { ParsedStatement } from "./statement";

/** How bad a finding is: an `error` fails `analyze`, a `warning` and a `note` do not. */
export type Severity = "error" | "warning" | "note";

/** What every rule says of itself, whatever it judges. */
export interface RuleText {
  /** kebab-case; what exemptions and `--explain` name. */
  id: string;
  title: string;
  /** What goes wrong where it is broken. */
  why: string;
  /** What to write instead. */
  remediation: string;
  severity: Severity;
}

/** Whose environment policies are for: what lies outside these names is somebody else's. */
export interface TenantPlace {
  partition: string;
  region: string;
  account: string;
  /** With which names begin: `{company_prefix}-{env}-{tenant_id}`, or the ml_name of an ML product. */
  scope: string;
  /** Further names that are theirs, in the same order for all of a kind; `*` is any run of characters. */
  names?: readonly string[];
  /** Names of theirs that the config gives, of what it does not make. */
  given?: readonly string[];
  /** ARNs of roles that another stack of theirs makes and that the config gives to this one. */
  rolesElsewhere?: readonly string[];
}

/** A policy as the rules get it. */
export interface JudgedPolicy extends AnalysedPolicy {
  /** `trust`: who may assume a role; `identity`: what a group or role may do. */
  kind: "identity" | "trust";
}

/** What a rule works with. */
export interface RuleContext {
  policy: JudgedPolicy;
  data: ReferenceData;
  /** Undefined for documents that are no tenant's. */
  tenant?: TenantPlace;
}

/** One thing that a rule found. */
export interface RuleHit {
  /** Undefined where the whole document is meant. */
  statement?: ParsedStatement;
  message: string;
  /** What to write instead, where it can be said more exactly than by the rule's remediation. */
  instead?: string;
}

/** A rule that judges one policy by itself. */
export interface PolicyRule extends RuleText {
  /** What is wrong; empty where nothing is, or where the rule has nothing to say of such a policy. */
  judge(context: RuleContext): RuleHit[];
}

/** A rule that judges statement by statement. */
export function statementRule(
  rule: RuleText & {
    judgeStatement: (statement: ParsedStatement, context: RuleContext) => Omit<RuleHit, "statement">[];
  },
): PolicyRule {
  const { judgeStatement, ...text } = rule;
  return {
    ...text,
    judge: (context) =>
      context.policy.document.statements.flatMap((statement) =>
        judgeStatement(statement, context).map((hit) => ({ ...hit, statement })),
      ),
  };
}
