import { outsideTenant } from "../../analysis/rules/outside-tenant";
import { matchesWildcard } from "../../analysis/wildcard";
import { type JudgedEnvironment, placeOf, scopeOf } from "../environment";
import { guardrail, notApplicable, verdictOf, type Violation } from "../guardrail";
import { judgeByRules } from "../judge-policies";
import type { JudgedResource, JudgedStack } from "../subject";
import { NAME_PROPERTIES } from "../template-principals";

/** Inline policies are named within their holder. */
const WITHIN_HOLDER = new Set(["AWS::IAM::Policy"]);

/** Every name and every ARN begins with the tenant's scope. */
export const scopedNames = guardrail({
  name: "scoped-names",
  forbids:
    "Names of resources, and ARNs in policies, outside {company_prefix}-{env}-{tenant_id}; of an ML product, outside its ml_name.",
  why: "Several tenants, environments and products share an account: the names alone keep them apart.",
  remediation: "Begin the name with {company_prefix}-{env}-{tenant_id}-, in an ML product with {ml_name}-.",
  examples: {
    bad: "RoleName: deployer; Resource: arn:aws:s3:::shared-data/*",
    good: "RoleName: edge-dev-b001-role-deployer; Resource: arn:aws:s3:::edge-dev-b001-data/*",
  },
  enforcement: "mandatory",
  options: {},
  judge(subject, context) {
    const { template, stack } = subject;
    const { environment } = context;
    if (template === undefined && stack === undefined)
      return notApplicable("there is no template and no stack");
    if (environment === undefined) {
      const message = "no config says whose stack this is";
      const instead = "set tierguard:client and tierguard:environment in the stack's config";
      return verdictOf([{ principals: [], path: [], message, instead }]);
    }
    const policies = judgeByRules(subject, context, [outsideTenant]);
    return verdictOf([
      ...(stack === undefined ? [] : stackName(stack, environment)),
      ...(template?.resources ?? []).flatMap((resource) => resourceName(resource, environment)),
      ...(policies.result === "violation" ? policies.violations : []),
    ]);
  },
});

function stackName({ name }: JudgedStack, environment: JudgedEnvironment): Violation[] {
  const { product } = environment;
  const pinned = product?.stackName ?? environment.stackName;
  const scope = scopeOf(environment);
  if (pinned === undefined ? name?.startsWith(`${scope}-`) : name === pinned) return [];
  const wanted = pinned ?? `${scope}-…`;
  const message = `the stack is called ${name ?? "whatever Pulumi makes up"}, not ${wanted}`;
  return [{ principals: [], path: [], message, instead: `set stackName to ${wanted}` }];
}

function resourceName(
  { type, properties, path, logicalId }: JudgedResource,
  environment: JudgedEnvironment,
): Violation[] {
  const property = NAME_PROPERTIES[type];
  if (property === undefined || WITHIN_HOLDER.has(type)) return [];
  const name = properties[property];
  const { scope } = placeOf(environment);
  if (typeof name === "string" && isScoped(name, environment)) return [];
  const said = typeof name === "string" ? name : "left to AWS";
  return [
    {
      principals: [typeof name === "string" ? name : logicalId],
      path: [...path, "Properties", property],
      message: `its name is ${said}, outside ${scope}`,
      instead: `begin ${property} with ${scope}-`,
    },
  ];
}

/** Names in folders, as those of parameters and log groups, have the scope at the start of one of their parts. */
function isScoped(name: string, environment: JudgedEnvironment): boolean {
  const { scope, names = [] } = placeOf(environment);
  return name.split("/").some(
    (part) =>
      part.startsWith(`${scope}-`) ||
      // The folder of a product's parameters, and the alias of its key, are called as it is.
      (part === scope && environment.product !== undefined) ||
      names.some((known) => matchesWildcard(known, part)),
  );
}
