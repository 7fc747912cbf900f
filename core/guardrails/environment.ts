import type { Exemption } from "../config/exemption-schema";
import type { Config } from "../config/schema";
import { isObject, type JsonObject, own } from "../config/source";
import { NAMESPACE } from "../config/stack-source";
import type { TenantPlace } from "../analysis/rule";
import type { MlConfig } from "../ml/config/schema";
import { partitionOf } from "../naming/partition";
import { judgedProduct, type JudgedProduct } from "./judged-product";

/** What a config says of the environment whose stack is judged. */
export interface JudgedEnvironment {
  /** The ML product that the stack is of; undefined where it has groups and roles of a security tier. */
  product?: JudgedProduct;
  tier: string;
  companyPrefix: string;
  env: string;
  tenantId: string;
  region: string;
  accountId: string;
  /** Managed policy that has to bound every role. */
  boundary?: string;
  /** Where `deployment.stack_name` pins the stack's name. */
  stackName?: string;
  /** Test copies live for an hour: they are not protected. */
  testSuffix?: string;
  quotas: { managedPoliciesPerRole?: number; trustPolicyCharacters?: number };
  exemptions: readonly Exemption[];
}

/** `{company_prefix}-{env}-{tenant_id}`, with which all names begin. */
export function scopeOf({ companyPrefix, env, tenantId }: JudgedEnvironment): string {
  return `${companyPrefix}-${env}-${tenantId}`;
}

/** The environment's or the product's place as the analysis wants it. */
export function placeOf(environment: JudgedEnvironment): TenantPlace {
  const { region, accountId, product } = environment;
  if (product !== undefined) return product.place;
  return { partition: partitionOf(region), region, account: accountId, scope: scopeOf(environment) };
}

/** Whether the stack is of an ML product of one of these tiers. */
export function isProductOf(
  environment: JudgedEnvironment | undefined,
  tiers: readonly string[],
): environment is JudgedEnvironment & { product: JudgedProduct } {
  return environment?.product !== undefined && tiers.includes(environment.tier);
}

/** The environment of a validated config, of whichever product. */
export function environmentOfConfig(config: Config | MlConfig): JudgedEnvironment {
  return environmentOfSections(config)!;
}

/**
 * The environment that a Pulumi stack's config names, as the engine hands it over: JSON texts by their keys. Undefined
 * where it names none; a part that is missing is empty, and then fits nothing.
 */
export function environmentOfStackConfig(
  config: Readonly<Record<string, string>>,
): JudgedEnvironment | undefined {
  const sections: JsonObject = {};
  for (const [key, text] of Object.entries(config)) {
    if (!key.startsWith(`${NAMESPACE}:`)) continue;
    const section = key.slice(NAMESPACE.length + 1);
    // A suffix of digits alone is a text all the same.
    sections[section] = section === "testSuffix" ? text : parsed(text);
  }
  return environmentOfSections(sections);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function environmentOfSections(sections: JsonObject): JudgedEnvironment | undefined {
  const section = (name: string) => {
    const value = own(sections, name);
    return isObject(value) ? value : {};
  };
  const [client, environment, tier] = [section("client"), section("environment"), section("tier")];
  if (Object.keys(client).length === 0 || Object.keys(environment).length === 0) return undefined;
  const { managed_policies_per_role: attached, role_trust_policy_characters: trust } = section("quotas");
  const { permission_boundary_arn: overriding } = section("security_overrides");
  const boundary = overriding ?? section("security").permission_boundary_arn;
  const { stack_name: stackName } = section("deployment");
  const { exemptions, testSuffix } = sections;
  const where = {
    companyPrefix: text(client.company_prefix),
    env: text(environment.env),
    tenantId: text(client.tenant_id),
    region: text(environment.region),
    accountId: text(client.account_id),
  };
  return {
    ...(own(sections, "ml_product") === undefined ? {} : { product: productOf(where, sections) }),
    tier: text(tier.name),
    ...where,
    ...(typeof boundary === "string" ? { boundary } : {}),
    ...(typeof stackName === "string" ? { stackName } : {}),
    ...(typeof testSuffix === "string" ? { testSuffix } : {}),
    quotas: {
      ...(typeof attached === "number" ? { managedPoliciesPerRole: attached } : {}),
      ...(typeof trust === "number" ? { trustPolicyCharacters: trust } : {}),
    },
    exemptions: Array.isArray(exemptions) ? (exemptions as Exemption[]) : [],
  };
}

type Where = Pick<JudgedEnvironment, "companyPrefix" | "env" | "tenantId" | "region" | "accountId">;

function productOf(where: Where, { ml_product: product, deployment, testSuffix }: JsonObject): JudgedProduct {
  const { stack_name: stackName } = isObject(deployment) ? deployment : {};
  const parts = {
    client: {
      company_name: "",
      company_prefix: where.companyPrefix,
      account_id: where.accountId,
      tenant_id: where.tenantId,
    },
    environment: { env: where.env as Config["environment"]["env"], region: where.region },
    ...(typeof stackName === "string" ? { deployment: { stack_name: stackName } } : {}),
    ...(typeof testSuffix === "string" ? { testSuffix } : {}),
  };
  return judgedProduct(parts, product);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
