import type { ModelPackageSummary } from "@aws-sdk/client-sagemaker";
import type { AwsClients } from "../clients";

/** How many versions of a model a registry holds. */
export interface PackageCount {
  count: number;
  approved: number;
}

/** Every model package of a group. Throws the SDK's errors. */
async function packagesOf(aws: AwsClients, ModelPackageGroupName: string): Promise<ModelPackageSummary[]> {
  const sageMaker = await aws.sageMaker();
  const packages: ModelPackageSummary[] = [];
  let NextToken: string | undefined;
  do {
    const page = await sageMaker.listModelPackages({ ModelPackageGroupName, NextToken });
    packages.push(...(page.ModelPackageSummaryList ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return packages;
}

/** Counts the model packages of a group. Throws the SDK's errors. */
export async function countModelPackages(aws: AwsClients, group: string): Promise<PackageCount> {
  const packages = await packagesOf(aws, group);
  const approved = packages.filter(({ ModelApprovalStatus: status }) => status === "Approved").length;
  return { count: packages.length, approved };
}

/** Deletes every model package of a group. Throws the SDK's errors, and the signal's reason. */
export async function deleteModelPackages(
  aws: AwsClients,
  group: string,
  signal?: AbortSignal,
): Promise<void> {
  const sageMaker = await aws.sageMaker();
  for (const { ModelPackageArn } of await packagesOf(aws, group)) {
    signal?.throwIfAborted();
    await sageMaker.deleteModelPackage({ ModelPackageName: ModelPackageArn });
  }
}
