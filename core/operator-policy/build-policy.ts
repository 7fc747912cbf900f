import type { Config } from "../config/schema";
import { InvalidInputError } from "../errors";
import { AWS_LIMITS } from "../security/aws-limits";
import type { PolicyDocument, Statement } from "../security/policy-document";
import { policySize, statementSize } from "../security/policy-size";
import { isGranted } from "./granted";
import { LICENCE_RIGHTS, type RightsStatement, STATEMENTS } from "./rights";
import { boundaryIsOwn, boundaryOf, scopeArns } from "./scope-arns";
import { VARIANTS, type Variant } from "./variants";

/** A boundary that could be rewritten or removed by whom it bounds would bound nothing. */
const BOUNDARY_WRITES = [
  "iam:CreatePolicyVersion",
  "iam:DeletePolicy",
  "iam:DeletePolicyVersion",
  "iam:SetDefaultPolicyVersion",
];

/** Whether a boundary that the config sets takes a statement's rights away altogether. */
function isUnbounding({ rights }: RightsStatement): boolean {
  return "iam:DeleteRolePermissionsBoundary" in rights;
}

function conditionOf(
  { writes, bounded }: RightsStatement,
  { mfa }: { mfa: boolean },
  boundary: string | undefined,
): Statement["Condition"] {
  const condition: NonNullable<Statement["Condition"]> = {};
  if (bounded === true && boundary !== undefined) {
    condition.StringEquals = { "iam:PermissionsBoundary": boundary };
  }
  if (writes && mfa) condition.Bool = { "aws:MultiFactorAuthPresent": "true" };
  return Object.keys(condition).length === 0 ? undefined : condition;
}

function licenceStatements({ license }: Config): Statement[] {
  if (license === undefined) return [];
  return [
    { Sid: "Licence", Effect: "Allow", Action: [...LICENCE_RIGHTS[license.provider]], Resource: ["*"] },
  ];
}

/**
 * The IAM policy that an operator of one environment needs, and no more: only the tenant's names, and `*` only where
 * AWS gives an action no resource type.
 *
 * To write the policies of groups and roles is power by nature: a holder could give a role of the tenant's names any
 * right, and assume it. No statement can take that away and leave the work. What limits it is the config's
 * `permission_boundary_arn`: with it, a role is created and given rights only where it has that boundary, the boundary
 * is never taken off a role, and its own policy is out of reach. Groups have no boundary in IAM, but nobody is added
 * to one with these rights.
 * @throws InvalidInputError where it would be larger than IAM takes, because names are very long.
 */
export function buildOperatorPolicy(config: Config, variant: Variant): PolicyDocument {
  const boundary = boundaryOf(config);
  const arns = scopeArns(config, variant);
  const statements: Statement[] = [];
  for (const source of STATEMENTS) {
    const actions = Object.keys(source.rights).filter((right) => isGranted(source, right, variant));
    const resources = arns[source.scope];
    if (actions.length === 0 || resources.length === 0) continue;
    if (boundary !== undefined && isUnbounding(source)) continue;
    const condition = conditionOf(source, VARIANTS[variant], boundary);
    statements.push({
      Sid: source.sid,
      Effect: "Allow",
      Action: actions,
      Resource: resources,
      ...(condition === undefined ? {} : { Condition: condition }),
    });
  }
  if (boundaryIsOwn(config) && VARIANTS[variant].writes) {
    statements.push({ Sid: "BoundaryKept", Effect: "Deny", Action: BOUNDARY_WRITES, Resource: [boundary!] });
  }
  const document: PolicyDocument = {
    Version: "2012-10-17",
    Statement: [...statements, ...licenceStatements(config)],
  };
  checkSize(document);
  return document;
}

function checkSize(document: PolicyDocument): void {
  const size = policySize(document);
  if (size <= AWS_LIMITS.managedPolicyCharacters) return;
  const [largest] = [...document.Statement].sort((a, b) => statementSize(b) - statementSize(a));
  throw new InvalidInputError([
    {
      path: "deployment",
      message: `the operator's policy would have ${size} characters, a managed policy takes ${AWS_LIMITS.managedPolicyCharacters}; its largest statement is ${largest!.Sid} with ${statementSize(largest!)}`,
      hint: "shorten template_prefix, stack_name or the boundary's name",
    },
  ]);
}
