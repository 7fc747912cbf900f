import { judgePolicy } from "../../analysis/judge-policies";
import { duplicateSid } from "../../analysis/rules/duplicate-sid";
import { missingVersion } from "../../analysis/rules/missing-version";
import { unknownAction } from "../../analysis/rules/unknown-action";
import { unknownConditionKey } from "../../analysis/rules/unknown-condition-key";
import { wholeServiceAction } from "../../analysis/rules/whole-service-action";
import type { ParsedStatement } from "../../analysis/statement";
import {
  guardrail,
  type GuardrailContext,
  inStatement,
  notApplicable,
  verdictOf,
  type Violation,
} from "../guardrail";
import { KeyPolicyJudge } from "../key-policy-judge";
import { type ResourcePolicy, resourcePolicies } from "../resource-policies";
import { accountOf } from "../role-kind";
import { nameOf } from "../template-principals";

const RULES = [missingVersion, duplicateSid, unknownAction, unknownConditionKey, wholeServiceAction];

/** Who reaches a bucket, a topic or a key by its own policy is named exactly. */
export const resourcePoliciesNameWho = guardrail({
  name: "resource-policies",
  forbids:
    "Policies of buckets, topics and keys that let in everybody, other accounts, services on anybody's behalf, or whole services' actions; in keys, also the account as a whole.",
  why: "What the resource's own policy allows holds whatever the policies of roles say.",
  remediation:
    "Name roles of the account, or a service with aws:SourceArn or aws:SourceAccount, and each action by name.",
  examples: {
    bad: '{ Effect: Allow, Principal: "*", Action: "s3:*" }',
    good: "{ Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: sns:Publish, Condition: { … aws:SourceArn … } }",
  },
  enforcement: "mandatory",
  options: {},
  judge(subject, context) {
    const policies = resourcePolicies(subject);
    if (policies.length === 0) return notApplicable("there is no policy of a bucket, topic or key");
    return verdictOf(policies.flatMap((policy) => new PolicyJudge(policy, context).violations()));
  },
});

class PolicyJudge {
  constructor(
    private readonly policy: ResourcePolicy,
    private readonly context: GuardrailContext,
  ) {}

  violations(): Violation[] {
    const { document, why, path, resource } = this.policy;
    if (why !== undefined) {
      const instead = "write Version and Statement, as IAM's grammar has them";
      return [{ principals: [nameOf(resource)], path, message: `is no policy document: ${why}`, instead }];
    }
    return [
      ...this.#byRules(),
      ...document.statements
        .filter(({ effect }) => effect === "Allow")
        .flatMap((one) => this.#statement(one)),
    ];
  }

  #byRules(): Violation[] {
    const { document, path, resource } = this.policy;
    const policy = {
      name: nameOf(resource),
      origin: "config",
      source: path.join("/"),
      document,
      kind: "trust",
    } as const;
    const found = judgePolicy(
      { policy, principals: [policy.name] },
      { data: this.context.data, rules: RULES },
    );
    return found.map(({ statement, message, instead, rule }) => ({
      ...this.#common(statement && document.statements[statement.index]),
      analysisRule: rule,
      message,
      instead,
    }));
  }

  #statement(statement: ParsedStatement): Violation[] {
    const { principal, action, resource } = statement;
    if (action.negated || resource?.negated === true)
      return [
        this.#at(
          statement,
          "NotAction and NotResource allow what nobody has thought of",
          "write what is meant",
        ),
      ];
    if (principal === undefined || principal.negated)
      return [
        this.#at(statement, "it names nobody, or all but a few", "write Principal, with what is meant"),
      ];
    const named = Object.entries(principal.kinds).flatMap(([kind, names]) =>
      names.flatMap((name) => this.#principal(kind, name, statement)),
    );
    const isKey = this.policy.resource.type === "AWS::KMS::Key";
    const ofKey = isKey ? new KeyPolicyJudge(this.context.environment).findings(statement) : [];
    return [...named, ...ofKey.map(({ message, instead }) => this.#at(statement, message, instead))];
  }

  #principal(kind: string, name: string, statement: ParsedStatement): Violation[] {
    if (/[*?]/.test(name))
      return [this.#at(statement, `it lets in ${kind} ${name}, whoever that is`, "name a role or a service")];
    if (kind === "Service") return this.#service(name, statement);
    const account = kind === "AWS" ? accountOf(name) : undefined;
    if (account !== undefined && account === this.context.environment?.accountId) return [];
    return [
      this.#at(
        statement,
        `it lets in ${kind} ${name}, which is not of this account`,
        "name a role of the account",
      ),
    ];
  }

  /** A service works for every account: a condition says for which. */
  #service(name: string, statement: ParsedStatement): Violation[] {
    const own = this.context.environment?.accountId;
    const bound = statement.conditions.filter(({ key }) => /^aws:Source(Account|Arn)$/i.test(key));
    if (bound.length === 0) {
      const instead = 'add Condition: { StringEquals: { "aws:SourceAccount": … } }';
      return [this.#at(statement, `it lets in ${name} for whatever account it works`, instead)];
    }
    const foreign = bound
      .flatMap(({ values }) => values)
      .find((value) => value !== own && value.split(":")[4] !== own && value.split(":")[4] !== "");
    if (foreign === undefined) return [];
    return [
      this.#at(
        statement,
        `it lets in ${name} for ${foreign}`,
        "name the account itself, or a resource of it",
      ),
    ];
  }

  #common(statement: ParsedStatement | undefined): Omit<Violation, "message" | "instead"> {
    const { path, resource } = this.policy;
    return {
      principals: [nameOf(resource)],
      policy: "resource policy",
      ...(statement === undefined ? {} : inStatement(statement)),
      path: statement === undefined ? path : [...path, "Statement", statement.index],
    };
  }

  #at(statement: ParsedStatement, message: string, instead: string): Violation {
    return { ...this.#common(statement), message, instead };
  }
}
