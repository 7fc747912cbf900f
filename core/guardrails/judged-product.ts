import type { TenantPlace } from "../analysis/rule";
import { isObject, type JsonObject, own } from "../config/source";
import type { ComplianceFramework } from "../ml/config/retention";
import { retentionOf } from "../ml/config/retention";
import { productPlace } from "../ml/product-place";
import {
  mlName,
  mlNames,
  type MlNames,
  mlStackName,
  type NamedProduct,
  productTag,
} from "../naming/ml-names";
import { valueText } from "../value-text";

/** What a config says of the ML product whose stack is judged. */
export interface JudgedProduct {
  /** The ml_name. */
  name: string;
  names: MlNames;
  /** Value of the tag that tells it from another product of the same name. */
  tag: string;
  stackName: string;
  place: TenantPlace;
  /** ARN of the policy that bounds its roles, where its tier has one. */
  boundary: string;
  /** Fewest days that its logs are kept. */
  retentionDays: number;
  /** Whether it makes VPC endpoints, where its tier has them, or uses those of the VPC. */
  endpoints: "create" | "reuse";
  /** Whether it has a trail of its own, where its tier watches API calls, or watches the account's. */
  trail: "create" | "account";
  /** Who is told of failures and alarms, where its tier tells somebody. */
  alertsEmail?: string;
  /** ARNs of those who administer its key. */
  keyAdministrators: readonly string[];
}

/** Sections of a config that names are made of; what is missing is empty in them. */
type Sections = Pick<NamedProduct, "client" | "environment" | "deployment" | "testSuffix">;

/** The product that section `ml_product` describes, which nobody has judged yet: what is wrong in it fits nothing. */
export function judgedProduct(sections: Sections, section: unknown): JudgedProduct {
  const given = isObject(section) ? section : {};
  const product = { ...sections, ml_product: namedSection(given) };
  const names = mlNames(product);
  const place = productPlace(product);
  const administrators = own(given, "key_administrators");
  const compliance = own(given, "compliance");
  const email = text(given, "alerts_email");
  return {
    ...(email === undefined ? {} : { alertsEmail: email }),
    name: mlName(product),
    names,
    tag: productTag(product),
    stackName: mlStackName(product),
    place,
    boundary: `arn:${place.partition}:iam::${place.account}:policy/${names.permissionBoundary}`,
    retentionDays: retentionOf({
      compliance_framework: text(given, "compliance_framework") as ComplianceFramework | undefined,
      log_retention_days: typeof given.log_retention_days === "number" ? given.log_retention_days : undefined,
    }).asked,
    trail: isObject(compliance) && compliance.trail === "account" ? "account" : "create",
    endpoints: given.vpc_endpoints === "reuse" ? "reuse" : "create",
    keyAdministrators: Array.isArray(administrators) ? administrators.map(valueText) : [],
  };
}

function namedSection(given: JsonObject): NamedProduct["ml_product"] {
  return {
    use_case: text(given, "use_case") ?? "",
    workload: text(given, "workload"),
    source_control: given.source_control === "s3" ? "s3" : "codecommit",
    s3_prefix: text(given, "s3_prefix"),
    // Only whether it is there counts for the name of the role.
    ...(isObject(given.security_stack) ? { security_stack: { tier: "startup" } } : {}),
  };
}

function text(section: JsonObject, key: string): string | undefined {
  const value = own(section, key);
  return typeof value === "string" ? value : undefined;
}
