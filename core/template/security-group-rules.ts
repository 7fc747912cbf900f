import { referenceTo } from "./open-references";
import type { WatchedResource } from "./watched-resource";

/** The types of rules that stand beside their security group, and the property of the group that shows them. */
const RULE_LISTS: Readonly<Record<string, string>> = {
  "AWS::EC2::SecurityGroupEgress": "SecurityGroupEgress",
  "AWS::EC2::SecurityGroupIngress": "SecurityGroupIngress",
};

/**
 * The resources, each security group with the rules that the template gives it by resources of their own: the account
 * shows a group with all of its rules, and what it has beside them was added by somebody.
 */
export function withSeparateRules(resources: readonly WatchedResource[]): WatchedResource[] {
  return resources.map((resource) => {
    if (resource.type !== "AWS::EC2::SecurityGroup") return resource;
    const id = referenceTo(`${resource.logicalId}.GroupId`);
    const properties = { ...resource.properties };
    for (const { type, properties: rule } of resources) {
      const list = RULE_LISTS[type];
      if (list === undefined || rule.GroupId !== id) continue;
      const inside = Object.fromEntries(Object.entries(rule).filter(([name]) => name !== "GroupId"));
      properties[list] = [...((properties[list] as unknown[] | undefined) ?? []), inside];
    }
    return { ...resource, properties };
  });
}
