import type { EndpointPlacement, Lookup, Prerequisites } from "../../../core/template/prerequisites";
import type { AwsClients } from "../../clients";
import { parameterValues } from "../../parameter-values";
import { ask } from "../ask";
import type { Answer } from "../answer";
import { lookAtBucket } from "../look-at-bucket";
import { existingEndpoints, existingParts, existingVpcs, missingDnsAttributes } from "./describe-network";
import { findKeyAdministrators } from "./key-administrators";
import type { PlacementFindings, PrerequisiteFindings } from "./findings";

type Values = PrerequisiteFindings["parameters"];

/** The value that the config gives, or that the parameter has; undefined where it has none. */
function valueOf<T>(lookup: Lookup<T>, values: Values, read: (text: string) => T): T | undefined {
  if ("given" in lookup) return lookup.given;
  const text = "value" in values ? values.value[lookup.parameter] : undefined;
  return text === undefined ? undefined : read(text);
}

/** As CloudFormation reads a list from a parameter. */
const listOf = (text: string): readonly string[] => text.split(",").map((id) => id.trim());

async function gatherPlacement(
  aws: AwsClients,
  placement: EndpointPlacement,
  values: Values,
): Promise<PlacementFindings> {
  const vpcId = valueOf(placement.vpc, values, (text) => text);
  const subnetIds = valueOf(placement.subnets, values, listOf);
  const group = placement.securityGroup;
  const securityGroupId = group === undefined ? undefined : valueOf(group, values, (text) => text);
  const [vpcs, missingDns, subnets, securityGroups, routeTables] = await Promise.all([
    ask(() => existingVpcs(aws, vpcId === undefined ? [] : [vpcId])),
    vpcId === undefined ? undefined : ask(() => missingDnsAttributes(aws, vpcId)),
    ask(() => existingParts(aws, "subnet", subnetIds ?? [])),
    ask(() => existingParts(aws, "security group", securityGroupId === undefined ? [] : [securityGroupId])),
    ask(() => existingParts(aws, "route table", placement.routeTables)),
  ]);
  return {
    ...{ vpcId, subnetIds, securityGroupId, vpcs, subnets, securityGroups, routeTables },
    ...(missingDns === undefined ? {} : { missingDns }),
  };
}

async function gatherEndpoints(
  aws: AwsClients,
  { endpoints }: Prerequisites,
  vpcId: string | undefined,
): Promise<PrerequisiteFindings["endpoints"]> {
  const reused = endpoints.flatMap(({ id }) => (id === undefined ? [] : [id]));
  if (reused.length > 0) return ask(() => existingEndpoints(aws, { ids: reused }));
  return vpcId === undefined ? undefined : ask(() => existingEndpoints(aws, { vpcId }));
}

async function gatherSource(
  aws: AwsClients,
  bucket: string,
  accountId: string,
): Promise<PrerequisiteFindings["source"]> {
  const state = await lookAtBucket(aws, { bucket, accountId });
  if ("failure" in state || state.value.kind !== "ours") return { bucket: state };
  const versioned: Answer<boolean> = await ask(async () => {
    const { Status } = await (await aws.s3()).getBucketVersioning({ Bucket: bucket });
    return Status === "Enabled";
  });
  return { bucket: state, versioned };
}

/** Looks for all that an ML product relies on. It only reads, and throws nothing: what AWS refuses is an answer. */
export async function gatherPrerequisites(
  aws: AwsClients,
  prerequisites: Prerequisites,
  accountId: string,
): Promise<PrerequisiteFindings> {
  const { parameters: wanted, placement: where, sourceBucket, keyAdministrators = [] } = prerequisites;
  const administrators = findKeyAdministrators(aws, keyAdministrators);
  const names = wanted.map(({ name }) => name);
  const parameters: Values =
    names.length === 0 ? { value: {} } : await ask(() => parameterValues(aws, names));
  const placement = where === undefined ? undefined : await gatherPlacement(aws, where, parameters);
  const [endpoints, source] = await Promise.all([
    gatherEndpoints(aws, prerequisites, placement?.vpcId),
    sourceBucket === undefined ? undefined : gatherSource(aws, sourceBucket, accountId),
  ]);
  return {
    parameters,
    ...(keyAdministrators.length === 0 ? {} : { keyAdministrators: await administrators }),
    ...(placement === undefined ? {} : { placement }),
    ...(endpoints === undefined ? {} : { endpoints }),
    ...(source === undefined ? {} : { source }),
  };
}
