import type { AwsConnection } from "../connection";
import type { Prerequisites } from "../../core/template/prerequisites";
import type { StackBlueprint } from "../../core/security/blueprint";
import type { WatchedResource } from "../../core/template/watched-resource";
import type { WantedName } from "../existing-names";
import { claimedNames } from "./claimed-names";

/** What a deployment is going to do, as far as it must be checked before the stack is touched. */
export interface PreflightRequest {
  connection: AwsConnection;
  /** The account that the config names. */
  accountId: string;
  /** The region that the config names. */
  region: string;
  stackName: string;
  stem: string;
  /** True where `deployment.stack_name` names the stack, so that its stem may be another (a tier change). */
  pinnedName: boolean;
  /** The system tags that a stack of ours carries. */
  tags: Record<string, string>;
  /** Every name that the template claims. */
  names: WantedName[];
  permissionBoundaryArn?: string;
  /** Where the template is delivered through S3. */
  templateBucket?: string;
  /** What else the stack relies on; absent where it relies on nothing. */
  prerequisites?: Prerequisites;
}

/** A rendered stack, as far as the pre-check needs it. */
export interface CheckedStack {
  blueprint: StackBlueprint;
  /** What of the template claims a name. */
  resources: readonly WatchedResource[];
  templateBucket?: string;
}

/** The request of a rendered stack, whoever asks. */
export function stackRequest({
  blueprint,
  resources,
  templateBucket,
}: CheckedStack): Omit<PreflightRequest, "connection"> {
  const { client, environment, deployment } = blueprint.config;
  const { stackName, stem, tags, permissionBoundaryArn, prerequisites } = blueprint;
  return {
    accountId: client.account_id,
    region: environment.region,
    stackName,
    stem,
    pinnedName: deployment?.stack_name !== undefined,
    tags,
    names: claimedNames(resources),
    permissionBoundaryArn,
    templateBucket,
    ...(prerequisites === undefined ? {} : { prerequisites }),
  };
}
