import { type AwsFailure, describeAwsError } from "../aws-error";
import type { AwsClients } from "../clients";
import { emptyBucket } from "./bucket-versions";
import { deleteModelPackages } from "./model-packages";
import type { Obstacle, Removal } from "./obstacle";

/** What became of the obstacles that were to be removed. */
export interface RemovedObstacles {
  removed: Obstacle[];
  failed: { obstacle: Obstacle; failure: AwsFailure }[];
}

async function remove(aws: AwsClients, removal: Removal, signal?: AbortSignal): Promise<void> {
  const iam = await aws.iam();
  switch (removal.call) {
    case "EmptyBucket":
      return emptyBucket(aws, removal.Bucket, signal);
    case "DeleteModelPackages":
      return deleteModelPackages(aws, removal.ModelPackageGroupName, signal);
    case "RemoveUserFromGroup":
      await iam.removeUserFromGroup({ GroupName: removal.GroupName, UserName: removal.UserName });
      return;
    case "DetachGroupPolicy":
      await iam.detachGroupPolicy({ GroupName: removal.GroupName, PolicyArn: removal.PolicyArn });
      return;
    case "DetachRolePolicy":
      await iam.detachRolePolicy({ RoleName: removal.RoleName, PolicyArn: removal.PolicyArn });
      return;
    case "DetachUserPolicy":
      await iam.detachUserPolicy({ UserName: removal.UserName, PolicyArn: removal.PolicyArn });
      return;
    case "DeleteGroupPolicy":
      await iam.deleteGroupPolicy({ GroupName: removal.GroupName, PolicyName: removal.PolicyName });
      return;
    case "DeleteRolePolicy":
      await iam.deleteRolePolicy({ RoleName: removal.RoleName, PolicyName: removal.PolicyName });
      return;
    case "RemoveRoleFromInstanceProfile":
      await iam.removeRoleFromInstanceProfile({
        InstanceProfileName: removal.InstanceProfileName,
        RoleName: removal.RoleName,
      });
      return;
  }
}

/**
 * Removes exactly the listed obstacles that something removes, one after another, and nothing else: no other user,
 * policy or profile, whatever has come since, and of a listed bucket or registry all that it holds by then. What is gone
 * already counts as removed. An interruption leaves the rest as it is. Throws nothing that AWS answers.
 */
export async function removeObstacles(
  aws: AwsClients,
  obstacles: readonly Obstacle[],
  { signal, onRemoved }: { signal?: AbortSignal; onRemoved?: (obstacle: Obstacle) => void } = {},
): Promise<RemovedObstacles> {
  const result: RemovedObstacles = { removed: [], failed: [] };
  const interrupted = () => signal?.aborted === true;
  for (const obstacle of obstacles) {
    if (obstacle.removal === undefined) continue;
    if (interrupted()) break;
    try {
      await remove(aws, obstacle.removal, signal);
    } catch (error) {
      if (interrupted()) break;
      const failure = describeAwsError(error);
      if (failure.kind !== "not-found") {
        result.failed.push({ obstacle, failure });
        continue;
      }
    }
    result.removed.push(obstacle);
    onRemoved?.(obstacle);
  }
  return result;
}
