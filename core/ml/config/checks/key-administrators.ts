import { partitionOf } from "../../../naming/partition";
import type { MlCheck } from "./check";

/** The key's administrators are of the account itself, and of the partition of the region. */
export const checkKeyAdministrators: MlCheck = ({ config, report }) => {
  const own = config.client?.account_id;
  const region = config.environment?.region;
  config.ml_product?.key_administrators?.forEach((arn, index) => {
    if (arn === undefined) return;
    const path = ["ml_product", "key_administrators", index];
    const [, partition, , , account] = arn.split(":");
    if (region !== undefined && partition !== partitionOf(region)) {
      const message = `lies in the partition ${partition}, the region ${region} in ${partitionOf(region)}`;
      report(path, "value", message, `begin it with arn:${partitionOf(region)}:`);
    }
    if (own !== undefined && account !== own) {
      report(path, "value", `is of the account ${account}`, `the key's administrators are of ${own}`);
    }
  });
};
