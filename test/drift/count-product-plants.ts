import { mlConfigNames } from "../core/ml/ml-configs";
import type { PlantCount } from "./count-plants";
import { renderProduct } from "./deployed-product";
import { recorded } from "./deployed-stack";
import { PRODUCT_PLANTS } from "./product-plants";

/** Shipped configs of ML products that together have every resource and every way to say it. */
export const PRODUCTS = mlConfigNames.filter((name) =>
  [
    "customer-churn-ml-codecommit",
    "fraud-detection-ml-s3",
    "demand-forecasting-ml-codecommit-standalone-direct-rtb",
    "demand-forecasting-ml-s3-sgprov-ssm",
  ].some((end) => name.endsWith(end)),
);

/** Counts what the tests plant in a shipped config of an ML product. */
export function countProductPlants(configName: string): PlantCount {
  const { watched } = renderProduct(configName);
  const plants = watched
    .map(recorded)
    .flatMap((resource) => PRODUCT_PLANTS[resource.type]!(resource, resource));
  const harmless = plants.filter(({ found }) => found.length === 0).length;
  return { resources: watched.length, changes: plants.length - harmless, harmless };
}
