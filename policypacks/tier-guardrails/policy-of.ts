import type { PolicyConfigSchema, ResourceValidationPolicy } from "@pulumi/policy";
import { describeViolation } from "../../core/guardrails/describe-violation";
import type { Guardrail } from "../../core/guardrails/guardrail";
import type { PackJudge } from "./pack-judge";

/** A guardrail as a policy of Pulumi: it judges each resource before anything is done with it. */
export function policyOf(guardrail: Guardrail, judge: PackJudge): ResourceValidationPolicy {
  const { name, forbids, enforcement, options, remediation } = guardrail;
  return {
    name,
    description: forbids,
    enforcementLevel: enforcement,
    remediationSteps: remediation,
    configSchema: { properties: options as PolicyConfigSchema["properties"] },
    validateResource: (resource, report) => {
      const verdict = judge.judge(guardrail, resource);
      if (verdict.result === "not-applicable") resource.notApplicable(verdict.reason);
      if (verdict.result !== "violation") return;
      for (const violation of judge.located(verdict.violations)) {
        report(describeViolation(violation).join("\n"));
      }
    },
  };
}
