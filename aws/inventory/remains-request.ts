import { tenantScope } from "../../core/naming/stack-names";
import type { Blueprint } from "../../core/security/blueprint";

/** Whose remains are looked for. */
export interface RemainsRequest {
  stackName: string;
  /** The stack's ARN as it was before its deletion: for 90 days AWS tells by it what the stack held. */
  stackId?: string;
  stem: string;
  /** `{company_prefix}-{env}-{tenant_id}`, with which every IAM name of the environment begins. */
  scope: string;
  /** The six characters at the end of a test copy's names. */
  suffix?: string;
  /** The system tags that what is ours carries, where its type has tags. */
  tags: Readonly<Record<string, string>>;
  /** Whether the stack is meant to be there: then what it holds is not left over. */
  deployed: boolean;
  /** Where templates are uploaded to. */
  bucket?: {
    name: string;
    prefix: string;
    /** Key of the template that the stack has now. */ inUse?: string;
  };
}

/** What is known of a run beside the blueprint. */
export interface RemainsOptions extends Pick<RemainsRequest, "stackId" | "suffix" | "deployed"> {
  /** Key of the template that the stack has now. */
  templateKey?: string;
}

/** The request for an environment's remains. */
export function remainsRequest(blueprint: Blueprint, options: RemainsOptions): RemainsRequest {
  const { stackName, stem, tags, config } = blueprint;
  const { template_bucket: name, template_prefix: prefix = "" } = config.deployment ?? {};
  const { templateKey, ...rest } = options;
  return {
    ...{ stackName, stem, tags, scope: tenantScope(config) },
    ...rest,
    ...(name === undefined ? {} : { bucket: { name, prefix, inUse: templateKey } }),
  };
}
