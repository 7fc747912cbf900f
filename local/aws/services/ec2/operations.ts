import type { CallContext, Operations } from "../../service";
import { endpointOperations } from "./endpoint-operations";
import { endpoints, routeTables, securityGroups, subnets, vpcs } from "./network-records";
import { routeTableOperations } from "./route-table-operations";
import { ruleOperations } from "./rule-operations";
import { rules } from "./rule-record";
import { securityGroupOperations } from "./security-group-operations";
import { subnetOperations } from "./subnet-operations";
import { tagOperations } from "./tags";
import { vpcOperations } from "./vpc-operations";

function exists(context: CallContext, id: string): boolean {
  return [endpoints, routeTables, rules, securityGroups, subnets, vpcs].some(
    (kind) => kind.find(context, id) !== undefined,
  );
}

/** EC2's operations: VPCs and what is in them, machines left out. */
export const operations: Operations = {
  ...vpcOperations,
  ...subnetOperations,
  ...routeTableOperations,
  ...securityGroupOperations,
  ...ruleOperations,
  ...endpointOperations,
  ...tagOperations(exists),
};
