import { deployedTemplate } from "../../aws/stack-states/deployed-template";
import { foreignDocuments } from "../../aws/stack-states/foreign-policies";
import { type LiveResources, readLiveResources } from "../../aws/stack-states/live-resources";
import { attachedByHand } from "../../core/changes/attached-by-hand";
import { compareAccess } from "../../core/changes/compare-access";
import { compareStacks, type StackChanges } from "../../core/changes/compare-stacks";
import type { DeployedTemplate } from "../../core/changes/deployed-template";
import { foreignArnsOf } from "../../core/changes/foreign-arns";
import type { Surroundings } from "../../core/changes/principal-access";
import type { WatchedResource } from "../../core/template/watched-resource";
import type { DeploymentTarget } from "../deployment/target";

/** What the stack was deployed with. */
export function templateOf(target: DeploymentTarget, stackId: string): Promise<DeployedTemplate> {
  const { client, environment } = target.config;
  const where = { accountId: client.account_id, region: environment.region };
  return deployedTemplate(target.aws, stackId, where);
}

/** The two states that are compared, and what AWS is asked beside them. */
interface Comparison {
  target: DeploymentTarget;
  before: readonly WatchedResource[];
  after: readonly WatchedResource[];
  surroundings?: Surroundings;
  signal: AbortSignal;
}

/** Compares two states of a stack, with the documents of the other policies that those have whose access changes. */
export async function compareStates({
  target,
  before,
  after,
  surroundings = {},
  signal,
}: Comparison): Promise<StackChanges> {
  const first = compareStacks(before, after, surroundings);
  const arns = foreignArnsOf([before, after], first.access);
  if (arns.length === 0) return first;
  const documents = await foreignDocuments(target.aws, arns, signal);
  const known = { ...surroundings, foreignDocuments: documents };
  return { ...first, access: compareAccess(before, after, known) };
}

/** What can't be compared is left out on both sides: it would look like something new. */
function wanted(target: DeploymentTarget, { notCompared }: DeployedTemplate): WatchedResource[] {
  return target.resources.filter(
    ({ logicalId }) => !notCompared.some((other) => other.logicalId === logicalId),
  );
}

/** What a deployment changes of what is deployed. */
export function compareWithDeployed(
  target: DeploymentTarget,
  template: DeployedTemplate,
  { live, signal }: { live: Pick<LiveResources, "holders">; signal: AbortSignal },
): Promise<StackChanges> {
  const before = template.resources;
  const surroundings = { attachedByHand: attachedByHand(before, live.holders) };
  return compareStates({ target, before, after: wanted(target, template), surroundings, signal });
}

/** What a deployment changes, and what the deployed template says. */
export interface DeploymentChanges {
  template: DeployedTemplate;
  changes: StackChanges;
}

/**
 * What a deployment changes of a deployed stack. Reads of the account only what decides whom a change concerns: whom
 * the policies that change are attached to.
 */
export async function changesOfDeployment(
  target: DeploymentTarget,
  stackId: string,
  signal: AbortSignal,
): Promise<DeploymentChanges> {
  const template = await templateOf(target, stackId);
  const { resources } = compareStacks(template.resources, wanted(target, template));
  const changed = new Set(resources.map(({ logicalId }) => logicalId));
  const policies = template.resources.filter(
    ({ type, logicalId }) => type === "AWS::IAM::ManagedPolicy" && changed.has(logicalId),
  );
  const live = await readLiveResources(target.aws, policies, { stackId, signal });
  return { template, changes: await compareWithDeployed(target, template, { live, signal }) };
}
