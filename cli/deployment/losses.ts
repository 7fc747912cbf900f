import { describeAwsError, explainAwsFailure } from "../../aws/aws-error";
import type { DeployedStack } from "../../aws/deployed-stack";
import { listStackResources, type StackResource } from "../../aws/deployed-stack";
import { isHeld } from "../../aws/preflight/names-to-look-up";
import type { Obstacle } from "../../aws/inventory/obstacle";
import { listObstacles } from "../../aws/inventory/obstacles";
import { branchesOf } from "../../aws/inventory/repository-content";
import { KNOWN_RESOURCES } from "../../core/template/known-resources";
import { counted } from "../../core/wording/join-words";
import type { DeploymentTarget } from "./target";

/** What a deletion would take away, and what keeps it from doing so. */
export interface Losses {
  /** What the stack holds: names by CloudFormation type. */
  held: Record<string, string[]>;
  /** What is lost with it that people or pipelines put there, in sentences, beside what stands in the way. */
  content: string[];
  obstacles: Obstacle[];
  /** What could not be found out, in sentences: more may stand in the way. */
  unknown: string[];
}

/** Of what AWS makes the ids of, people know the name that the template gives it. */
function nameOf({ logicalId, type, physicalId }: StackResource, { resources }: DeploymentTarget): string {
  const known = KNOWN_RESOURCES[type];
  if (known?.ref !== "unknown") return physicalId;
  const name = resources.find((one) => one.logicalId === logicalId)?.properties[known.nameProperty];
  return typeof name === "string" ? name : physicalId;
}

async function repositoryLosses(
  { aws }: DeploymentTarget,
  names: readonly string[],
): Promise<Pick<Losses, "content" | "unknown">> {
  const losses: Pick<Losses, "content" | "unknown"> = { content: [], unknown: [] };
  for (const name of names) {
    try {
      const branches = await branchesOf(aws, name);
      if (branches.length === 0) continue;
      const list = `${counted(branches.length, "branch", "branches")}: ${branches.join(", ")}`;
      losses.content.push(`the code in the repository ${name} (${list})`);
    } catch (error) {
      const failure = describeAwsError(error);
      losses.unknown.push(`which branches the repository ${name} has: ${explainAwsFailure(failure)}`);
    }
  }
  return losses;
}

/** A key is the one thing that is not gone at once. */
function keyLosses(keys: readonly string[]): string[] {
  return keys.map(
    (key) => `the key ${key} is scheduled for deletion: once it is gone, nobody can read what it encrypted`,
  );
}

/** Lists what is lost with the stack, and what stands in the way of its deletion. */
export async function lossesOf(target: DeploymentTarget, stack: DeployedStack | undefined): Promise<Losses> {
  if (stack === undefined) return { held: {}, content: [], obstacles: [], unknown: [] };
  const { aws, config } = target;
  const held: Record<string, string[]> = {};
  for (const resource of await listStackResources(aws, stack.id)) {
    if (isHeld(resource)) (held[resource.type] ??= []).push(nameOf(resource, target));
  }
  const [{ obstacles, unanswered }, repositories] = await Promise.all([
    listObstacles(aws, {
      stackName: stack.id,
      accountId: config.client.account_id,
      region: config.environment.region,
    }),
    repositoryLosses(target, held["AWS::CodeCommit::Repository"] ?? []),
  ]);
  return {
    held,
    content: [...repositories.content, ...keyLosses(held["AWS::KMS::Key"] ?? [])],
    obstacles,
    unknown: [
      ...unanswered.map(({ what, failure }) => `${what}: ${explainAwsFailure(failure)}`),
      ...repositories.unknown,
    ],
  };
}
