import type { ParsedStatement } from "../../analysis/statement";
import { SERVICES_WITH_SOURCE_ACCOUNT } from "../../security/trust-policy";
import type { JudgedEnvironment } from "../environment";
import type { JudgedProduct } from "../judged-product";
import { guardrail, inStatement, notApplicable, verdictOf, type Violation } from "../guardrail";
import { accountOf, isElevation, trustStatements } from "../role-kind";
import { type JudgedResource, resourcesOf } from "../subject";
import { nameOf } from "../template-principals";

interface Options {
  service_principals: string[];
  federated_providers: string[];
  mfa_environments: string[];
}

/** Services whose roles the tiers and the ML products have. */
const SERVICES = [
  "bedrock.amazonaws.com",
  "cloudtrail.amazonaws.com",
  "codebuild.amazonaws.com",
  "codepipeline.amazonaws.com",
  "events.amazonaws.com",
  "glue.amazonaws.com",
  "lambda.amazonaws.com",
  "sagemaker.amazonaws.com",
  "states.amazonaws.com",
];

/** Who may assume a role is named exactly, and proves who they are. */
export const trustPolicies = guardrail<Options>({
  name: "trust-policies",
  forbids:
    "Trust in everybody, in another account without an external id, in unknown services; elevation in prod without MFA; in an ML product, trust in anybody but a service on behalf of the account's own resources.",
  why: "A role is as safe as the list of those who may assume it.",
  remediation:
    "Name the account or service; ask other accounts for sts:ExternalId, people who lift their rights for MFA.",
  examples: {
    bad: 'Principal: { AWS: "*" }',
    good: 'Principal: { AWS: arn:aws:iam::210987654321:root }, Condition: { StringEquals: { "sts:ExternalId": … } }',
  },
  enforcement: "mandatory",
  options: {
    service_principals: {
      type: "array",
      items: { type: "string" },
      description: "services that may take roles",
      default: SERVICES,
    },
    federated_providers: {
      type: "array",
      items: { type: "string" },
      description: "ARNs of identity providers that may be trusted",
      default: [],
    },
    mfa_environments: {
      type: "array",
      items: { type: "string" },
      description: "environments in which elevation asks for MFA",
      default: ["prod"],
    },
  },
  judge(subject, { environment }, options) {
    const roles = resourcesOf(subject, "AWS::IAM::Role");
    if (roles.length === 0) return notApplicable("there is no role");
    return verdictOf(roles.flatMap((role) => new RoleTrust(role, environment, options).violations()));
  },
});

class RoleTrust {
  constructor(
    private readonly role: JudgedResource,
    private readonly environment: JudgedEnvironment | undefined,
    private readonly options: Options,
  ) {}

