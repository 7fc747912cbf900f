import type { CallContext } from "../../service";
import { Resources } from "./network-records";

/** What a rule lets through: of exactly one source or destination. */
export interface RuleTraffic {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, a number, or `-1` for all. */
  protocol: string;
  fromPort?: number;
  toPort?: number;
  cidr?: string;
  cidrIpv6?: string;
  prefixList?: string;
  referencedGroup?: string;
}

/** A rule of a security group. */
export interface RuleRecord extends RuleTraffic {
  id: string;
  groupId: string;
  egress: boolean;
  description?: string;
}

/** The rules of a region's security groups. */
export const rules = new Resources<RuleRecord>("ec2.rules", "security group rule");

/** The rules of one group. */
export function rulesOf(context: CallContext, groupId: string): RuleRecord[] {
  return rules.all(context).filter((rule) => rule.groupId === groupId);
}

/** Whether two rules let the same through, whatever their descriptions. */
export function sameTraffic(a: RuleTraffic, b: RuleTraffic): boolean {
  const parts = (rule: RuleTraffic): unknown[] => [
    rule.protocol,
    rule.fromPort,
    rule.toPort,
    rule.cidr,
    rule.cidrIpv6,
    rule.prefixList,
    rule.referencedGroup,
  ];
  const [one, other] = [parts(a), parts(b)];
  return one.every((part, index) => part === other[index]);
}
