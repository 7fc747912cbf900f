import type * as SageMaker from "@aws-sdk/client-sagemaker";
import type { CallContext, Operations } from "../../service";
import { refuseUnsupported } from "../unsupported-input";
import { checkLength, checkOneOf, listPage, validation } from "./input-rules";
import { existingGroup, modelPackageGroups, userContext } from "./model-package-group-record";
import {
  existingPackage,
  modelPackageArn,
  type ModelPackageRecord,
  modelPackages,
  type ModelPackageSettings,
  packageKey,
  packagesOf,
} from "./model-package-record";

const APPROVALS = ["Approved", "Rejected", "PendingManualApproval"];
const DESCRIPTION_LENGTH = 1024;

/** What would start jobs, or sell the model, is not embedded; neither are packages outside a group. */
const UNSUPPORTED = [
  "CertifyForMarketplace",
  "ModelPackageName",
  "SourceAlgorithmSpecification",
  "ValidationSpecification",
] as const satisfies readonly (keyof SageMaker.CreateModelPackageInput)[];

function checkContainers(specification: SageMaker.InferenceSpecification | undefined): void {
  if (specification === undefined) throw validation("InferenceSpecification must be provided.");
  const { Containers = [] } = specification;
  if (Containers.length < 1 || Containers.length > 15) {
    throw validation("An inference specification must have between 1 and 15 containers.");
  }
  for (const { ModelDataUrl } of Containers) {
    if (ModelDataUrl !== undefined && !/^(?:https|s3):\/\/[^/]+\/?.*$/.test(ModelDataUrl)) {
      throw validation(`ModelDataUrl ${ModelDataUrl} must be of the form s3://bucket/key.`);
    }
  }
}

function settingsOf({
  ClientToken: _token,
  ModelApprovalStatus: _status,
  ModelPackageGroupName: _group,
  ModelPackageName: _name,
  Tags: _tags,
  ...settings
}: SageMaker.CreateModelPackageInput): ModelPackageSettings {
  return settings;
}

function createPackage(
  input: SageMaker.CreateModelPackageInput,
  context: CallContext,
): SageMaker.CreateModelPackageOutput {
  refuseUnsupported(input, UNSUPPORTED);
  const { Tags, ModelApprovalStatus, ModelPackageGroupName } = input;
  if (ModelPackageGroupName === undefined) throw validation("Missing ARN.");
  if (Tags !== undefined && Tags.length > 0) {
    throw validation("A versioned model package has the tags of its group: Tags can't be provided.");
  }
  checkOneOf(ModelApprovalStatus, "modelApprovalStatus", APPROVALS);
  checkLength(input.ModelPackageDescription, "modelPackageDescription", DESCRIPTION_LENGTH);
  checkContainers(input.InferenceSpecification);
  const group = existingGroup(ModelPackageGroupName, context);
  const version = group.versions + 1;
  modelPackageGroups.save(context, { ...group, versions: version });
  const record: ModelPackageRecord = {
    group: group.name,
    version,
    created: context.now().toISOString(),
    createdBy: userContext(context),
    approval: ModelApprovalStatus ?? "PendingManualApproval",
    settings: settingsOf(input),
  };
  modelPackages.save(context, record);
  return { ModelPackageArn: modelPackageArn(context, record) };
}

function summary(record: ModelPackageRecord, context: CallContext): SageMaker.ModelPackageSummary {
  return {
    ModelPackageGroupName: record.group,
    ModelPackageVersion: record.version,
    ModelPackageArn: modelPackageArn(context, record),
    ModelPackageDescription: record.settings.ModelPackageDescription,
    CreationTime: new Date(record.created),
    ModelPackageStatus: "Completed",
    ModelApprovalStatus: record.approval,
  };
}

function describePackage(
  input: SageMaker.DescribeModelPackageInput,
  context: CallContext,
): SageMaker.DescribeModelPackageOutput {
  const record = existingPackage(input.ModelPackageName!, context);
  return {
    ...record.settings,
    ...(summary(record, context) as Required<SageMaker.ModelPackageSummary>),
    ModelPackageName: record.group,
    ModelPackageStatusDetails: { ValidationStatuses: [], ImageScanStatuses: [] },
    CertifyForMarketplace: false,
    ApprovalDescription: record.approvalDescription,
    CreatedBy: record.createdBy,
    LastModifiedTime: record.modified === undefined ? undefined : new Date(record.modified),
    LastModifiedBy: record.modifiedBy,
  };
}

/** Without a group, the packages that are in none: there are none here. */
function listPackages(
  input: SageMaker.ListModelPackagesInput,
  context: CallContext,
): SageMaker.ListModelPackagesOutput {
  const { ModelPackageGroupName, ModelApprovalStatus } = input;
  const type = input.ModelPackageType ?? (ModelPackageGroupName === undefined ? "Unversioned" : "Versioned");
  const group =
    ModelPackageGroupName === undefined ? undefined : existingGroup(ModelPackageGroupName, context).name;
  const records =
    type === "Unversioned"
      ? []
      : group === undefined
        ? modelPackages.all(context)
        : packagesOf(group, context);
  const listed = records
    .filter(({ approval }) => ModelApprovalStatus === undefined || approval === ModelApprovalStatus)
    .map((record) => ({ name: record.group, created: record.created, place: record.version, record }));
  const { items, NextToken } = listPage(listed, input, "Ascending");
  return { ModelPackageSummaryList: items.map(({ record }) => summary(record, context)), NextToken };
}

function updatePackage(
  input: SageMaker.UpdateModelPackageInput,
  context: CallContext,
): SageMaker.UpdateModelPackageOutput {
  refuseUnsupported(input, ["AdditionalInferenceSpecificationsToAdd"]);
  const record = existingPackage(input.ModelPackageArn!, context);
  checkOneOf(input.ModelApprovalStatus, "modelApprovalStatus", APPROVALS);
  checkLength(input.ApprovalDescription, "approvalDescription", DESCRIPTION_LENGTH);
  if (input.InferenceSpecification !== undefined) checkContainers(input.InferenceSpecification);
  const metadata = { ...record.settings.CustomerMetadataProperties, ...input.CustomerMetadataProperties };
  for (const key of input.CustomerMetadataPropertiesToRemove ?? []) delete metadata[key];
  const { InferenceSpecification, SourceUri, ModelCard, ModelLifeCycle } = input;
  const given = Object.entries({ InferenceSpecification, SourceUri, ModelCard, ModelLifeCycle });
  modelPackages.save(context, {
    ...record,
    approval: input.ModelApprovalStatus ?? record.approval,
    approvalDescription: input.ApprovalDescription ?? record.approvalDescription,
    modified: context.now().toISOString(),
    modifiedBy: userContext(context),
    settings: {
      ...record.settings,
      ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
      ...(Object.keys(metadata).length === 0
        ? { CustomerMetadataProperties: undefined }
        : { CustomerMetadataProperties: metadata }),
    },
  });
  return { ModelPackageArn: modelPackageArn(context, record) };
}

function deletePackage(input: SageMaker.DeleteModelPackageInput, context: CallContext): void {
  const record = existingPackage(input.ModelPackageName!, context);
  modelPackages.delete(context, packageKey(record.group, record.version));
}

/** Operations on the versions in a group of model packages. */
export const modelPackageOperations: Operations = {
  CreateModelPackage: createPackage,
  DescribeModelPackage: describePackage,
  ListModelPackages: listPackages,
  UpdateModelPackage: updatePackage,
  DeleteModelPackage: deletePackage,
};
