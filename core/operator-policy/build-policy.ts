import type { Config } from "../config/schema";
import { InvalidInputError } from "../errors";
import { AWS_LIMITS } from "../security/aws-limits";
import type { PolicyDocument, Statement } from "../security/policy-document";
import { policySize, statementSize } from "../security/policy-size";
import { grantedStatements } from "./granted-statements";
import { LICENCE_RIGHTS, STATEMENTS } from "./rights";
import { boundaryIsOwn, boundaryOf, scopeArns } from "./scope-arns";
import { VARIANTS, type Variant } from "./variants";

/** A boundary that could be rewritten or removed by whom it bounds would bound nothing. */
const BOUNDARY_WRITES = [
  "iam:CreatePolicyVersion",
  "iam:DeletePolicy",
  "iam:DeletePolicyVersion",
  "iam:SetDefaultPolicyVersion",
];

/** What asking for the licence needs, where one is configured. */
export function licenceStatements({ license }: Pick<Config, "license">): Statement[] {
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
  const statements = grantedStatements(STATEMENTS, { variant, arns, boundary });
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