  violations(): Violation[] {
    const statements = trustStatements(this.role);
    const elevation = isElevation(this.role, this.environment);
    return statements
      .filter(({ effect }) => effect === "Allow")
      .flatMap((statement) => [...this.#principals(statement), ...(elevation ? this.#mfa(statement) : [])]);
  }

  #principals(statement: ParsedStatement): Violation[] {
    const { principal } = statement;
    if (principal === undefined)
      return [this.#at(statement, "it names no principal", "name who may assume it")];
    if (principal.negated)
      return [
        this.#at(statement, "NotPrincipal trusts all but a few", "write Principal, with what is meant"),
      ];
    return Object.entries(principal.kinds).flatMap(([kind, names]) =>
      names.flatMap((name) => this.#principal(kind, name, statement)),
    );
  }

  #principal(kind: string, name: string, statement: ParsedStatement): Violation[] {
    if (/[*?]/.test(name))
      return [
        this.#at(statement, `it trusts ${kind} ${name}, whoever that is`, "name an account or a service"),
      ];
    switch (kind) {
      case "Service":
        return this.#service(name.replace(/\.cn$/, ""), statement);
      case "AWS":
        return this.#account(name, statement);
      case "Federated":
        return this.options.federated_providers.includes(name)
          ? []
          : [
              this.#at(
                statement,
                `it trusts the identity provider ${name}`,
                "trust the account's root instead",
              ),
            ];
      default:
        return [this.#at(statement, `it trusts ${kind} ${name}`, "name an account or a service")];
    }
  }

  #service(name: string, statement: ParsedStatement): Violation[] {
    if (!this.options.service_principals.includes(name)) {
      return [this.#at(statement, `it trusts the service ${name}, which is not on the list`, this.#list())];
    }
    if (this.environment?.product !== undefined)
      return this.#onBehalfOf(name, this.environment.product, statement);
    const bound = statement.conditions.some(({ key }) => /^aws:Source(Account|Arn)$/i.test(key));
    if (bound || !SERVICES_WITH_SOURCE_ACCOUNT.has(name)) return [];
    const message = `it trusts ${name} for whatever account it works`;
    return [this.#at(statement, message, 'add Condition: { StringEquals: { "aws:SourceAccount": … } }')];
  }

  /** The roles of a product are taken for the account, and for resources of it that the template knows. */
  #onBehalfOf(name: string, { place }: JudgedProduct, statement: ParsedStatement): Violation[] {
    const values = (wanted: string) =>
      statement.conditions
        .filter(
          ({ key, operator }) =>
            key.toLowerCase() === wanted && /^(Arn|String)(Equals|Like)$/i.test(operator),
        )
        .flatMap((test) => test.values);
    const accounts = values("aws:sourceaccount");
    const arns = values("aws:sourcearn");
    const lacking = [
      ...(accounts.join() === place.account ? [] : ["aws:SourceAccount"]),
      ...(arns.length > 0 && arns.every((arn) => arn.split(":")[4] === place.account)
        ? []
        : ["aws:SourceArn"]),
    ];
    if (lacking.length === 0) return [];
    const message = `it trusts ${name}, and ${lacking.join(" and ")} does not say for which of the account's resources`;
    return [
      this.#at(
        statement,
        message,
        `set ${lacking.join(" and ")} to the account, and to what the role is for`,
      ),
    ];
  }

  #account(name: string, statement: ParsedStatement): Violation[] {
    if (this.environment?.product !== undefined) {
      const message = `it trusts ${name}, and the roles of an ML product are for services alone`;
      return [this.#at(statement, message, "trust the service that works with it")];
    }
    const account = accountOf(name);
    if (account === undefined)
      return [this.#at(statement, `it trusts ${name}, which names no account`, "write the account's ARN")];
    if (account === this.environment?.accountId) return [];
    const asked = statement.conditions.some(
      ({ operator, key, values }) =>
        operator === "StringEquals" &&
        key.toLowerCase() === "sts:externalid" &&
        values.some((value) => value !== ""),
    );
    if (asked) return [];
    const message = `it trusts the account ${account} without an external id`;
    return [this.#at(statement, message, 'add Condition: { StringEquals: { "sts:ExternalId": … } }')];
  }

  #mfa(statement: ParsedStatement): Violation[] {
    const env = this.environment?.env ?? "prod";
    if (!this.options.mfa_environments.includes(env)) return [];
    const asked = statement.conditions.some(
      ({ operator, key, values }) =>
        operator === "Bool" && key.toLowerCase() === "aws:multifactorauthpresent" && values.join() === "true",
    );
    if (asked) return [];
    const instead =
      'add Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } }, or require_mfa in the config';
    return [this.#at(statement, `it lifts rights in ${env} without MFA`, instead)];
  }

  #list(): string {
    return `trust one of ${this.options.service_principals.join(", ")}, or add it to service_principals`;
  }

  #at(statement: ParsedStatement, message: string, instead: string): Violation {
    return {
      principals: [nameOf(this.role)],
      policy: "trust",
      ...inStatement(statement),
      path: [...this.role.path, "Properties", "AssumeRolePolicyDocument", "Statement", statement.index],
      message,
      instead,
    };
  }
}
