import { findStack } from "../../aws/deployed-stack";
import { maskTexts } from "../../core/changes/mask-texts";
import { externalIdsOf } from "../../core/masking";
import type { RunContext } from "../action";
import { changesOfDeployment } from "../changes/compare-deployed";
import { terminalQuestion } from "../terminal-question";
import { approveWider, wantsApproval } from "./approve-wider";
import type { DeploymentTarget } from "./target";

/**
 * Compares a deployment with what is deployed, where its config wants an approval of wider access.
 * @throws TierguardError, which names what is wider, where nobody approves of it.
 */
export async function assertApproved(
  target: DeploymentTarget,
  { log, progress, options, signal }: RunContext,
): Promise<void> {
  const { config, aws, blueprint } = target;
  if (!wantsApproval(config)) return;
  const deployed = await findStack(aws, blueprint.stackName);
  // A stack that holds nothing has nothing that could become wider.
  if (deployed === undefined || deployed.status === "ROLLBACK_COMPLETE") return;
  const { template, changes } = await changesOfDeployment(target, deployed.id, signal);
  log.hide({ externalIds: externalIdsOf([config, template.resources]) });
  await approveWider({
    config,
    changes: maskTexts(changes, (text) => log.withoutSecrets(text)),
    approved: options.approveWider === true,
    ask: terminalQuestion(),
    show: progress,
    signal,
  });
}
