import type { CallContext } from "../../service";
import { newId } from "./ids";
import { type SecurityGroupRecord, securityGroups } from "./network-records";
import { type RuleRecord, rules, rulesOf } from "./rule-record";
import { forgetTags } from "./tags";

/** The rule that a group has until it is given others: out to everywhere. */
export const DEFAULT_EGRESS = { egress: true, protocol: "-1", cidr: "0.0.0.0/0" } as const;

/** A new group with the rules that EC2 gives it: out to everywhere; in a default group, in from its members too. */
export function makeSecurityGroup(
  context: CallContext,
  given: Omit<SecurityGroupRecord, "id"> & { id?: string },
): SecurityGroupRecord {
  const record = { ...given, id: given.id ?? newId("sg") };
  securityGroups.save(context, record);
  const add = (rule: Omit<RuleRecord, "groupId" | "id">): void =>
    rules.save(context, { id: newId("sgr"), groupId: record.id, ...rule });
  add(DEFAULT_EGRESS);
  if (given.name === "default") add({ egress: false, protocol: "-1", referencedGroup: record.id });
  return record;
}

/** Takes a group away, with its rules and tags. */
export function removeSecurityGroup(context: CallContext, id: string): void {
  for (const rule of rulesOf(context, id)) {
    rules.delete(context, rule.id);
    forgetTags(context, rule.id);
  }
  securityGroups.delete(context, id);
  forgetTags(context, id);
}
