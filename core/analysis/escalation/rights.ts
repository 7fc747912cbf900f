import { actionFacts, isOfOtherType } from "../action-resources";
import { actionsOf, expandActions } from "../expand-actions";
import type { AnalysedPolicy, AnalysedPrincipal } from "../principals";
import type { ReferenceData } from "../reference/reference-data";
import type { ConditionTest, ParsedStatement } from "../statement";
import { matchesArn, matchesWildcard } from "../wildcard";

/** A resource pattern on which a principal is allowed an action, and what allows it. */
export interface AllowedScope {
  pattern: string;
  policy: AnalysedPolicy;
  statement: ParsedStatement;
}

/** What one principal is allowed by its own policies, asked action by action. Conditions are taken to hold. */
export class Rights {
  readonly #scopes = new Map<string, readonly AllowedScope[]>();
  readonly #allows: { policy: AnalysedPolicy; statement: ParsedStatement }[] = [];
  /** Only a Deny without conditions takes anything away for certain. */
  readonly #denies: ParsedStatement[] = [];

  constructor(
    { policies }: AnalysedPrincipal,
    private readonly data: ReferenceData,
  ) {
    for (const policy of policies) {
      for (const statement of policy.document.statements) {
        if (statement.effect === "Allow") this.#allows.push({ policy, statement });
        else if (statement.conditions.length === 0) this.#denies.push(statement);
      }
    }
  }

  /** Where the action, such as `iam:PassRole`, is allowed; empty where it is not. */
  scopes(action: string): readonly AllowedScope[] {
    let scopes = this.#scopes.get(action);
    if (scopes === undefined) this.#scopes.set(action, (scopes = this.#find(action)));
    return scopes;
  }

  /** Whether everything on everything is allowed, as by AdministratorAccess. */
  get everything(): boolean {
    return this.#allows.some(
      ({ statement: { action, resource, conditions } }) =>
        expandActions(action, this.data).everything &&
        resource?.negated === false &&
        resource.patterns.includes("*") &&
        conditions.length === 0,
    );
  }

  #find(action: string): AllowedScope[] {
    const denied = this.#denies.filter((statement) => this.#means(statement, action));
    const known = actionsOf(action, this.data);
    return this.#allows
      .filter(({ statement }) => this.#means(statement, action))
      .flatMap(({ policy, statement }) =>
        patternsOf(statement)
          .filter((pattern) => !denied.some((deny) => covers(deny, pattern)))
          .filter((pattern) => !known.some((one) => isOfOtherType(actionFacts(one, this.data), pattern)))
          .map((pattern) => ({ pattern, policy, statement })),
      );
  }

  #means({ action }: ParsedStatement, id: string): boolean {
    const { everything, ids } = expandActions(action, this.data);
    return everything || ids.has(id);
  }
}

/** The resources of a statement; all but a few are taken for all. */
function patternsOf({ resource }: ParsedStatement): string[] {
  return resource === undefined || resource.negated ? ["*"] : resource.patterns;
}

function covers({ resource }: ParsedStatement, pattern: string): boolean {
  if (resource === undefined) return true;
  return !resource.negated && resource.patterns.some((denied) => matchesArn(denied, pattern));
}

/** Whether a statement's conditions let a role be passed to this service. */
export function mayPassTo(conditions: readonly ConditionTest[], service: string): boolean {
  return conditions
    .filter(({ key, operator }) => key.toLowerCase() === "iam:passedtoservice" && !/not/i.test(operator))
    .every(({ values }) => values.some((value) => matchesWildcard(value, service, { ignoreCase: true })));
}

/** Whether a role lets this service take it. */
export function trustsService({ trust }: AnalysedPrincipal, service: string): boolean {
  return (trust?.statements ?? []).some(
    ({ effect, principal }) =>
      effect === "Allow" &&
      principal !== undefined &&
      !principal.negated &&
      Object.values(principal.kinds).some((names) => names.includes(service) || names.includes("*")),
  );
}

/** The services that a role lets take it. */
export function trustedServices({ trust }: AnalysedPrincipal): string[] {
  return (trust?.statements ?? [])
    .filter(({ effect }) => effect === "Allow")
    .flatMap(({ principal }) => principal?.kinds.Service ?? []);
}

/** Operators under which a condition lets nothing but its values through; `…IfExists` lets through what has no key. */
const BINDING = /^(Arn|String)(Equals|Like)$/i;

/**
 * ARNs of the resources on whose behalf alone a service takes a role, as `aws:SourceArn` in its trust policy has them
 * ("The confused deputy problem", IAM User Guide); undefined where the policy names none.
 */
export function sourcesOf({ trust }: AnalysedPrincipal, service: string): string[] | undefined {
  const sources = (trust?.statements ?? [])
    .filter(({ effect, principal }) => effect === "Allow" && principal?.kinds.Service?.includes(service))
    .map(({ conditions }) =>
      conditions.find(({ key, operator }) => key.toLowerCase() === "aws:sourcearn" && BINDING.test(operator)),
    );
  return sources.length === 0 || sources.includes(undefined)
    ? undefined
    : sources.flatMap((condition) => condition?.values ?? []);
}
