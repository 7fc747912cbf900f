import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadMlConfigFile } from "../core/ml/config/load";
import type { MlConfig } from "../core/ml/config/schema";
import { byText } from "../core/text-order";

/** One of the combinations of an ML product that the package has an example config of. */
export interface ShippedProduct {
  /** File below the package's `configs/ml/`. */
  file: string;
  tier: string;
  sourceControl: "codecommit" | "s3";
  /** In the enterprise tier: whether the security group is the product's own. */
  vpcMode?: "standalone" | "sgprov";
  /** In the enterprise tier: where the VPC's ids come from. */
  vpcSource?: "ssm" | "direct";
  /** Whether its name has a workload. */
  workload: boolean;
  /** Whether its config names route tables for the gateway endpoint of S3. */
  routeTables: boolean;
}

/** Which combination a config is of. */
export function combinationOf({ tier, ml_product: product }: MlConfig): Omit<ShippedProduct, "file"> {
  const { source_control: sourceControl, vpc_mode: vpcMode, vpc_source: vpcSource } = product;
  return {
    tier: tier.name,
    sourceControl,
    ...(vpcMode === undefined ? {} : { vpcMode }),
    ...(vpcSource === undefined ? {} : { vpcSource }),
    workload: product.workload !== undefined,
    routeTables: product.route_table_ids !== undefined,
  };
}

const FOLDER = join(__dirname, "..", "configs", "ml");

/** Every combination that is shipped, by the names of the files. */
export function shippedProducts(): ShippedProduct[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".yaml"));
  return files.sort(byText).map((file) => ({ file, ...combinationOf(loadMlConfigFile(join(FOLDER, file))) }));
}
