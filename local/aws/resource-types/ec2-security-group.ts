import { isDeepStrictEqual } from "node:util";
import type { IpPermission, SecurityGroup } from "@aws-sdk/client-ec2";
import type { CallContext } from "../service";
import { DEFAULT_EGRESS } from "../services/ec2/security-group-record";
import { changeTags, creationTags, shownTags } from "./ec2-tags";
import { randomSuffix } from "./generated-name";
import type { ResourceType } from "./resource-type";
import { allPages, callService, defined, unlessMissing } from "./service-calls";

type Properties = Record<string, unknown>;

/** Both directions, with what EC2's API and the resource type call them. */
const DIRECTIONS = [
  { property: "SecurityGroupIngress", member: "IpPermissions", direction: "Ingress", peer: "Source" },
  {
    property: "SecurityGroupEgress",
    member: "IpPermissionsEgress",
    direction: "Egress",
    peer: "Destination",
  },
] as const;

type Direction = (typeof DIRECTIONS)[number];

/** Security groups of a VPC with the rules that stand in them, and their tags. */
export const ec2SecurityGroup: ResourceType = {
  type: "AWS::EC2::SecurityGroup",
  primaryIdentifier: "Id",
  createOnly: ["GroupDescription", "GroupName", "VpcId"],
  readOnly: ["GroupId", "Id"],
  writeOnly: [],
  nameProperty: { name: "GroupName", maxLength: 255 },
  tags: "list",
  extraAttributes: ["VpcId"],
  drift: { unordered: ["SecurityGroupEgress", "SecurityGroupIngress"] },
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const { GroupId: id } = await callService<{ GroupId: string }>(context, "ec2", "CreateSecurityGroup", {
      GroupName: desired.GroupName ?? randomSuffix(24),
      Description: desired.GroupDescription,
      ...defined({ VpcId: desired.VpcId }),
      ...creationTags("security-group", desired.Tags),
    });
    started?.(id);
    if (rules(desired, "SecurityGroupEgress").length > 0) {
      await callService(context, "ec2", "RevokeSecurityGroupEgress", {
        GroupId: id,
        IpPermissions: [{ IpProtocol: DEFAULT_EGRESS.protocol, IpRanges: [{ CidrIp: DEFAULT_EGRESS.cidr }] }],
      });
    }
    for (const direction of DIRECTIONS) await changeRules(id, direction, {}, desired, context);
    return { identifier: id, properties: attributes((await find(id, context))!) };
  },
  async read(identifier, context) {
    const group = await find(identifier, context);
    if (group === undefined) return undefined;
    const [ingress, egress] = DIRECTIONS.map((direction) =>
      (group[direction.member] ?? []).flatMap((permission) => rulesOf(permission, direction)),
    );
    return {
      identifier,
      properties: defined({
        ...attributes(group),
        GroupDescription: group.Description,
        GroupName: group.GroupName,
        SecurityGroupIngress: ingress!.length > 0 ? ingress : undefined,
        SecurityGroupEgress: egress!.length > 0 ? egress : undefined,
        Tags: shownTags(group.Tags),
      }),
    };
  },
  async update(identifier, previous, desired, context) {
    for (const direction of DIRECTIONS) await changeRules(identifier, direction, previous, desired, context);
    await changeTags(identifier, previous.Tags, desired.Tags, context);
    return { identifier, properties: attributes((await find(identifier, context))!) };
  },
  async delete(identifier, context) {
    await callService(context, "ec2", "DeleteSecurityGroup", { GroupId: identifier });
  },
  async list(context) {
    const groups = await allPages<SecurityGroup>(context, {
      service: "ec2",
      operation: "DescribeSecurityGroups",
      input: {},
      items: "SecurityGroups",
    });
    return groups.map(({ GroupId }) => GroupId!);
  },
};

async function find(id: string, context: CallContext): Promise<SecurityGroup | undefined> {
  const answer = await unlessMissing(
    callService<{ SecurityGroups: SecurityGroup[] }>(context, "ec2", "DescribeSecurityGroups", {
      GroupIds: [id],
    }),
  );
  return answer?.SecurityGroups[0];
}

function attributes({ GroupId, VpcId }: SecurityGroup): Properties {
  return { Id: GroupId, GroupId, VpcId };
}

function rules(properties: Properties, name: string): Properties[] {
  return (properties[name] as Properties[] | undefined) ?? [];
}

async function changeRules(
  GroupId: string,
  direction: Direction,
  previous: Properties,
  desired: Properties,
  context: CallContext,
): Promise<void> {
  const [before, after] = [rules(previous, direction.property), rules(desired, direction.property)];
  const missing = (list: Properties[], from: Properties[]): Properties[] =>
    list.filter((rule) => !from.some((other) => isDeepStrictEqual(rule, other)));
  for (const [verb, changed] of [
    ["Revoke", missing(before, after)],
    ["Authorize", missing(after, before)],
  ] as const) {
    if (changed.length === 0) continue;
    await callService(context, "ec2", `${verb}SecurityGroup${direction.direction}`, {
      GroupId,
      IpPermissions: changed.map((rule) => permissionOf(rule, direction.peer)),
    });
  }
}

/** A rule of a template as EC2's API takes it. */
export function permissionOf(rule: Properties, peer: Direction["peer"]): IpPermission {
  const described = (value: Record<string, unknown>) =>
    defined({ ...value, Description: rule.Description }) as Record<string, string>;
  const port = (value: unknown) => (value === undefined ? undefined : Number(value));
  const group = rule[`${peer}SecurityGroupId`];
  const prefixList = rule[`${peer}PrefixListId`];
  return {
    IpProtocol: rule.IpProtocol as string,
    FromPort: port(rule.FromPort),
    ToPort: port(rule.ToPort),
    IpRanges: rule.CidrIp === undefined ? [] : [described({ CidrIp: rule.CidrIp })],
    Ipv6Ranges: rule.CidrIpv6 === undefined ? [] : [described({ CidrIpv6: rule.CidrIpv6 })],
    PrefixListIds: prefixList === undefined ? [] : [described({ PrefixListId: prefixList })],
    UserIdGroupPairs: group === undefined ? [] : [described({ GroupId: group })],
  };
}

/** What EC2's API shows together, as the rules of a template. */
function rulesOf(permission: IpPermission, { peer }: Direction): Properties[] {
  const { IpProtocol, FromPort, ToPort } = permission;
  const rule = (Description: string | undefined, of: Properties): Properties =>
    defined({ IpProtocol, FromPort, ToPort, Description, ...of });
  return [
    ...(permission.IpRanges ?? []).map(({ CidrIp, Description }) => rule(Description, { CidrIp })),
    ...(permission.Ipv6Ranges ?? []).map(({ CidrIpv6, Description }) => rule(Description, { CidrIpv6 })),
    ...(permission.PrefixListIds ?? []).map(({ PrefixListId, Description }) =>
      rule(Description, { [`${peer}PrefixListId`]: PrefixListId }),
    ),
    ...(permission.UserIdGroupPairs ?? []).map(({ GroupId, Description }) =>
      rule(Description, { [`${peer}SecurityGroupId`]: GroupId }),
    ),
  ];
}
