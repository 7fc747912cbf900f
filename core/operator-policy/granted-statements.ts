import type { Statement } from "../security/policy-document";
import { isGranted } from "./granted";
import type { RightsStatement } from "./rights";
import { VARIANTS, type Variant } from "./variants";

/** What rights are turned into statements for. */
export interface Grantee<S extends string> {
  variant: Variant;
  /** The ARNs of each scope; none where there is no such thing. */
  arns: Readonly<Record<S, readonly string[]>>;
  /** ARN of the permission boundary of every role, where there is one. */
  boundary: string | undefined;
}

/** Whether a boundary takes a statement's rights away altogether. */
function isUnbounding({ rights }: Pick<RightsStatement, "rights">): boolean {
  return "iam:DeleteRolePermissionsBoundary" in rights;
}

function conditionOf<S extends string>(
  { writes, bounded, condition: own = {} }: RightsStatement<S>,
  { variant, boundary }: Grantee<S>,
): Statement["Condition"] {
  const condition: NonNullable<Statement["Condition"]> = { ...own };
  if (bounded === true && boundary !== undefined) {
    condition.StringEquals = { ...condition.StringEquals, "iam:PermissionsBoundary": boundary };
  }
  if (writes && VARIANTS[variant].mfa) condition.Bool = { "aws:MultiFactorAuthPresent": "true" };
  return Object.keys(condition).length === 0 ? undefined : condition;
}

/** The statements that a variant has of these; none where it has no right of one, or where its scope has nothing. */
export function grantedStatements<S extends string>(
  sources: readonly RightsStatement<S>[],
  grantee: Grantee<S>,
): Statement[] {
  return sources.flatMap((source) => {
    const actions = Object.keys(source.rights).filter((right) => isGranted(source, right, grantee.variant));
    const resources = grantee.arns[source.scope];
    if (actions.length === 0 || resources.length === 0) return [];
    if (grantee.boundary !== undefined && isUnbounding(source)) return [];
    const condition = conditionOf(source, grantee);
    return [
      {
        Sid: source.sid,
        Effect: "Allow" as const,
        Action: actions,
        Resource: [...resources],
        ...(condition === undefined ? {} : { Condition: condition }),
      },
    ];
  });
}
