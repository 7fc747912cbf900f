import { deployedTemplate } from "../../aws/stack-states/deployed-template";
import { foreignDocuments } from "../../aws/stack-states/foreign-policies";
import { type LiveResources, readLiveResources } from "../../aws/stack-states/live-resources";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { attachedByHand } from "../../core/changes/attached-by-hand";
import { compareAccess } from "../../core/changes/compare-access";
import { compareStacks, type StackChanges } from "../../core/changes/compare-stacks";
import type { DeployedTemplate } from "../../core/changes/deployed-template";
import { foreignArnsOf } from "../../core/changes/foreign-arns";
import { type PolicyStatement, statementsOf, statementsOfParsed } from "../../core/changes/policy-statement";
import type { Surroundings } from "../../core/changes/principal-access";
import type { WatchedResource } from "../../core/template/watched-resource";
import type { DeploymentTarget } from "../deployment/target";

/** What the stack was deployed with. */
export function templateOf(target: DeploymentTarget, stackId: string): Promise<DeployedTemplate> {
  const { client, environment } = target.config;
  const where = { accountId: client.account_id, region: environment.region };
  return deployedTemplate(target.aws, stackId, where);
}

/**
 * What the policies say that are none of the stack's. Of AWS's own that may not be read, what they deny is known from
 * the reference; what they allow is not, as AWS may have changed it since.
 */
async function foreignStatements({ aws }: DeploymentTarget, arns: readonly string[], signal: AbortSignal) {
  const documents = await foreignDocuments(aws, arns, signal);
  const policies = new Map<string, PolicyStatement[]>();
  for (const arn of arns) {
    const name = /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
    const known = name === undefined ? undefined : referenceData().managedPolicy(name);
    if (documents.has(arn)) policies.set(arn, statementsOf(documents.get(arn)));
    else if (known !== undefined) {
      policies.set(
        arn,
        statementsOfParsed(known.document).filter(({ effect }) => effect === "Deny"),
      );
    }
  }
  return policies;
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
  const foreignPolicies = await foreignStatements(target, arns, signal);
  const known = { ...surroundings, foreignPolicies };
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
