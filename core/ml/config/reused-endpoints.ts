import type { EndpointIds } from "../../template/prerequisites";
import type { MlConfig } from "./schema";

/** Keys of `ml_product` that say where new endpoints lie. */
export const OF_NEW_ENDPOINTS = ["vpc_id", "subnet_ids", "security_group_id", "route_table_ids"] as const;

/** The same product, which uses endpoints that its VPC has in place of new ones. */
export function withReusedEndpoints(config: MlConfig, ids: EndpointIds): MlConfig {
  const product: MlConfig["ml_product"] = {
    ...config.ml_product,
    vpc_endpoints: "reuse",
    vpc_endpoint_ids: ids,
  };
  for (const key of OF_NEW_ENDPOINTS) delete product[key];
  return Object.freeze({ ...config, ml_product: Object.freeze(product) });
}
