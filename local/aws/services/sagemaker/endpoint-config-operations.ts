import type * as SageMaker from "@aws-sdk/client-sagemaker";
import type { CallContext, Operations } from "../../service";
import { type EndpointConfigRecord, endpointConfigs, models } from "./hosting-records";
import { checkName, listPage, resourceTags, validation } from "./input-rules";

function settingsOf({
  EndpointConfigName: _name,
  Tags: _tags,
  ...settings
}: SageMaker.CreateEndpointConfigInput): EndpointConfigRecord["settings"] {
  return settings;
}

function checkVariants(variants: readonly SageMaker.ProductionVariant[], context: CallContext): void {
  if (variants.length < 1 || variants.length > 10) {
    throw validation("An endpoint configuration has 1 to 10 production variants.");
  }
  const names = new Set<string>();
  for (const {
    VariantName = "",
    ModelName,
    InitialInstanceCount,
    InstanceType,
    ServerlessConfig,
  } of variants) {
    checkName(VariantName, "productionVariants.member.variantName");
    if (names.has(VariantName)) throw validation(`The variant name ${VariantName} is there twice.`);
    names.add(VariantName);
    if (ModelName === undefined) throw validation(`ModelName must be specified for variant ${VariantName}.`);
    models.get(context, ModelName);
    const hasInstances = InstanceType !== undefined && (InitialInstanceCount ?? 0) >= 1;
    if (hasInstances === (ServerlessConfig !== undefined)) {
      throw validation(
        `Either InstanceType and InitialInstanceCount or ServerlessConfig must be specified for variant ${VariantName}.`,
      );
    }
  }
}

function createConfig(
  input: SageMaker.CreateEndpointConfigInput,
  context: CallContext,
): SageMaker.CreateEndpointConfigOutput {
  const name = input.EndpointConfigName!;
  checkName(name, "endpointConfigName");
  const tags = resourceTags(input.Tags);
  endpointConfigs.refuseExisting(context, name);
  checkVariants(input.ProductionVariants!, context);
  endpointConfigs.save(context, {
    name,
    created: context.now().toISOString(),
    tags,
    settings: settingsOf(input),
  });
  return { EndpointConfigArn: endpointConfigs.arn(context, name) };
}

function listConfigs(
  input: SageMaker.ListEndpointConfigsInput,
  context: CallContext,
): SageMaker.ListEndpointConfigsOutput {
  const { items, NextToken } = listPage(endpointConfigs.all(context), input, "Descending");
  const EndpointConfigs = items.map(({ name, created }) => ({
    EndpointConfigName: name,
    EndpointConfigArn: endpointConfigs.arn(context, name),
    CreationTime: new Date(created),
  }));
  return { EndpointConfigs, NextToken };
}

/** Operations on endpoint configurations. */
export const endpointConfigOperations: Operations = {
  CreateEndpointConfig: createConfig,
  DescribeEndpointConfig: (
    input: SageMaker.DescribeEndpointConfigInput,
    context,
  ): SageMaker.DescribeEndpointConfigOutput => {
    const { name, created, settings } = endpointConfigs.get(context, input.EndpointConfigName!);
    return {
      ...settings,
      ProductionVariants: settings.ProductionVariants!.map((variant) => ({
        InitialVariantWeight: 1,
        ...variant,
      })),
      EndpointConfigName: name,
      EndpointConfigArn: endpointConfigs.arn(context, name),
      CreationTime: new Date(created),
    };
  },
  ListEndpointConfigs: listConfigs,
  DeleteEndpointConfig: (input: SageMaker.DeleteEndpointConfigInput, context) =>
    endpointConfigs.delete(context, input.EndpointConfigName!),
};
