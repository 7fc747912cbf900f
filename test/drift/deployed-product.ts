import type { MlConfig } from "../../core/ml/config/schema";
import { securityGroupParameterPath, vpcParameterPath } from "../../core/naming/ml-names";
import { watchedResources } from "../../core/template/watched-resources";
import { mlConfig } from "../core/ml/ml-configs";
import { rendered } from "../core/ml/rendered";
import { type DeployedStack, deployStack } from "./deployed-stack";
import { productPlanters, type ProductPlanters } from "./product-plants/planters";

/** A shipped config of an ML product as it would be deployed. */
export function renderProduct(configName: string, change?: (config: MlConfig) => void) {
  const { blueprint, template } = rendered(configName, change);
  (globalThis as any).prune?.(template); // TEMPORARY
  const { client, environment } = blueprint.config;
  const where = { accountId: client.account_id, region: environment.region };
  return {
    stackName: blueprint.stackName,
    template,
    ...where,
    watched: watchedResources(template, where),
  };
}

/** Makes the VPC that an enterprise product lies in, where the config looks for it; the answer puts it into the config. */
async function makeNetwork({ ec2, ssm }: ProductPlanters, config: MlConfig) {
  const { Vpc: vpc } = await ec2.createVpc({ CidrBlock: "10.0.0.0/16" });
  const VpcId = vpc!.VpcId!;
  const subnets: string[] = [];
  const tables: string[] = [];
  for (const [index, zone] of ["a", "b"].entries()) {
    const AvailabilityZone = `${config.environment.region}${zone}`;
    const CidrBlock = `10.0.${index}.0/24`;
    const { Subnet: subnet } = await ec2.createSubnet({ VpcId, CidrBlock, AvailabilityZone });
    subnets.push(subnet!.SubnetId!);
    tables.push((await ec2.createRouteTable({ VpcId })).RouteTable!.RouteTableId!);
  }
  const group = await ec2.createSecurityGroup({ VpcId, GroupName: "shared", Description: "Shared" });
  const path = vpcParameterPath(config);
  const published = {
    [`${path}/VPCId`]: VpcId,
    [`${path}/PrivateSubnetIds`]: subnets.join(","),
    [`${securityGroupParameterPath(config)}/SecurityGroupId`]: group.GroupId!,
  };
  for (const [Name, Value] of Object.entries(published)) {
    await ssm.putParameter({ Name, Value, Type: Value.includes(",") ? "StringList" : "String" });
  }
  return { VpcId, subnets, tables, groupId: group.GroupId! };
}

async function prepare(clients: ProductPlanters, configName: string): Promise<(config: MlConfig) => void> {
  const config = mlConfig(configName);
  if (config.tier.name !== "enterprise") return () => undefined;
  const trust = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
  };
  for (const arn of config.ml_product.key_administrators ?? []) {
    const RoleName = arn.slice(arn.lastIndexOf("/") + 1);
    await clients.iam.createRole({ RoleName, AssumeRolePolicyDocument: JSON.stringify(trust) });
  }
  const { VpcId, subnets, tables, groupId } = await makeNetwork(clients, config);
  return ({ ml_product: product }) => {
    if (product.vpc_id !== undefined) product.vpc_id = VpcId;
    if (product.subnet_ids !== undefined) product.subnet_ids = subnets;
    if (product.route_table_ids !== undefined) product.route_table_ids = tables;
    if (product.security_group_id !== undefined) product.security_group_id = groupId;
  };
}

/** Deploys a shipped config of an ML product, and what it expects to be there. */
export async function deployProduct(
  configName: string,
): Promise<DeployedStack & { clients: ProductPlanters }> {
  let clients: ProductPlanters | undefined;
  const deployed = await deployStack(renderProduct(configName), async ({ endpoints, region }) => {
    clients = productPlanters(endpoints!.iam!, region);
    return renderProduct(configName, await prepare(clients, configName));
  });
  return { ...deployed, clients: clients! };
}
