import { parameterLogicalId, parameterPath } from "../naming/stack-names";
import { AWS_LIMITS } from "../security/aws-limits";
import type { Blueprint, GroupBlueprint } from "../security/blueprint";
import { policySize } from "../security/policy-size";
import type { Template, TemplateResource, TemplateValue } from "./cloudformation";
import { renderGroup, renderManagedPolicy, renderParameter, renderRole } from "./render-resources";
import { templateJson } from "./serialize";
import { renderOutputs, stackOutputs, type StackOutput } from "./stack-outputs";
import { checkTemplateLimits } from "./template-limits";

/**
 * The CloudFormation template of a blueprint: a pure function, the same blueprint gives the same bytes.
 * @throws InvalidInputError where it passes one of CloudFormation's quotas.
 */
export function renderTemplate(blueprint: Blueprint): Template {
  const outputs = stackOutputs(blueprint);
  const template: Template = {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `IAM groups, roles and policies of ${blueprint.stem}`,
    Metadata: { Tierguard: renderMetadata(blueprint) },
    Resources: renderResources(blueprint, outputs),
    Outputs: renderOutputs(outputs),
  };
  checkTemplateLimits(template, Buffer.byteLength(templateJson(template)));
  return template;
}

function renderResources(blueprint: Blueprint, outputs: StackOutput[]): Record<string, TemplateResource> {
  const resources: [string, TemplateResource][] = [
    ...blueprint.groups.map((group): [string, TemplateResource] => [group.logicalId, renderGroup(group)]),
    ...blueprint.roles.map((role): [string, TemplateResource] => [
      role.logicalId,
      renderRole(role, blueprint.tags),
    ]),
    ...blueprint.policies.map((policy): [string, TemplateResource] => [
      policy.logicalId,
      renderManagedPolicy(policy),
    ]),
    ...outputs.map((output): [string, TemplateResource] => [
      parameterLogicalId(output.key),
      renderParameter(parameterPath(blueprint.config), blueprint.tags, output),
    ]),
  ];
  return Object.fromEntries(resources.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function renderMetadata({ config, stem, groups }: Blueprint): TemplateValue {
  return {
    Tool: "tierguard",
    Tier: config.tier.name,
    SecurityProfile: config.tier.security_profile,
    Stem: stem,
    GroupPolicies: Object.fromEntries(groups.map((group) => [group.logicalId, placementOf(group)])),
  };
}

/** Where each of a group's grants ended up, with its size in characters as IAM counts them. */
function placementOf(group: GroupBlueprint): TemplateValue {
  const sizes = (grants: GroupBlueprint["grants"]) =>
    Object.fromEntries(grants.map(({ name, document }) => [name, policySize(document)]));
  const inline = new Set(group.inlinePolicies.map(({ name }) => name));
  const total = group.inlinePolicies.reduce((sum, { document }) => sum + policySize(document), 0);
  return {
    Inline: sizes(group.inlinePolicies),
    InlineCharacters: `${total} of ${AWS_LIMITS.groupInlineCharacters}`,
    Managed: sizes(group.grants.filter(({ name }) => !inline.has(name))),
  };
}
