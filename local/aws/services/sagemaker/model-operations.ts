import type * as SageMaker from "@aws-sdk/client-sagemaker";
import type { CallContext, Operations } from "../../service";
import { trustsService } from "../sts/service-trust";
import { type ModelRecord, models } from "./hosting-records";
import { checkName, listPage, resourceTags, validation } from "./input-rules";
import { checkModelData } from "./model-data";
import { existingPackage } from "./model-package-record";

function settingsOf({
  ModelName: _name,
  Tags: _tags,
  ...settings
}: SageMaker.CreateModelInput): ModelRecord["settings"] {
  return settings;
}

function containersOf({ PrimaryContainer, Containers }: SageMaker.CreateModelInput) {
  if ((PrimaryContainer === undefined) === (Containers === undefined)) {
    throw validation("Exactly one of PrimaryContainer and Containers must be specified.");
  }
  const containers = Containers ?? [PrimaryContainer!];
  if (containers.length < 1 || containers.length > 15) throw validation("A model has 1 to 15 containers.");
  return containers;
}

/** The model data of a container: its own, or that of the version in the registry. */
function dataOf(container: SageMaker.ContainerDefinition, context: CallContext): string[] {
  const { Image, ModelDataUrl, ModelPackageName } = container;
  if ((Image === undefined) === (ModelPackageName === undefined)) {
    throw validation("Exactly one of Image and ModelPackageName must be specified for a container.");
  }
  if (ModelPackageName === undefined) return ModelDataUrl === undefined ? [] : [ModelDataUrl];
  const { settings } = existingPackage(ModelPackageName, context);
  return (settings.InferenceSpecification?.Containers ?? [])
    .map((each) => each.ModelDataUrl)
    .filter((url) => url !== undefined);
}

function createModel(input: SageMaker.CreateModelInput, context: CallContext): SageMaker.CreateModelOutput {
  const name = input.ModelName!;
  checkName(name, "modelName");
  const tags = resourceTags(input.Tags);
  const containers = containersOf(input);
  models.refuseExisting(context, name);
  const data = containers.flatMap((container) => dataOf(container, context));
  const source = models.arn(context, name);
  const role = input.ExecutionRoleArn;
  if (role === undefined) throw validation("ExecutionRoleArn must be specified.");
  if (!trustsService(role, { service: "sagemaker.amazonaws.com", source }, context)) {
    throw validation(
      `Could not assume role ${role}. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.`,
    );
  }
  for (const url of data) checkModelData(url, role, context);
  models.save(context, { name, created: context.now().toISOString(), tags, settings: settingsOf(input) });
  return { ModelArn: source };
}

function listModels(input: SageMaker.ListModelsInput, context: CallContext): SageMaker.ListModelsOutput {
  const { items, NextToken } = listPage(models.all(context), input, "Descending");
  const Models = items.map(({ name, created }) => ({
    ModelName: name,
    ModelArn: models.arn(context, name),
    CreationTime: new Date(created),
  }));
  return { Models, NextToken };
}

/** Operations on models. */
export const modelOperations: Operations = {
  CreateModel: createModel,
  DescribeModel: (input: SageMaker.DescribeModelInput, context): SageMaker.DescribeModelOutput => {
    const { name, created, settings } = models.get(context, input.ModelName!);
    return {
      EnableNetworkIsolation: false,
      ...settings,
      ModelName: name,
      ModelArn: models.arn(context, name),
      CreationTime: new Date(created),
    };
  },
  ListModels: listModels,
  DeleteModel: (input: SageMaker.DeleteModelInput, context) => models.delete(context, input.ModelName!),
};
