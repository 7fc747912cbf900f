import type { IpPermission } from "@aws-sdk/client-ec2";
import { AwsError, type CallContext } from "../../service";
import { isCidr } from "./cidr";
import { invalidValue } from "./errors";
import { securityGroups } from "./network-records";
import type { RuleRecord, RuleTraffic } from "./rule-record";

const NUMBERS: Readonly<Record<string, string>> = { "6": "tcp", "17": "udp", "1": "icmp", "58": "icmpv6" };
const WITH_PORTS = ["tcp", "udp"];

/** A rule as a call gives it. */
export type GivenRule = RuleTraffic & { description?: string };

/** The rules that permissions stand for, one for each source or destination. Throws where a permission is none. */
export function rulesIn(permissions: readonly IpPermission[], context: CallContext): GivenRule[] {
  return permissions.flatMap((permission) => {
    const { UserIdGroupPairs = [], IpRanges = [], Ipv6Ranges = [], PrefixListIds = [] } = permission;
    const traffic = ports(permission);
    const rules: GivenRule[] = [
      ...IpRanges.map(({ CidrIp, Description }) => ({ ...traffic, cidr: CidrIp!, description: Description })),
      ...Ipv6Ranges.map(({ CidrIpv6, Description }) => ({
        ...traffic,
        cidrIpv6: CidrIpv6!,
        description: Description,
      })),
      ...PrefixListIds.map(({ PrefixListId, Description }) => ({
        ...traffic,
        prefixList: PrefixListId!,
        description: Description,
      })),
      ...UserIdGroupPairs.map(({ GroupId, Description }) => ({
        ...traffic,
        referencedGroup: GroupId!,
        description: Description,
      })),
    ];
    if (rules.length === 0)
      throw invalidValue("Invalid request: a permission names no source or destination");
    for (const rule of rules) checkRule(rule, context);
    return rules;
  });
}

function ports({ IpProtocol, FromPort, ToPort }: IpPermission): RuleTraffic {
  const given = (IpProtocol ?? "").toLowerCase();
  const protocol = NUMBERS[given] ?? given;
  if (!/^(-1|tcp|udp|icmp|icmpv6|\d{1,3})$/.test(protocol)) {
    throw invalidValue(`Invalid value '${IpProtocol ?? ""}' for IP protocol. Unknown protocol.`);
  }
  // EC2 takes ports beside all protocols, and forgets them.
  if (protocol === "-1") return { protocol };
  if (!WITH_PORTS.includes(protocol)) return { protocol, fromPort: FromPort ?? -1, toPort: ToPort ?? -1 };
  if (FromPort === undefined || ToPort === undefined) {
    throw invalidValue(`Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.`);
  }
  if (FromPort < 0 || ToPort > 65_535 || FromPort > ToPort) {
    throw invalidValue(`Invalid value '${FromPort}-${ToPort}' for portRange.`);
  }
  return { protocol, fromPort: FromPort, toPort: ToPort };
}

function checkRule(rule: GivenRule, context: CallContext): void {
  if (rule.cidr !== undefined && !isCidr(rule.cidr, "ipv4")) {
    throw invalidValue(`CIDR block ${rule.cidr} is malformed`);
  }
  if (rule.cidrIpv6 !== undefined && !isCidr(rule.cidrIpv6, "ipv6")) {
    throw invalidValue(`CIDR block ${rule.cidrIpv6} is malformed`);
  }
  if (rule.referencedGroup !== undefined) securityGroups.get(context, rule.referencedGroup);
  if (rule.prefixList !== undefined && !/^pl-[0-9a-f]+$/.test(rule.prefixList)) {
    throw new AwsError("InvalidPrefixListId.Malformed", `Invalid id: "${rule.prefixList}"`);
  }
  checkDescription(rule.description);
}

/** Throws InvalidParameterValue where a text is no description of a rule. */
export function checkDescription(text: string | undefined): void {
  if (text === undefined || /^[\w .:/()#,@[\]+=&;{}!$*-]{0,255}$/.test(text)) return;
  throw invalidValue(
    "Invalid rule description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
  );
}

/** Rules as DescribeSecurityGroups shows them: those of the same protocol and ports together. */
export function permissionsOf(rules: readonly RuleRecord[], context: CallContext): IpPermission[] {
  const groups = new Map<string, RuleRecord[]>();
  for (const rule of rules) {
    const key = JSON.stringify([rule.protocol, rule.fromPort, rule.toPort]);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()].map((together) => ({
    IpProtocol: together[0]!.protocol,
    FromPort: together[0]!.fromPort,
    ToPort: together[0]!.toPort,
    IpRanges: together
      .filter(({ cidr }) => cidr !== undefined)
      .map(({ cidr, description }) => ({ CidrIp: cidr, Description: description })),
    Ipv6Ranges: together
      .filter(({ cidrIpv6 }) => cidrIpv6 !== undefined)
      .map(({ cidrIpv6, description }) => ({ CidrIpv6: cidrIpv6, Description: description })),
    PrefixListIds: together
      .filter(({ prefixList }) => prefixList !== undefined)
      .map(({ prefixList, description }) => ({ PrefixListId: prefixList, Description: description })),
    UserIdGroupPairs: together
      .filter(({ referencedGroup }) => referencedGroup !== undefined)
      .map(({ referencedGroup, description }) => ({
        GroupId: referencedGroup,
        UserId: context.caller.accountId,
        Description: description,
      })),
  }));
}
