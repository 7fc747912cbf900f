import { securityGroupParameterPath, vpcParameterPath } from "../naming/ml-names";
import type { Lookup } from "../template/prerequisites";
import type { NetworkBlueprint } from "./blueprint";
import type { MlConfig } from "./config/schema";

/** Keys below their paths under which the provisioners of VPCs and security groups publish what a product reads. */
const KEYS = { vpc: "VPCId", subnets: "PrivateSubnetIds", securityGroup: "SecurityGroupId" } as const;

function lookup<T>(given: T | undefined, parameter: string): Lookup<T> {
  return given === undefined ? { parameter } : { given };
}

/** Where the endpoints of an enterprise product lie. What the config gives goes before what a parameter says. */
export function networkOf(config: MlConfig): NetworkBlueprint {
  const { ml_product: product } = config;
  const vpcPath = vpcParameterPath(config);
  const { vpc_endpoints: endpoints, vpc_endpoint_ids: ids } = product;
  return {
    vpc: lookup(product.vpc_id, `${vpcPath}/${KEYS.vpc}`),
    subnets: lookup(product.subnet_ids, `${vpcPath}/${KEYS.subnets}`),
    securityGroup:
      product.vpc_mode === "standalone"
        ? "create"
        : lookup(product.security_group_id, `${securityGroupParameterPath(config)}/${KEYS.securityGroup}`),
    routeTables: product.route_table_ids ?? [],
    endpoints: endpoints === "reuse" && ids !== undefined ? ids : "create",
  };
}
