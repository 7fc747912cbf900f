import type { EndpointPlacement, Lookup } from "../../../core/template/prerequisites";
import type { Answer } from "../answer";
import { failing, type Judgement, ok, unanswered } from "../judgement";
import type { PlacementFindings, VpcPart } from "./findings";

/** Where an id was written: a path in the config, or a parameter. */
function origin(lookup: Lookup<unknown>, key: string): string {
  return "parameter" in lookup ? `the parameter ${lookup.parameter}` : `ml_product.${key}`;
}

/** Some parts of the VPC that must be there. */
interface WantedParts {
  /** What they are called, such as `subnet`. */
  noun: string;
  ids: readonly string[];
  /** Where they were written. */
  from: string;
  found: Answer<readonly VpcPart[]>;
  /** The call that tells. */
  action: string;
}

function judgeParts({ noun, ids, from, found, action }: WantedParts, vpcId: string): Judgement[] {
  if (ids.length === 0) return [];
  if ("failure" in found) {
    const what = `whether the ${noun}s of ${from} exist and belong to the VPC ${vpcId}`;
    return [unanswered("network", { what, action, failure: found.failure })];
  }
  return ids.flatMap((id) => {
    const there = found.value.find((part) => part.id === id);
    if (there === undefined) {
      return [failing("network", `${from} names the ${noun} ${id}, which does not exist`, "correct it")];
    }
    if (there.vpcId === vpcId) return [];
    const sentence = `${from} names the ${noun} ${id}, which belongs to the VPC ${there.vpcId}, not to ${vpcId}`;
    return [failing("network", sentence, `name one of ${vpcId}, or the VPC ${there.vpcId}`)];
  });
}

/** An interface endpoint takes one subnet an availability zone (EC2 API reference, CreateVpcEndpoint). */
function judgeZones(from: string, subnets: Answer<readonly VpcPart[]>): Judgement[] {
  if ("failure" in subnets) return [];
  const byZone = new Map<string, string[]>();
  for (const { id, zone = "" } of subnets.value) byZone.set(zone, [...(byZone.get(zone) ?? []), id]);
  return [...byZone]
    .filter(([zone, ids]) => zone !== "" && ids.length > 1)
    .map(([zone, ids]) =>
      failing(
        "network",
        `${from} names ${ids.length} subnets of the availability zone ${zone}: ${ids.join(", ")}`,
        "an interface endpoint takes one a zone: leave out all but one, or name the subnets as ml_product.subnet_ids",
      ),
    );
}

function judgeVpc(
  from: string,
  vpcId: string,
  { found, region }: { found: Answer<readonly string[]>; region: string },
): Judgement[] {
  if ("failure" in found) {
    const what = `whether the VPC ${vpcId} exists`;
    return [unanswered("network", { what, action: "ec2:DescribeVpcs", failure: found.failure })];
  }
  if (found.value.includes(vpcId)) return [];
  const sentence = `${from} names the VPC ${vpcId}, which does not exist in ${region}`;
  return [failing("network", sentence, "correct it, or have the VPC made first")];
}

function judgeDns(vpcId: string, answer: PlacementFindings["missingDns"]): Judgement[] {
  if (answer === undefined) return [];
  if ("failure" in answer) {
    // A VPC that is not there has no attributes, which is said already.
    if (answer.failure.kind === "not-found") return [];
    const what = `whether the VPC ${vpcId} lets endpoints have private DNS`;
    return [unanswered("network", { what, action: "ec2:DescribeVpcAttribute", failure: answer.failure })];
  }
  return answer.value.map((attribute) => {
    const option = attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const sentence = `the VPC ${vpcId} has not ${attribute}, which endpoints with private DNS need`;
    return failing(
      "network",
      sentence,
      `aws ec2 modify-vpc-attribute --vpc-id ${vpcId} --${option} '{"Value":true}'`,
    );
  });
}

/** Judges whether a VPC, and what is named of it, exists and belongs together. Pure. */
export function judgePlacement(
  placement: EndpointPlacement,
  found: PlacementFindings | undefined,
  region: string,
): Judgement[] {
  // Where no VPC is known, the parameter that should name it is missing, which is said already.
  if (found?.vpcId === undefined) return [];
  const { vpcId, subnetIds = [], securityGroupId } = found;
  const subnetsFrom = origin(placement.subnets, "subnet_ids");
  const vpc = judgeVpc(origin(placement.vpc, "vpc_id"), vpcId, { found: found.vpcs, region });
  const parts: WantedParts[] = [
    {
      noun: "subnet",
      ids: subnetIds,
      from: subnetsFrom,
      found: found.subnets,
      action: "ec2:DescribeSubnets",
    },
    {
      noun: "security group",
      ids: securityGroupId === undefined ? [] : [securityGroupId],
      from: origin(placement.securityGroup ?? { given: "" }, "security_group_id"),
      found: found.securityGroups,
      action: "ec2:DescribeSecurityGroups",
    },
    {
      noun: "route table",
      ids: placement.routeTables,
      from: "ml_product.route_table_ids",
      found: found.routeTables,
      action: "ec2:DescribeRouteTables",
    },
  ];
  const judged = [
    ...vpc,
    ...judgeDns(vpcId, found.missingDns),
    ...parts.flatMap((part) => judgeParts(part, vpcId)),
    ...judgeZones(subnetsFrom, found.subnets),
  ];
  if (judged.length > 0) return judged;
  return [ok("network", `the VPC ${vpcId} exists, and what is named of it belongs to it`)];
}
