import type { IamNames } from "../../core/naming/iam-names";
import type { StackBlueprint } from "../../core/security/blueprint";

/** Whose remains are looked for. */
export interface RemainsRequest {
  stackName: string;
  /** The stack's ARN as it was before its deletion: for 90 days AWS tells by it what the stack held. */
  stackId?: string;
  stem: string;
  /** SSM parameters lie under this path, which ends without a slash. */
  parameterPath: string;
  /** Which IAM names may be the stack's. */
  iamNames: IamNames;
  /** The system tags that what is ours carries, where its type has tags. */
  tags: Readonly<Record<string, string>>;
  /** Whether the stack is meant to be there: then what it holds is not left over. */
  deployed: boolean;
  /** With which the names of endpoints and models begin that the stack's pipelines made; absent where it has none. */
  runtimePrefix?: string;
  /** Where templates are uploaded to. */
  bucket?: {
    name: string;
    prefix: string;
    /** Key of the template that the stack has now. */ inUse?: string;
  };
}

/** What is known of a run beside the blueprint. */
export interface RemainsOptions extends Pick<RemainsRequest, "stackId" | "deployed"> {
  /** Key of the template that the stack has now. */
  templateKey?: string;
}

/** The request for what is left of a stack. */
export function remainsRequest(blueprint: StackBlueprint, options: RemainsOptions): RemainsRequest {
  const { stackName, stem, tags, config, parameterPath, iamNames, runtimePrefix } = blueprint;
  const { template_bucket: name, template_prefix: prefix = "" } = config.deployment ?? {};
  const { templateKey, ...rest } = options;
  return {
    ...{ stackName, stem, tags, parameterPath, iamNames },
    ...(runtimePrefix === undefined ? {} : { runtimePrefix }),
    ...rest,
    ...(name === undefined ? {} : { bucket: { name, prefix, inUse: templateKey } }),
  };
}
