import type { DeploymentTarget } from "../../core/template/resolve-intrinsics";
import type { AwsClients } from "../clients";
import { deployedResources } from "../deployed-template";

/** What the stack's own template gives to a group or role: its deletion takes that away by itself. */
export interface OwnPolicies {
  attached: ReadonlySet<string>;
  inline: ReadonlySet<string>;
}

/**
 * By logical id, what the template that a stack was deployed with attaches to and puts into its groups and roles.
 * Throws the SDK's errors, and Error where the template is none of ours.
 */
export async function ownPolicies(
  aws: AwsClients,
  stackName: string,
  target: DeploymentTarget,
): Promise<Map<string, OwnPolicies>> {
  const resources = await deployedResources(aws, stackName, target);
  return new Map(
    resources.map(({ logicalId, properties }) => {
      const { ManagedPolicyArns: attached = [], Policies: inline = [] } = properties as {
        ManagedPolicyArns?: string[];
        Policies?: { PolicyName: string }[];
      };
      return [
        logicalId,
        { attached: new Set(attached), inline: new Set(inline.map(({ PolicyName }) => PolicyName)) },
      ];
    }),
  );
}
