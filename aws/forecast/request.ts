import type { WatchedResource } from "../../core/template/watched-resource";
import type { StackBlueprint } from "../../core/security/blueprint";
import type { AwsConnection } from "../connection";
import { type PreflightRequest, stackRequest } from "../preflight/request";

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
  blueprint: StackBlueprint;
  resources: readonly WatchedResource[];
  /** Where the template is delivered through S3. */
  template?: { bucket: string; key: string };
}

/** The request of a rendered stack. */
export function forecastRequest({ blueprint, resources, template }: ForecastStack): ForecastRequest {
  return {
    ...stackRequest({ blueprint, resources, templateBucket: template?.bucket }),
    resources,
    protect: blueprint.protect,
    templateKey: template?.key,
  };
}

/** The same wish as the pre-check takes it. */
export function preflightPart(request: ForecastRequest, connection: AwsConnection): PreflightRequest {
  return { ...request, connection };
}
