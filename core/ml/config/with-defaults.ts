import { fillDefaults, schemaOf } from "../../config/schema-defaults";
import { isObject } from "../../config/source";
import { retentionOf } from "./retention";
import type { MlConfig } from "./schema";

/**
 * The validated config of an ML product with everything filled in that applies where it says nothing: the schema's
 * defaults, and how long its compliance framework has logs kept. It means the same, and gives the same template.
 */
export function productWithDefaults(config: MlConfig): MlConfig {
  const { tier, client, environment, deployment = {}, quotas = {}, ...rest } = structuredClone(config);
  const complete: MlConfig = { tier, client, environment, deployment, ...rest, quotas };
  const { ml_product: product } = complete;
  product.log_retention_days ??= retentionOf(product).asked;
  if (tier.name === "enterprise") product.compliance ??= { trail: "create" };
  const common = schemaOf("ml-common").definitions;
  const { properties } = schemaOf(`ml-${tier.name}`);
  const own = isObject(properties) ? properties.ml_product : undefined;
  fillDefaults(complete, { ...(isObject(common) ? common : {}), ml_product: own });
  return complete;
}
