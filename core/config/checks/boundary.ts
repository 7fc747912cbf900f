import { partitionOf } from "../../naming/partition";
import type { Check } from "./check-context";

/** The permission boundary lies in the partition of the region and in the account itself, or is one of AWS's own. */
export const checkBoundary: Check = ({ config, report }) => {
  const boundary = config.security?.permission_boundary_arn;
  if (boundary === undefined) return;
  const region = config.environment?.region;
  const path = ["security", "permission_boundary_arn"];
  const [, partition, , , account] = boundary.split(":");
  if (region !== undefined && partition !== partitionOf(region)) {
    const message = `lies in the partition ${partition}, the region ${region} in ${partitionOf(region)}`;
    report(path, "value", message, `begin it with arn:${partitionOf(region)}:`);
  }
  const own = config.client?.account_id;
  if (own !== undefined && account !== "aws" && account !== own) {
    report(
      path,
      "value",
      `is a policy of the account ${account}`,
      `a boundary lies in the same account, ${own}`,
    );
  }
};
