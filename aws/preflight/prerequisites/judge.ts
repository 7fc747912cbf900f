import type { Prerequisites, WantedEndpoint } from "../../../core/template/prerequisites";
import type { PreflightFindings } from "../findings";
import { failing, type Judgement, ok, unanswered, warning } from "../judgement";
import { isHeld } from "../names-to-look-up";
import type { PreflightRequest } from "../request";
import { inTheWay, thatServes } from "./existing-endpoints";
import type { ExistingEndpoint, PrerequisiteFindings } from "./findings";
import { judgeKeyAdministrators } from "./judge-key-administrators";
import { judgePlacement } from "./judge-placement";

function judgeParameters(
  { parameters: wanted }: Prerequisites,
  { parameters: answer }: PrerequisiteFindings,
): Judgement[] {
  if (wanted.length === 0) return [];
  if ("failure" in answer) {
    const what = `whether the parameters exist that the deployment reads (${wanted.map(({ name }) => name).join(", ")})`;
    return [unanswered("parameters", { what, action: "ssm:GetParameters", failure: answer.failure })];
  }
  const missing = wanted.filter(({ name }) => answer.value[name] === undefined);
  if (missing.length === 0) {
    return [ok("parameters", `all ${wanted.length} parameters exist that the deployment reads`)];
  }
  return missing.map(({ name, what, publisher, instead }) =>
    failing(
      "parameters",
      `the parameter ${name} does not exist, which names ${what}: it is published by ${publisher}`,
      instead,
    ),
  );
}

function judgeReused(endpoints: readonly WantedEndpoint[], findings: PrerequisiteFindings): Judgement[] {
  const reused = endpoints.filter(({ id }) => id !== undefined);
  const answer = findings.endpoints;
  if (reused.length === 0 || answer === undefined) return [];
  if ("failure" in answer) {
    const what = "whether the endpoints of vpc_endpoint_ids exist";
    return [unanswered("network", { what, action: "ec2:DescribeVpcEndpoints", failure: answer.failure })];
  }
  const wrong = reused.flatMap(({ id, key, service }) => {
    const there = answer.value.find((endpoint) => endpoint.id === id);
    const named = `ml_product.vpc_endpoint_ids.${key} names ${id}, which`;
    if (there === undefined) {
      return [failing("network", `${named} does not exist`, `name the endpoint of ${service} in the VPC`)];
    }
    if (there.service === service) return [];
    return [failing("network", `${named} is an endpoint of ${there.service}`, `name that of ${service}`)];
  });
  if (wrong.length > 0) return wrong;
  return [ok("network", `the ${reused.length} endpoints that are used exist`)];
}

/** `ml_product.vpc_endpoint_ids` as the config takes it, as far as the VPC has the endpoints. */
function idsToWrite(endpoints: readonly WantedEndpoint[], there: readonly ExistingEndpoint[]): string {
  return endpoints
    .map((wanted) => `${wanted.key}: ${thatServes(wanted, there)?.id ?? "(none yet: create one first)"}`)
    .join(", ");
}

/** A VPC has one interface endpoint a service with private DNS (Amazon VPC User Guide, "Access an AWS service"). */
function judgeNew(
  { endpoints, placement }: Prerequisites,
  { prerequisites: found, stackResources }: Pick<PreflightFindings, "prerequisites" | "stackResources">,
): Judgement[] {
  const answer = found?.endpoints;
  if (placement === undefined || answer === undefined || "failure" in stackResources) return [];
  const vpc = found?.placement?.vpcId;
  if ("failure" in answer) {
    const what = `whether the VPC ${vpc} has endpoints of the same services already`;
    return [unanswered("network", { what, action: "ec2:DescribeVpcEndpoints", failure: answer.failure })];
  }
  const own = new Set(stackResources.value.filter(isHeld).map(({ physicalId }) => physicalId));
  const others = answer.value.filter(({ id }) => !own.has(id));
  const taken = inTheWay(endpoints, others);
  if (taken.length === 0) {
    return [ok("network", `no endpoint of the VPC ${vpc} is in the way of the ${endpoints.length} new ones`)];
  }
  const list = taken.map(({ id, service }) => `${id} of ${service}`).join(", ");
  return [
    failing(
      "network",
      `the VPC ${vpc} has endpoints with private DNS already, of which it takes one a service: ${list}`,
      `write vpc_endpoints: reuse, and vpc_endpoint_ids: { ${idsToWrite(endpoints, others)} }, in place of the ids of subnets, groups and route tables`,
    ),
  ];
}

function judgeSource({ sourceBucket: bucket }: Prerequisites, { source }: PrerequisiteFindings): Judgement[] {
  if (bucket === undefined || source === undefined) return [];
  const state = source.bucket;
  if ("failure" in state) {
    const what = `whether the bucket ${bucket} exists, which the code comes from`;
    return [unanswered("source", { what, action: "s3:ListBucket", failure: state.failure })];
  }
  const named = `the bucket ${bucket}, which the code comes from,`;
  switch (state.value.kind) {
    case "missing": {
      const todo = "create it, versioned, and put model-build.zip and model-deploy.zip into it";
      return [warning("source", `${named} does not exist: the pipelines will fail`, todo)];
    }
    case "foreign": {
      const todo = "have its owner let the pipelines' roles read it, or name a bucket of your own";
      return [warning("source", `${named} is another account's`, todo)];
    }
    case "elsewhere": {
      const todo = "CodePipeline reads buckets of its own region alone: name one";
      return [warning("source", `${named} lies in ${state.value.region ?? "another region"}`, todo)];
    }
    case "ours":
      break;
  }
  const { versioned } = source;
  if (versioned !== undefined && "failure" in versioned) {
    const what = `whether the bucket ${bucket} is versioned`;
    return [unanswered("source", { what, action: "s3:GetBucketVersioning", failure: versioned.failure })];
  }
  return versioned?.value === true
    ? [ok("source", `${named} exists and is versioned`)]
    : [
        warning(
          "source",
          `${named} is not versioned: CodePipeline refuses it, and the pipelines will fail`,
          `aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled`,
        ),
      ];
}

/** Judges what an ML product relies on beside its stack. Pure. */
export function judgePrerequisites(
  { prerequisites, region }: Pick<PreflightRequest, "prerequisites" | "region">,
  findings: Pick<PreflightFindings, "prerequisites" | "stackResources"> &
    Partial<Pick<PreflightFindings, "caller">>,
): Judgement[] {
  const found = findings.prerequisites;
  if (prerequisites === undefined || found === undefined) return [];
  const { placement } = prerequisites;
  return [
    ...judgeParameters(prerequisites, found),
    ...(placement === undefined ? [] : judgePlacement(placement, found.placement, region)),
    ...judgeNew(prerequisites, findings),
    ...judgeReused(prerequisites.endpoints, found),
    ...judgeSource(prerequisites, found),
    ...judgeKeyAdministrators(found.keyAdministrators, findings),
  ];
}
