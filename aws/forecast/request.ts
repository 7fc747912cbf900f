import type { WatchedResource } from "../../core/template/watched-resource";
import type { Blueprint } from "../../core/security/blueprint";
import type { AwsConnection } from "../connection";
import type { PreflightRequest } from "../preflight/request";

/** What a deployment is going to do, as far as it can be told beforehand whether AWS will take it. */
export interface ForecastRequest extends Omit<PreflightRequest, "connection"> {
  /** Every resource of the template as the account should have it; `names` are theirs. */
  resources: readonly WatchedResource[];
  /** Whether the stack is to be protected against deletion. */
  protect: boolean;
  /** Key of the template in `templateBucket`. */
  templateKey?: string;
}

/** A rendered stack, as far as a forecast needs it. */
export interface ForecastStack {
  blueprint: Blueprint;
  resources: readonly WatchedResource[];
  /** Where the template is delivered through S3. */
  template?: { bucket: string; key: string };
}

/** The request of a rendered stack. */
export function forecastRequest({ blueprint, resources, template }: ForecastStack): ForecastRequest {
  const { client, environment, deployment, security } = blueprint.config;
  return {
    accountId: client.account_id,
    region: environment.region,
    stackName: blueprint.stackName,
    stem: blueprint.stem,
    pinnedName: deployment?.stack_name !== undefined,
    tags: blueprint.tags,
    names: resources.map(({ logicalId, type, identifier }) => ({ logicalId, type, identifier })),
    resources,
    protect: blueprint.protect,
    permissionBoundaryArn: security.permission_boundary_arn,
    templateBucket: template?.bucket,
    templateKey: template?.key,
  };
}

/** The same wish as the pre-check takes it. */
export function preflightPart(request: ForecastRequest, connection: AwsConnection): PreflightRequest {
  const { accountId, region, stackName, stem, pinnedName, tags, names } = request;
  return {
    ...{ connection, accountId, region, stackName, stem, pinnedName, tags, names },
    permissionBoundaryArn: request.permissionBoundaryArn,
    templateBucket: request.templateBucket,
  };
}
