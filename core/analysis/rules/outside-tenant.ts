import { ACCOUNT_RESOURCES } from "../account-resources";
import { statementRule } from "../rule";
import { isWithinTenant } from "../tenant-names";

/** Resources that are allowed outside the tenant's names. */
export const outsideTenant = statementRule({
  id: "outside-tenant",
  title: "What is allowed lies within the tenant's names",
  why: "Several tenants share an account; the names alone keep them apart.",
  remediation:
    "Begin the resource's name with {company_prefix}-{env}-{tenant_id}-, in the config's own account.",
  severity: "error",
  judgeStatement: ({ effect, resource, conditions }, { tenant }) => {
    if (tenant === undefined || effect !== "Allow" || resource === undefined || resource.negated) return [];
    return resource.patterns
      .filter(
        (arn) => arn !== "*" && !isWithinTenant(arn, tenant) && !isOfAccount(arn, conditions.length > 0),
      )
      .map((arn) => ({
        message: `${arn} is not within the names of ${tenant.scope}`,
        instead: `begin its name with ${tenant.scope}-`,
      }));
  },
});

function isOfAccount(arn: string, conditional: boolean): boolean {
  const [, , service, , , ...rest] = arn.split(":");
  const resource = rest.join(":");
  return ACCOUNT_RESOURCES.some(
    (known) =>
      known.service === service && known.resource.test(resource) && (conditional || !known.needsCondition),
  );
}
