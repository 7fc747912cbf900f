import type { JsonObject } from "../../core/config/source";
import { environmentOfStackConfig, type JudgedEnvironment } from "../../core/guardrails/environment";
import type { Subject } from "../../core/guardrails/subject";
import { environment, group, OWN_OBJECTS, role, stack, templateOf, trust } from "./judged";

/** One case of a guardrail. */
export interface RuleCase {
  name: string;
  subject: Subject;
  environment?: JudgedEnvironment | null;
  configured?: Record<string, unknown>;
  /** Messages of the violations, or why it is not applicable; undefined where nothing is wrong. */
  violations?: RegExp[];
  notApplicable?: RegExp;
}

/** The environment as production. */
export const prod: JudgedEnvironment = { ...environment, env: "prod" };
/** An enterprise ML product in that environment. */
export const ml: JudgedEnvironment = product("enterprise");
/** The name of that product, with which all of its names begin. */
export const ML_NAME = "edge-dev-b001-us-west-1-churn-ml";
/** A product of a tier, with what its config says. */
export function product(tier: string, section: JsonObject = {}): JudgedEnvironment {
  const { accountId, region } = environment;
  return environmentOfStackConfig({
    "tierguard:tier": JSON.stringify({ name: tier }),
    "tierguard:client": JSON.stringify({ company_prefix: "edge", account_id: accountId, tenant_id: "b001" }),
    "tierguard:environment": JSON.stringify({ env: "dev", region }),
    "tierguard:ml_product": JSON.stringify({ use_case: "churn", source_control: "codecommit", ...section }),
  })!;
}
/** A stack whose template is judged elsewhere. */
export const noTemplate: Subject = { stack };
/** A template of one group with these statements. */
export const bad = (...statements: JsonObject[]) => templateOf({ G: group(...statements) });
/** Trust in the people of the account. */
export const people = trust({ AWS: ["arn:aws:iam::123456789012:root"] });
/** The same, for those who signed in with MFA. */
export const withMfa = trust(
  { AWS: ["arn:aws:iam::123456789012:root"] },
  { Bool: { "aws:MultiFactorAuthPresent": "true" } },
);
/** Principal of another account. */
export const other = { AWS: ["arn:aws:iam::210987654321:root"] };
/** Inline policies that allow nothing of note. */
export const own = [
  { PolicyName: "own", PolicyDocument: { Version: "2012-10-17", Statement: [OWN_OBJECTS] } },
];
/** Roles that this principal may assume. */
export const roles = (principal: unknown, count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `R${index}`,
      role({ RoleName: `edge-dev-b001-role-r${index}`, AssumeRolePolicyDocument: trust(principal) }),
    ]),
  );
