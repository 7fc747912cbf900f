import type * as SageMaker from "@aws-sdk/client-sagemaker";
import type { CallContext, Operations } from "../../service";
import { refuseUnsupported } from "../unsupported-input";
import { endpointConfigs, type EndpointRecord, endpoints, endpointState } from "./hosting-records";
import { checkName, listPage, resourceTags, validation } from "./input-rules";

function createEndpoint(
  input: SageMaker.CreateEndpointInput,
  context: CallContext,
): SageMaker.CreateEndpointOutput {
  refuseUnsupported(input, ["DeploymentConfig"]);
  const name = input.EndpointName!;
  checkName(name, "endpointName");
  const tags = resourceTags(input.Tags);
  endpoints.refuseExisting(context, name);
  const now = context.now().toISOString();
  endpoints.save(context, { name, created: now, modified: now, tags, ...served(input, context) });
  return { EndpointArn: endpoints.arn(context, name) };
}

/** What an endpoint of a configuration serves, whatever becomes of the configuration. */
function served(
  input: { EndpointConfigName?: string },
  context: CallContext,
): Pick<EndpointRecord, "config" | "variants"> {
  const { name, settings } = endpointConfigs.get(context, input.EndpointConfigName!);
  return { config: name, variants: settings.ProductionVariants! };
}

function updateEndpoint(
  input: SageMaker.UpdateEndpointInput,
  context: CallContext,
): SageMaker.UpdateEndpointOutput {
  refuseUnsupported(input, [
    "DeploymentConfig",
    "ExcludeRetainedVariantProperties",
    "RetainAllVariantProperties",
    "RetainDeploymentConfig",
  ]);
  const record = endpoints.get(context, input.EndpointName!);
  const after = served(input, context);
  const arn = endpoints.arn(context, record.name);
  if (endpointState(record, context.now()).status !== "InService") {
    throw validation(`Cannot update in-progress endpoint "${arn}".`);
  }
  const { config, variants } = record;
  const modified = context.now().toISOString();
  endpoints.save(context, { ...record, ...after, before: { config, variants }, modified });
  return { EndpointArn: arn };
}

function describeEndpoint(
  input: SageMaker.DescribeEndpointInput,
  context: CallContext,
): SageMaker.DescribeEndpointOutput {
  const record = endpoints.get(context, input.EndpointName!);
  const { config, variants, status } = endpointState(record, context.now());
  return {
    EndpointName: record.name,
    EndpointArn: endpoints.arn(context, record.name),
    EndpointConfigName: config,
    EndpointStatus: status,
    // SageMaker has nothing to show of an endpoint that does not serve yet.
    ProductionVariants: status === "Creating" ? undefined : variants.map(variantSummary),
    CreationTime: new Date(record.created),
    LastModifiedTime: new Date(record.modified),
  };
}

function variantSummary(variant: SageMaker.ProductionVariant): SageMaker.ProductionVariantSummary {
  const { VariantName, InitialVariantWeight = 1, InitialInstanceCount, ServerlessConfig } = variant;
  return {
    VariantName,
    CurrentWeight: InitialVariantWeight,
    DesiredWeight: InitialVariantWeight,
    CurrentInstanceCount: InitialInstanceCount,
    DesiredInstanceCount: InitialInstanceCount,
    CurrentServerlessConfig: ServerlessConfig,
  };
}

function listEndpoints(
  input: SageMaker.ListEndpointsInput,
  context: CallContext,
): SageMaker.ListEndpointsOutput {
  refuseUnsupported(input, ["LastModifiedTimeAfter", "LastModifiedTimeBefore"]);
  const now = context.now();
  const matching = endpoints
    .all(context)
    .filter((record) => [undefined, endpointState(record, now).status].includes(input.StatusEquals));
  const { items, NextToken } = listPage(matching, input, "Descending");
  const Endpoints = items.map((record) => ({
    EndpointName: record.name,
    EndpointArn: endpoints.arn(context, record.name),
    EndpointStatus: endpointState(record, now).status,
    CreationTime: new Date(record.created),
    LastModifiedTime: new Date(record.modified),
  }));
  return { Endpoints, NextToken };
}

/** Operations on endpoints. Nothing answers for them: invoking one is not embedded. */
export const endpointOperations: Operations = {
  CreateEndpoint: createEndpoint,
  UpdateEndpoint: updateEndpoint,
  DescribeEndpoint: describeEndpoint,
  ListEndpoints: listEndpoints,
  DeleteEndpoint: (input: SageMaker.DeleteEndpointInput, context) =>
    endpoints.delete(context, input.EndpointName!),
};
