import type * as SageMaker from "@aws-sdk/client-sagemaker";
import { AwsError, type CallContext, type Operations } from "../../service";
import { refuseUnsupported } from "../unsupported-input";
import { checkLength, checkName, listPage, resourceTags, validation } from "./input-rules";
import {
  existingGroup,
  modelPackageGroupArn,
  type ModelPackageGroupRecord,
  modelPackageGroups,
  userContext,
} from "./model-package-group-record";
import { packagesOf } from "./model-package-record";

const DESCRIPTION_LENGTH = 1024;

function createGroup(
  input: SageMaker.CreateModelPackageGroupInput,
  context: CallContext,
): SageMaker.CreateModelPackageGroupOutput {
  refuseUnsupported(input, ["ManagedConfiguration"]);
  const name = input.ModelPackageGroupName!;
  checkName(name, "modelPackageGroupName");
  checkLength(input.ModelPackageGroupDescription, "modelPackageGroupDescription", DESCRIPTION_LENGTH);
  const tags = resourceTags(input.Tags);
  const arn = modelPackageGroupArn(context, name);
  if (modelPackageGroups.find(context, name) !== undefined) {
    throw validation(`Model Package Group already exists: ${arn}`);
  }
  modelPackageGroups.save(context, {
    name,
    ...(input.ModelPackageGroupDescription === undefined
      ? {}
      : { description: input.ModelPackageGroupDescription }),
    created: context.now().toISOString(),
    createdBy: userContext(context),
    versions: 0,
    tags,
  });
  return { ModelPackageGroupArn: arn };
}

function summary(
  { name, description, created }: ModelPackageGroupRecord,
  context: CallContext,
): SageMaker.ModelPackageGroupSummary {
  return {
    ModelPackageGroupName: name,
    ModelPackageGroupArn: modelPackageGroupArn(context, name),
    ModelPackageGroupDescription: description,
    CreationTime: new Date(created),
    ModelPackageGroupStatus: "Completed",
  };
}

function describeGroup(
  input: SageMaker.DescribeModelPackageGroupInput,
  context: CallContext,
): SageMaker.DescribeModelPackageGroupOutput {
  const record = existingGroup(input.ModelPackageGroupName!, context);
  return {
    ...(summary(record, context) as Required<SageMaker.ModelPackageGroupSummary>),
    CreatedBy: record.createdBy,
  };
}

function listGroups(
  input: SageMaker.ListModelPackageGroupsInput,
  context: CallContext,
): SageMaker.ListModelPackageGroupsOutput {
  const { items, NextToken } = listPage(modelPackageGroups.all(context), input, "Ascending");
  return { ModelPackageGroupSummaryList: items.map((record) => summary(record, context)), NextToken };
}

function deleteGroup(input: SageMaker.DeleteModelPackageGroupInput, context: CallContext): void {
  const { name } = existingGroup(input.ModelPackageGroupName!, context);
  if (packagesOf(name, context).length > 0) {
    throw new AwsError(
      "ConflictException",
      `Cannot delete Model Package Group ${modelPackageGroupArn(context, name)}: it contains model packages. Delete them first.`,
    );
  }
  modelPackageGroups.delete(context, name);
}

/** Policies by which other accounts get at a group can't be put here, so there is none to be had. */
function getGroupPolicy(input: SageMaker.GetModelPackageGroupPolicyInput, context: CallContext): never {
  const { name } = existingGroup(input.ModelPackageGroupName!, context);
  throw validation(`Cannot find resource policy for: ${modelPackageGroupArn(context, name)}`);
}

/** Operations on groups of model packages. */
export const modelPackageGroupOperations: Operations = {
  CreateModelPackageGroup: createGroup,
  DescribeModelPackageGroup: describeGroup,
  ListModelPackageGroups: listGroups,
  DeleteModelPackageGroup: deleteGroup,
  GetModelPackageGroupPolicy: getGroupPolicy,
};
