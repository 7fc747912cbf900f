import { AWS_LIMITS } from "../security/aws-limits";
import type { Config } from "../config/schema";
import type { Grant, PrincipalBlueprint, StackBlueprint } from "../security/blueprint";
import { policySize } from "../security/policy-size";
import { deliveryKind } from "../template/delivery";
import { TEMPLATE_LIMITS } from "../template/template-limits";

/** How much of one of AWS's limits is used. */
export interface Size {
  /** What it is of, such as a role's name in the config. */
  of: string;
  used: number;
  limit: number;
}

/** One limit, and everything that it holds for. */
export interface SizeGroup {
  title: string;
  unit: string;
  sizes: Size[];
}

/** The template as it is delivered. */
export interface TemplateFigures {
  deliveredBytes: number;
  resources: number;
  outputs: number;
}

/** What sizes are counted of: the blueprint of either product. */
export type SizedBlueprint = StackBlueprint & { config: Pick<Config, "quotas"> };

/** All that AWS limits of an environment, set against its limits. Lists that are empty are left out. */
export function sizesOf(blueprint: SizedBlueprint, figures: TemplateFigures): SizeGroup[] {
  const { groups, roles, policies, config } = blueprint;
  const {
    managed_policies_per_role: attachedToRole = AWS_LIMITS.attachedPolicies,
    role_trust_policy_characters: trust = AWS_LIMITS.trustPolicyCharacters,
  } = config.quotas ?? {};
  const each = <T extends { configName: string }>(
    items: readonly T[],
    limit: number,
    of: (item: T) => number,
  ) => items.map((item): Size => ({ of: item.configName, used: of(item), limit }));
  const all: SizeGroup[] = [
    templateBytes(blueprint, figures),
    {
      title: "Content of the template",
      unit: "entries",
      sizes: [
        { of: "resources", used: figures.resources, limit: TEMPLATE_LIMITS.resources },
        { of: "outputs", used: figures.outputs, limit: TEMPLATE_LIMITS.outputs },
      ],
    },
    {
      title: "Inline policies of a group",
      unit: "characters",
      sizes: each(groups, AWS_LIMITS.groupInlineCharacters, inlineCharacters),
    },
    {
      title: "Inline policies of a role",
      unit: "characters",
      sizes: each(roles, AWS_LIMITS.roleInlineCharacters, inlineCharacters),
    },
    {
      title: "Trust policy of a role",
      unit: "characters",
      sizes: each(roles, trust, ({ trustPolicy }) => policySize(trustPolicy)),
    },
    {
      title: "Managed policies attached to a group",
      unit: "policies",
      sizes: each(groups, AWS_LIMITS.attachedPolicies, attached),
    },
    {
      title: "Managed policies attached to a role",
      unit: "policies",
      sizes: each(roles, attachedToRole, attached),
    },
    {
      title: "Managed policy",
      unit: "characters",
      sizes: policies.map(({ name, document }) => ({
        of: name,
        used: policySize(document),
        limit: AWS_LIMITS.managedPolicyCharacters,
      })),
    },
  ];
  return all.filter(({ sizes }) => sizes.length > 0);
}

function templateBytes(blueprint: SizedBlueprint, { deliveredBytes }: TemplateFigures): SizeGroup {
  const inline = deliveryKind(blueprint.config.deployment, deliveredBytes) === "inline";
  const size = inline
    ? { of: "sent inline", limit: TEMPLATE_LIMITS.inlineBytes }
    : { of: "sent through S3", limit: TEMPLATE_LIMITS.urlBytes };
  return { title: "Size of the template", unit: "bytes", sizes: [{ ...size, used: deliveredBytes }] };
}

function inlineCharacters({ inlinePolicies }: PrincipalBlueprint): number {
  return inlinePolicies.reduce((sum, { document }: Grant) => sum + policySize(document), 0);
}

function attached({ awsManagedPolicies, attachedPolicies }: PrincipalBlueprint): number {
  return awsManagedPolicies.length + attachedPolicies.length;
}
