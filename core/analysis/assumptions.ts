import type { AnalysedPrincipal } from "./principals";
import type { ConditionTest, ParsedStatement } from "./statement";
import { matchesArn, matchesWildcard } from "./wildcard";

/** A role that a principal may assume: its own policies allow it, and the role trusts the account. */
export interface Assumption {
  role: AnalysedPrincipal;
  /** Of both sides. */
  conditions: ConditionTest[];
}

/** A way from a principal to a role, over one or more assumptions. */
export interface RolePath {
  /** The roles in the order in which they are assumed; the last one is what is reached. */
  roles: AnalysedPrincipal[];
  conditions: ConditionTest[];
}

/**
 * The roles of the stack that a principal may assume at once. Both sides have to agree: a statement of its own, and a
 * trust policy that names the account's root or the principal itself (IAM User Guide, "Cross-account policy evaluation
 * logic": within an account, trust in a role's ARN suffices, trust in the root delegates to the caller's policies).
 */
export function assumptionsOf(
  principal: AnalysedPrincipal,
  roles: readonly AnalysedPrincipal[],
): Assumption[] {
  return roles.flatMap((role) => {
    const trust = trustIn(role, principal.arn);
    if (trust === undefined) return [];
    const allowing = trust.direct
      ? []
      : statementsOf(principal).filter((statement) => allowsAssuming(statement, role));
    if (!trust.direct && allowing.length === 0) return [];
    if (statementsOf(principal).some((statement) => deniesAssuming(statement, role))) return [];
    const own = allowing.find(({ conditions }) => conditions.length === 0) ?? allowing[0];
    return [{ role, conditions: [...(own?.conditions ?? []), ...trust.conditions] }];
  });
}

/** Every way to a role, the shortest to each; a role is not entered twice. */
export function rolePaths(principal: AnalysedPrincipal, roles: readonly AnalysedPrincipal[]): RolePath[] {
  const paths: RolePath[] = [];
  const seen = new Set([principal.name]);
  let ends: { at: AnalysedPrincipal; path: RolePath }[] = [
    { at: principal, path: { roles: [], conditions: [] } },
  ];
  while (ends.length > 0) {
    const next: typeof ends = [];
    for (const { at, path } of ends) {
      for (const { role, conditions } of assumptionsOf(at, roles)) {
        if (seen.has(role.name)) continue;
        seen.add(role.name);
        const longer = { roles: [...path.roles, role], conditions: [...path.conditions, ...conditions] };
        paths.push(longer);
        next.push({ at: role, path: longer });
      }
    }
    ends = next;
  }
  return paths;
}

function statementsOf({ policies }: AnalysedPrincipal): ParsedStatement[] {
  return policies.flatMap(({ document }) => document.statements);
}

function allowsAssuming(statement: ParsedStatement, role: AnalysedPrincipal): boolean {
  return statement.effect === "Allow" && concernsAssuming(statement, role);
}

function deniesAssuming(statement: ParsedStatement, role: AnalysedPrincipal): boolean {
  return (
    statement.effect === "Deny" && statement.conditions.length === 0 && concernsAssuming(statement, role)
  );
}

function concernsAssuming({ action, resource }: ParsedStatement, role: AnalysedPrincipal): boolean {
  const named = action.patterns.some((pattern) =>
    matchesWildcard(pattern, "sts:AssumeRole", { ignoreCase: true }),
  );
  const covered = resource?.patterns.some((pattern) => matchesArn(pattern, role.arn)) ?? true;
  return named !== action.negated && covered !== (resource?.negated ?? false);
}

function trustIn(
  role: AnalysedPrincipal,
  arn: string,
): { direct: boolean; conditions: ConditionTest[] } | undefined {
  const account = arn.split(":")[4]!;
  for (const { effect, principal, action, conditions } of role.trust?.statements ?? []) {
    const assumes = action.patterns.some((pattern) =>
      matchesWildcard(pattern, "sts:AssumeRole", { ignoreCase: true }),
    );
    if (effect !== "Allow" || !assumes || principal === undefined) continue;
    const names = principal.kinds.AWS ?? [];
    if (!principal.negated && names.includes(arn)) return { direct: true, conditions };
    const whole = names.some(
      (name) => name === "*" || name === account || name.endsWith(`::${account}:root`),
    );
    if (whole !== principal.negated) return { direct: false, conditions };
  }
  return undefined;
}
