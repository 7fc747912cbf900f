import { securityGroupParameterPath, vpcParameterPath } from "../naming/ml-names";
import type {
  EndpointPlacement,
  Lookup,
  Prerequisites,
  ReadParameter,
  WantedEndpoint,
} from "../template/prerequisites";
import type { MlBlueprint, NetworkBlueprint } from "./blueprint";
import { ENDPOINT_SERVICES, endpointServiceName } from "./endpoint-services";

function read(lookup: Lookup<unknown>, parameter: Omit<ReadParameter, "name">): ReadParameter[] {
  return "parameter" in lookup ? [{ name: lookup.parameter, ...parameter }] : [];
}

function placementParameters(
  { vpc, subnets, securityGroup }: NetworkBlueprint,
  config: MlBlueprint["config"],
): ReadParameter[] {
  const ofVpc = (what: string, key: string) => ({
    what,
    publisher: `the VPC provisioner, below ${vpcParameterPath(config)}`,
    instead: `have the VPC provisioned first, or name it here: vpc_source: direct, and ml_product.${key}`,
  });
  const ofGroup = {
    what: "the endpoints' security group",
    publisher: `the SG provisioner, below ${securityGroupParameterPath(config)}`,
    instead: "have it provisioned first, or name it as ml_product.security_group_id",
  };
  return [
    ...read(vpc, ofVpc("the environment's VPC", "vpc_id")),
    ...read(subnets, ofVpc("the subnets of the endpoints", "subnet_ids")),
    ...(securityGroup === "create" ? [] : read(securityGroup, ofGroup)),
  ];
}

function wantedEndpoints(endpoints: NetworkBlueprint["endpoints"], region: string): WantedEndpoint[] {
  return ENDPOINT_SERVICES.map((endpoint) => ({
    key: endpoint.id,
    service: endpointServiceName(region, endpoint),
    gateway: endpoint.gateway,
    ...(endpoints === "create" ? {} : { id: endpoints[endpoint.id] }),
  }));
}

function roleParameter({ executionRole, config }: Pick<MlBlueprint, "executionRole" | "config">) {
  if (executionRole.parameter === undefined) return [];
  const tier = config.ml_product.security_stack?.tier;
  return [
    {
      name: executionRole.parameter,
      what: `the role ${executionRole.name}`,
      publisher: `the ${tier} security stack of the same prefix, env, tenant and region`,
      instead: "deploy that stack first, or leave out ml_product.security_stack",
    },
  ];
}

/** What an ML product relies on. */
export function prerequisitesOf(
  blueprint: Pick<MlBlueprint, "config" | "network" | "executionRole" | "buildSource">,
): Prerequisites {
  const { config, network, buildSource } = blueprint;
  const { key_administrators: keyAdministrators } = config.ml_product;
  const creates = network?.endpoints === "create";
  return {
    parameters: [...(creates ? placementParameters(network, config) : []), ...roleParameter(blueprint)],
    endpoints: network === undefined ? [] : wantedEndpoints(network.endpoints, config.environment.region),
    ...(creates ? { placement: placementOf(network) } : {}),
    ...(buildSource.kind === "s3" ? { sourceBucket: buildSource.bucket } : {}),
    ...(keyAdministrators === undefined ? {} : { keyAdministrators }),
  };
}

function placementOf({ vpc, subnets, securityGroup, routeTables }: NetworkBlueprint): EndpointPlacement {
  return { vpc, subnets, routeTables, ...(securityGroup === "create" ? {} : { securityGroup }) };
}
