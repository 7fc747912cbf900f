import { isObject } from "../config/source";
import { parsePolicy, type ParsedStatement } from "../analysis/statement";
import type { JudgedEnvironment } from "./environment";
import type { JudgedResource } from "./subject";

/** Who may assume a role: AWS services, people of the account, other accounts. */
export type RoleKind = "service" | "assumable" | "cross-account";

/** The kind of a role by whom its trust policy names, whatever the role is called. */
export function roleKind(role: JudgedResource, environment: JudgedEnvironment | undefined): RoleKind {
  const principals = trustStatements(role).flatMap(({ principal }) => principal?.kinds.AWS ?? []);
  if (principals.length === 0) return "service";
  const own = environment?.accountId ?? "";
  return principals.every((name) => accountOf(name) === own) ? "assumable" : "cross-account";
}

/** Statements of a role's trust policy; none where it is no policy document. */
export function trustStatements({ properties }: JudgedResource): ParsedStatement[] {
  const document = properties.AssumeRolePolicyDocument;
  try {
    return parsePolicy(document).statements;
  } catch {
    return [];
  }
}

/** The account of a principal's ARN, or of an account id by itself; undefined where it names none. */
export function accountOf(principal: string): string | undefined {
  if (/^\d{12}$/.test(principal)) return principal;
  return /^arn:[^:]+:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1];
}

/** Whether a role lifts rights: people assume it, and it has policies of its own instead of a group's levels. */
export function isElevation(role: JudgedResource, environment: JudgedEnvironment | undefined): boolean {
  const { Policies: policies } = role.properties;
  return (
    roleKind(role, environment) === "assumable" &&
    Array.isArray(policies) &&
    policies.some((policy) => isObject(policy))
  );
}
