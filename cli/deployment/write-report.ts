import { findStack } from "../../aws/deployed-stack";
import { lastOperationEvents, rootCause } from "../../aws/stack-events";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { KNOWN_RESOURCES } from "../../core/template/known-resources";
import type { ForecastFinding } from "../../aws/forecast/forecast";
import type { RunContext } from "../action";
import { isStructure } from "../automation/engine-events";
import type { OperationResult } from "../automation/operation";
import {
  deploymentReport,
  deploymentReportPath,
  type DeployedChange,
  type DeploymentFailure,
} from "../reports/deployment-report";
import { namedResources } from "../product-resources";
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

/** CloudFormation's type behind a watched one; undefined where it is none. */
function watchedType(token: string): string | undefined {
  const path = /^tierguard:(\w+):(\w+)$/.exec(token);
  if (path === null) return undefined;
  const [, service, kind] = path;
  return Object.keys(KNOWN_RESOURCES).find(
    (type) => type.toLowerCase() === `aws::${service}::${kind}`.toLowerCase(),
  );
}

/** The changes of what the stack holds; the engine's other resources are told by the log. */
function deployedChanges({ resources }: DeploymentTarget, done: OperationResult): DeployedChange[] {
  return done.steps.flatMap((step) => {
    const { change, type: token, name, id, properties } = step;
    if (change === "same" || isStructure(step) || !token.startsWith("tierguard:")) return [];
    const logicalId = name.slice(name.lastIndexOf("-") + 1);
    const known = resources.find((resource) => resource.logicalId === logicalId);
    return {
      done: DONE[change],
      type: known?.type ?? watchedType(token) ?? token,
      logicalId,
      name: id ?? known?.identifier ?? "",
      properties,
    };
  });
}

/** The stack's outputs, as its template names them. */
async function stackOutputs({ aws, blueprint }: DeploymentTarget): Promise<Record<string, string>> {
  const stack = await findStack(aws, blueprint.stackName);
  return stack?.outputs ?? {};
}

/** What the report says of what was deployed. */
function subjectOf(target: DeploymentTarget) {
  const reference = referenceData();
  if (target.product === "security") {
    const { blueprint, catalogue, resources, template } = target;
    const outputs = Object.keys(template.Outputs).length;
    return { blueprint, catalogue, reference, resources: resources.length, outputs };
  }
  const { blueprint, template } = target;
  const parameters = Object.keys(template.Outputs);
  return { blueprint, reference, parameters, resources: namedResources(template, target.resources) };
}

/** Writes the report on a deployment beside the logs; returns its path. */
export async function writeDeploymentReport(
  { log, output }: RunContext,
  target: DeploymentTarget,
  { findings, done, remains, failure }: DeploymentEnd,
): Promise<string> {
  const named = done === undefined ? {} : await stackOutputs(target);
  const data = {
    ...subjectOf(target),
    forecast: findings,
    deliveredBytes: Buffer.byteLength(target.delivery.body),
    begun: log.begun,
    duration: Date.now() - log.begun.getTime(),
    ...(named.StackId === undefined ? {} : { stackId: named.StackId }),
    changes: done === undefined ? [] : deployedChanges(target, done),
    stackOutputs: named,
    ...(remains === undefined ? {} : { remains }),
    ...(failure === undefined ? {} : { failure }),
    mask: (text: string) => log.withoutSecrets(text),
  };
  const path = deploymentReportPath(output, target.fileStem, log.begun);
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
