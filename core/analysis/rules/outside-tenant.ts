import { ACCOUNT_RESOURCES } from "../account-resources";
import { statementRule, type TenantPlace } from "../rule";

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
      .filter((arn) => arn !== "*" && !isWithin(arn, tenant) && !isOfAccount(arn, conditions.length > 0))
      .map((arn) => ({
        message: `${arn} is not within the names of ${tenant.scope}`,
        instead: `begin its name with ${tenant.scope}-`,
      }));
  },
});

/** Glue's databases and the like can't have hyphens: there the parts are joined by underscores. */
function isWithin(arn: string, { account, scope }: TenantPlace): boolean {
  const [, partition, , , owner, ...rest] = arn.split(":");
  if (partition === undefined || rest.length === 0) return false;
  if (owner !== "" && owner !== account) return false;
  const name = rest.join(":");
  return [`${scope}-`, `${scope.replaceAll("-", "_")}_`].some((start) => beginsAName(name, start));
}

/** After a wildcard or a letter it would be the end of somebody else's name. */
function beginsAName(resource: string, start: string): boolean {
  const at = resource.indexOf(start);
  return at === 0 || (at > 0 && /[:/]/.test(resource[at - 1]!));
}

function isOfAccount(arn: string, conditional: boolean): boolean {
  const [, , service, , , ...rest] = arn.split(":");
  const resource = rest.join(":");
  return ACCOUNT_RESOURCES.some(
    (known) =>
      known.service === service && known.resource.test(resource) && (conditional || !known.needsCondition),
  );
}
