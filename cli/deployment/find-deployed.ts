import { explainAwsFailure } from "../../aws/aws-error";
import type { DeployedStack } from "../../aws/deployed-stack";
import { forecastRequest, preflightPart } from "../../aws/forecast/request";
import { gatherPreflight } from "../../aws/preflight/gather";
import { isOurs, judgePreflight } from "../../aws/preflight/judge";
import { ExitCode, TierguardError } from "../../core/errors";
import type { DeploymentTarget } from "./target";

function refused(code: string, message: string, hint?: string): TierguardError {
  return new TierguardError(message, {
    code,
    exitCode: ExitCode.Failed,
    ...(hint === undefined ? {} : { hint }),
  });
}

/**
 * The CloudFormation stack as it is now, whatever its state; undefined where there is none.
 * @throws TierguardError where the caller, the account or the region is not the config's, or the stack is another's.
 */
export async function findOwnStack({
  aws,
  blueprint,
  connection,
}: Pick<DeploymentTarget, "aws" | "blueprint" | "connection">): Promise<DeployedStack | undefined> {
  // A deletion needs no names: whoever has them keeps them.
  const request = preflightPart(forecastRequest({ blueprint, resources: [] }), connection);
  const findings = await gatherPreflight(aws, { ...request, permissionBoundaryArn: undefined });
  const failing = judgePreflight(request, findings).filter(
    ({ check, status }) => status === "failing" && ["connection", "account", "region"].includes(check),
  );
  if (failing.length > 0) {
    const lines = failing.map(
      ({ sentence, todo }) => `  ${sentence}${todo === undefined ? "" : ` (${todo})`}`,
    );
    throw refused(
      "wrong-target",
      ["AWS can't be worked on as it is. Nothing was written.", ...lines].join("\n"),
    );
  }
  const { stack } = findings;
  if ("failure" in stack) {
    throw refused(
      "stack-unknown",
      `Whether the stack ${request.stackName} exists is not known: ${explainAwsFailure(stack.failure)}`,
    );
  }
  if (stack.value === undefined || stack.value.status === "DELETE_COMPLETE") return undefined;
  if (!isOurs(stack.value, request)) {
    throw refused(
      "foreign-stack",
      `The stack ${stack.value.name} is not this environment's: its tags say so. Nothing was written.`,
    );
  }
  return stack.value;
}

/**
 * The CloudFormation stack as it is now; undefined where there is none.
 * @throws TierguardError as `findOwnStack` does, and where the stack is being worked on.
 */
export async function findDeployed(target: DeploymentTarget): Promise<DeployedStack | undefined> {
  const stack = await findOwnStack(target);
  if (stack?.status.endsWith("_IN_PROGRESS") !== true) return stack;
  throw refused(
    "stack-busy",
    `The stack ${stack.name} is in ${stack.status}: somebody works on it. Nothing was written.`,
    "wait until that is done",
  );
}
