import { InvalidInputError } from "../../errors";
import { licenceStatements } from "../../operator-policy/build-policy";
import { grantedStatements } from "../../operator-policy/granted-statements";
import type { Variant } from "../../operator-policy/variants";
import { partitionOf } from "../../naming/partition";
import { AWS_LIMITS } from "../../security/aws-limits";
import type { PolicyDocument } from "../../security/policy-document";
import { policySize } from "../../security/policy-size";
import { splitDocument } from "../../security/split-document";
import type { MlBlueprint } from "../blueprint";
import { mlRights } from "./rights";
import { mlScopeArns } from "./scopes";

/** The role that is meant to carry an operator's policies. */
export function mlOperatorRole(variant: Variant): string {
  return `ml-provisioner-${variant}-role`;
}

/**
 * The IAM policies that an operator of one ML product needs together, and no more: what bears the product's name, or
 * its tag where AWS makes the name. Each is small enough for one managed policy; most products need two or three.
 * A test copy has a name of its own, and so policies of its own.
 * @throws InvalidInputError where a statement is larger than IAM takes, because names are very long.
 */
export function buildMlOperatorPolicies(blueprint: MlBlueprint, variant: Variant): PolicyDocument[] {
  const { config, boundary, arns } = blueprint;
  const partition = partitionOf(config.environment.region);
  const statements = grantedStatements(mlRights(blueprint), {
    variant,
    arns: mlScopeArns(blueprint, mlOperatorRole(variant)),
    boundary:
      boundary === undefined
        ? undefined
        : arns.policy(boundary.name).replaceAll("${AWS::Partition}", partition),
  });
  const whole = { Version: "2012-10-17" as const, Statement: [...statements, ...licenceStatements(config)] };
  const parts = splitDocument(whole, AWS_LIMITS.managedPolicyCharacters);
  for (const part of parts) checkSize(part);
  return parts;
}

function checkSize(part: PolicyDocument): void {
  const size = policySize(part);
  if (size <= AWS_LIMITS.managedPolicyCharacters) return;
  const [{ Sid: sid = "" } = {}] = part.Statement;
  throw new InvalidInputError([
    {
      path: "ml_product.use_case",
      message: `statement ${sid} of the operator's policy would have ${size} characters, a managed policy takes ${AWS_LIMITS.managedPolicyCharacters}`,
      hint: "choose a shorter use_case or workload: they are part of every name in it",
    },
  ]);
}
