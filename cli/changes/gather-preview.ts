import { previewChangeSet } from "../../aws/change-set/preview-change-set";
import type { DeployedStack } from "../../aws/deployed-stack";
import { type LiveResources, readLiveResources } from "../../aws/stack-states/live-resources";
import { attachedByHand } from "../../core/changes/attached-by-hand";
import { type ChangePreview, countPreview, type Drift } from "../../core/changes/change-preview";
import type { ChangeSetPreview } from "../../core/changes/change-set";
import type { StackChanges } from "../../core/changes/compare-stacks";
import type { DeployedTemplate } from "../../core/changes/deployed-template";
import { changeSetDisagreements, engineDisagreements } from "../../core/changes/disagreements";
import { maskTexts } from "../../core/changes/mask-texts";
import { ExitCode, TierguardError } from "../../core/errors";
import { externalIdsOf } from "../../core/masking";
import type { RunContext } from "../action";
import { findDeployed } from "../deployment/find-deployed";
import type { DeploymentTarget } from "../deployment/target";
import { askEngine, type EngineAnswer } from "./ask-engine";
import { compareStates, compareWithDeployed, templateOf } from "./compare-deployed";

function notDeployed({ blueprint, config }: DeploymentTarget, status?: string): TierguardError {
  const what = status === undefined ? "does not exist" : `is in ${status} and holds nothing`;
  return new TierguardError(
    `Nothing is deployed that could be compared: the stack ${blueprint.stackName} ${what} in ${config.environment.region}`,
    {
      code: "not-deployed",
      exitCode: ExitCode.Failed,
      hint: "deploy it first; until then `tierguard deploy` without --force says what would be created",
    },
  );
}

async function deployedStackOf(target: DeploymentTarget): Promise<DeployedStack> {
  const stack = await findDeployed(target);
  if (stack === undefined) throw notDeployed(target);
  const isEmpty = ["ROLLBACK_COMPLETE", "REVIEW_IN_PROGRESS"].includes(stack.status);
  if (isEmpty) throw notDeployed(target, stack.status);
  return stack;
}

async function driftOf(
  target: DeploymentTarget,
  { resources }: DeployedTemplate,
  { live, signal }: { live: LiveResources; signal: AbortSignal },
): Promise<Drift> {
  const unread = new Set(live.notChecked.map(({ logicalId }) => logicalId));
  const gone = new Set(live.gone.map(({ logicalId }) => logicalId));
  const readable = resources.filter(({ logicalId }) => !unread.has(logicalId));
  const found = await compareStates({ target, before: readable, after: live.found, signal });
  const byHand = [...attachedByHand(resources, live.holders)];
  return {
    changed: found.resources.filter(({ logicalId }) => !gone.has(logicalId)),
    gone: live.gone.map(({ logicalId, type, identifier: name }) => ({ logicalId, type, name })),
    access: found.access,
    attachedByHand: byHand.flatMap(([policyArn, holders]) =>
      holders.map(({ kind, name }) => ({ policyArn, kind, name })),
    ),
    notChecked: live.notChecked,
  };
}

/** All that was asked at the same time; the first failure ends it, once everything else has ended in order. */
async function all<T extends readonly unknown[]>(work: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const results = await Promise.allSettled(work);
  const failed = results.find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

interface Answers {
  stack: DeployedStack;
  template: DeployedTemplate;
  changes: StackChanges;
  drift: Drift;
  changeSet: ChangeSetPreview;
  answer: EngineAnswer;
}

function assemble({ file }: RunContext, target: DeploymentTarget, answers: Answers): ChangePreview {
  const { stack, template, changeSet, answer, drift } = answers;
  const changes = { ...answers.changes, notCompared: template.notCompared };
  return {
    version: 1,
    config: file,
    stack: {
      name: stack.name,
      id: stack.id,
      region: target.config.environment.region,
      status: stack.status,
    },
    changes,
    changeSet,
    engine: answer.engine,
    disagreements: [
      ...(changeSet.way === "change set" ? changeSetDisagreements(changes.resources, changeSet.changes) : []),
      ...(answer.changes === undefined ? [] : engineDisagreements(changes.resources, answer.changes)),
    ],
    drift,
    counts: countPreview({ changes, drift }),
  };
}

/**
 * Compares config, deployed template and account, and asks Pulumi and CloudFormation what they would do. No external
 * id is in what comes of it.
 * @throws TierguardError where nothing is deployed, or the caller, the account or the region is not the config's.
 */
export async function gatherPreview(context: RunContext, target: DeploymentTarget): Promise<ChangePreview> {
  const { progress, signal } = context;
  const stack = await deployedStackOf(target);
  const template = await templateOf(target, stack.id);
  progress("asking Pulumi and CloudFormation what a deployment would change, and reading what there is");
  const request = {
    stackId: stack.id,
    accountId: target.config.client.account_id,
    delivery: target.delivery,
    tags: target.blueprint.tags,
  };
  const [answer, changeSet, live] = await all<[EngineAnswer, ChangeSetPreview, LiveResources]>([
    askEngine(target, context),
    context.dryRun
      ? Promise.resolve({ way: "templates only", reason: "--dry-run makes no change set" } as const)
      : previewChangeSet(target.aws, request, signal),
    readLiveResources(target.aws, template.resources, { stackId: stack.id, signal }),
  ]);
  // Of what was deployed before, or set by hand, too.
  context.log.hide({ externalIds: externalIdsOf([target.config, template.resources, live.found]) });
  const changes = await compareWithDeployed(target, template, { live, signal });
  const drift = await driftOf(target, template, { live, signal });
  const preview = assemble(context, target, { stack, template, changes, drift, changeSet, answer });
  return maskTexts(preview, (text) => context.log.withoutSecrets(text));
}
