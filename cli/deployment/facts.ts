import type { ForecastFinding } from "../../aws/forecast/forecast";
import type { ChangeCounts, OperationResult } from "../automation/operation";
import type { PulumiStack } from "../automation/pulumi-stack";
import { changedResources, type ChangedResource } from "./plan";
import type { DeploymentTarget } from "./target";

/** What there is to say of every deployment, done or planned. */
export type DeploymentFacts = {
  stackName: string;
  region: string;
  /** The Pulumi stack whose state it is. */
  pulumiStack: string;
  /** The CloudFormation stack's ARN; absent where nothing was deployed. */
  stackId?: string;
  /** Where the template lies; absent where it is sent with the call. */
  templateUrl?: string;
  changes: ChangeCounts;
  resources: ChangedResource[];
  /** Outputs of the Pulumi program: `stackName`, `stackId`, `arns`. */
  outputs: Record<string, unknown>;
  forecast: ForecastFinding[];
  warnings: string[];
};

/** A deployment that was found feasible. */
export interface ForecastDeployment {
  target: DeploymentTarget;
  stack: PulumiStack;
  findings: ForecastFinding[];
}

/** The facts of a deployment from what the engine did, or would do. */
export function deploymentFacts(
  { target, stack, findings }: ForecastDeployment,
  done: OperationResult,
): DeploymentFacts {
  const { delivery, blueprint, config } = target;
  const { stackId } = done.outputs;
  return {
    stackName: blueprint.stackName,
    region: config.environment.region,
    pulumiStack: stack.name,
    ...(typeof stackId === "string" ? { stackId } : {}),
    ...(delivery.kind === "s3" ? { templateUrl: delivery.url } : {}),
    changes: done.counts,
    resources: changedResources(done),
    outputs: done.outputs,
    forecast: findings,
    warnings: done.warnings,
  };
}
