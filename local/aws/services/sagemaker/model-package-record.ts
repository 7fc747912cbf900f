import type * as SageMaker from "@aws-sdk/client-sagemaker";
import type { CallContext } from "../../service";
import { regionalArn } from "../regional-arn";
import { RegionalRecords } from "../regional-records";
import { validation } from "./input-rules";

/** What is kept of a version as it was given. */
export type ModelPackageSettings = Omit<
  SageMaker.CreateModelPackageInput,
  "ClientToken" | "ModelApprovalStatus" | "ModelPackageGroupName" | "ModelPackageName" | "Tags"
>;

/** One version of a model: a model package of a group. */
export interface ModelPackageRecord {
  group: string;
  /** From 1 on. */
  version: number;
  /** ISO 8601. */
  created: string;
  createdBy: SageMaker.UserContext;
  modified?: string;
  modifiedBy?: SageMaker.UserContext;
  approval: SageMaker.ModelApprovalStatus;
  approvalDescription?: string;
  settings: ModelPackageSettings;
}

type Scope = Pick<CallContext, "partition" | "region" | "caller">;

/** The versions of a region, each after the one before it. */
export const modelPackages = new RegionalRecords<ModelPackageRecord>(
  "sagemaker.model-packages",
  ({ group, version }) => packageKey(group, version),
);

/** What the store knows a version by: the keys of a group's versions are in their order. */
export function packageKey(group: string, version: number): string {
  return `${group}/${String(version).padStart(9, "0")}`;
}

/** The versions in a group. */
export function packagesOf(group: string, context: CallContext): ModelPackageRecord[] {
  return modelPackages.all(context).filter((record) => record.group === group);
}

/** ARN of a version. */
export function modelPackageArn(
  scope: Scope,
  { group, version }: { group: string; version: number },
): string {
  return regionalArn(scope, "sagemaker", `model-package/${group}/${version}`);
}

/** The version of an ARN, by which alone a version is known. Throws ValidationException where there is none. */
export function existingPackage(arn: string, context: CallContext): ModelPackageRecord {
  const [group = "", version = ""] = arn.split("/").slice(1);
  const found = /^\d+$/.test(version)
    ? modelPackages.find(context, packageKey(group, Number(version)))
    : undefined;
  if (found !== undefined && arn === modelPackageArn(context, found)) return found;
  const named = arn.startsWith("arn:") ? arn : regionalArn(context, "sagemaker", `model-package/${arn}`);
  throw validation(`ModelPackage ${named} does not exist.`);
}
