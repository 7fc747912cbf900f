import type { AccessChange } from "../../core/changes/access-change";
import type { Config } from "../../core/config/schema";
import { ExitCode, TierguardError } from "../../core/errors";
import { accessLines, widerInWords } from "../changes/describe-preview";
import type { Question } from "../terminal-question";

/** What an approval is asked for, and who may give it. */
export interface ApprovalRequest {
  config: Pick<Config, "deployment">;
  /** What the deployment changes of a deployed stack. */
  changes: { access: readonly AccessChange[] };
  /** Whether --approve-wider was given. */
  approved: boolean;
  /** How the user is asked; undefined where nobody is there to answer. */
  ask?: Question | undefined;
  /** Shows the user what is asked about. */
  show: (line: string) => void;
  signal: AbortSignal;
}

/** Whether a config wants an approval of whatever lets somebody do more than before. */
export function wantsApproval({ deployment }: Pick<Config, "deployment">): boolean {
  return deployment?.approve_wider === true;
}

/**
 * Lets a deployment go on that widens nobody's access, or was approved: by --approve-wider, or by an answer at the
 * terminal.
 * @throws TierguardError, which names what is wider, where the config wants an approval and nobody gives it.
 */
export async function approveWider(request: ApprovalRequest): Promise<void> {
  const { config, changes, approved, ask, show, signal } = request;
  const wider = changes.access.filter((change) => change.wider);
  if (!wantsApproval(config) || wider.length === 0 || approved) return;
  const lines = wider.flatMap(accessLines);
  if (ask !== undefined) {
    for (const line of [`${widerInWords(wider.length)}:`, ...lines]) show(line);
    if (await ask("deployment.approve_wider wants an approval of this.", signal)) return;
  }
  throw new TierguardError(
    [
      `${widerInWords(wider.length)}, which deployment.approve_wider wants an approval of. Nothing was written.`,
      ...(ask === undefined ? lines : []),
    ].join("\n"),
    {
      code: "wider-not-approved",
      exitCode: ExitCode.Refused,
      hint: "add --approve-wider, once show-changes has been read",
    },
  );
}
