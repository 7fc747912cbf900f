import { lastOperationEvents, rootCause } from "../../aws/stack-events";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { capitalised } from "../../core/wording/join-words";
import type { ForecastFinding } from "../../aws/forecast/forecast";
import type { ActionContext } from "../action";
import type { OperationResult } from "../automation/operation";
import {
  deploymentReport,
  deploymentReportPath,
  type DeployedChange,
  type DeploymentFailure,
} from "../reports/deployment-report";
import { writeWhole } from "../write-whole";
import type { LeftOver } from "./remains-after";
import type { DeploymentTarget } from "./target";

/** What a deployment came to, as far as it came. */
export interface DeploymentEnd {
  findings: readonly ForecastFinding[];
  done?: OperationResult;
  remains?: LeftOver;
  failure?: DeploymentFailure;
}

const DONE = { create: "created", update: "updated", replace: "replaced", delete: "deleted" } as const;

/** The changes of groups, roles, policies and parameters; the engine's other resources are told by the log. */
function deployedChanges({ resources }: DeploymentTarget, done: OperationResult): DeployedChange[] {
  return done.steps.flatMap(({ change, type, name, id, properties }) => {
    const watched = /^tierguard:(iam|ssm):(\w+)$/.exec(type);
    if (watched === null || change === "same") return [];
    const logicalId = name.slice(name.lastIndexOf("-") + 1);
    const known = resources.find((resource) => resource.logicalId === logicalId);
    const service = watched[1] === "iam" ? "IAM" : capitalised(watched[1]!).toUpperCase();
    return {
      done: DONE[change],
      type: known?.type ?? `AWS::${service}::${watched[2]}`,
      logicalId,
      name: known?.identifier ?? id ?? "",
      properties,
    };
  });
}

/** The stack's outputs, as its template names them. */
function stackOutputs({ outputs }: OperationResult): Record<string, string> {
  const { stackId, arns = {} } = outputs as { stackId?: string; arns?: Record<string, string> };
  const named = Object.entries(arns).map(([logicalId, arn]) => [`${logicalId}Arn`, arn]);
  return { ...(stackId === undefined ? {} : { StackId: stackId }), ...Object.fromEntries(named) } as Record<
    string,
    string
  >;
}

/** Writes the report on a deployment beside the logs; returns its path. */
export function writeDeploymentReport(
  { catalogue, log, output }: ActionContext,
  target: DeploymentTarget,
  { findings, done, remains, failure }: DeploymentEnd,
): string {
  const { blueprint, delivery, resources } = target;
  const named = done === undefined ? {} : stackOutputs(done);
  const data = {
    ...{ blueprint, catalogue, reference: referenceData(), forecast: findings },
    deliveredBytes: Buffer.byteLength(delivery.body),
    resources: resources.length,
    outputs: target.outputs,
    begun: log.begun,
    duration: Date.now() - log.begun.getTime(),
    ...(named.StackId === undefined ? {} : { stackId: named.StackId }),
    changes: done === undefined ? [] : deployedChanges(target, done),
    stackOutputs: named,
    ...(remains === undefined ? {} : { remains }),
    ...(failure === undefined ? {} : { failure }),
    mask: (text: string) => log.withoutSecrets(text),
  };
  const path = deploymentReportPath(output, data);
  writeWhole(path, deploymentReport(data));
  log.info(`wrote ${path}`);
  return path;
}

/** What a report says of a failure: the stack's events since the action began, as far as AWS tells them. */
export async function failureOf(
  error: unknown,
  { aws, blueprint }: DeploymentTarget,
  begun: Date,
): Promise<DeploymentFailure> {
  const message = error instanceof Error ? error.message : String(error);
  try {
    const events = await lastOperationEvents(aws, blueprint.stackName, begun);
    const cause = rootCause(events);
    return { message, events, ...(cause === undefined ? {} : { rootCause: cause }) };
  } catch {
    // The error itself is what has to be said; without its events it says less, not something else.
    return { message, events: [] };
  }
}
