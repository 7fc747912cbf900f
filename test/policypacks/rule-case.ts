import type { JsonObject } from "../../core/config/source";
import type { JudgedEnvironment } from "../../core/guardrails/environment";
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
export const ml: JudgedEnvironment = { ...environment, kind: "ml", tier: "enterprise" };
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
