import assert from "node:assert/strict";
import { StackFixture } from "../cloudformation/stack-fixture";
import { ec2, makeNetwork } from "./network-fixture";
import { type Made, typeTests } from "./type-tests";

const GROUP_ID = /^sg-[0-9a-f]{17}$/;
const https = { IpProtocol: "tcp", FromPort: 443, ToPort: 443 };

const group =
  (more: Record<string, unknown> = {}) =>
  ({ VpcId }: Made) => ({
    GroupName: "endpoints",
    GroupDescription: "of the product",
    VpcId,
    SecurityGroupIngress: [{ ...https, CidrIp: "10.0.0.0/16", Description: "in" }],
    Tags: [{ Key: "Stem", Value: "s" }],
    ...more,
  });

const OUT = { IpProtocol: "-1", CidrIp: "0.0.0.0/0" };

typeTests({
  type: "AWS::EC2::SecurityGroup",
  prepare: makeNetwork,
  properties: group(),
  read: {
    GroupName: "endpoints",
    GroupDescription: "of the product",
    SecurityGroupIngress: [{ ...https, CidrIp: "10.0.0.0/16", Description: "in" }],
    SecurityGroupEgress: [OUT],
    Tags: [{ Key: "Stem", Value: "s" }],
  },
  attributes: { Ref: GROUP_ID, GroupId: GROUP_ID, Id: GROUP_ID, VpcId: /^vpc-/ },
  updates: [
    {
      name: "its rules",
      properties: group({
        SecurityGroupIngress: [{ IpProtocol: "udp", FromPort: "53", ToPort: "53", CidrIpv6: "::/0" }],
      }),
      read: { SecurityGroupIngress: [{ IpProtocol: "udp", FromPort: 53, ToPort: 53, CidrIpv6: "::/0" }] },
    },
    {
      name: "no rules",
      properties: group({ SecurityGroupIngress: undefined }),
      read: { SecurityGroupIngress: undefined },
    },
    { name: "no tags", properties: group({ Tags: undefined }), read: { Tags: undefined } },
    {
      name: "another name",
      properties: group({ GroupName: "others" }),
      read: { GroupName: "others" },
      replaced: true,
    },
  ],
  drifts: [
    {
      name: "a rule more",
      plant: (fixture, GroupId) =>
        ec2(fixture).authorizeSecurityGroupIngress({
          GroupId,
          IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
        }),
      found: ["/SecurityGroupIngress/1 ADD"],
    },
    {
      name: "a lost rule",
      plant: (fixture, GroupId) =>
        ec2(fixture).revokeSecurityGroupIngress({
          GroupId,
          IpPermissions: [
            { IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "10.0.0.0/16" }] },
          ],
        }),
      found: ["/SecurityGroupIngress REMOVE"],
    },
    {
      name: "another tag",
      plant: (fixture, id) =>
        ec2(fixture).createTags({ Resources: [id], Tags: [{ Key: "Stem", Value: "x" }] }),
      found: ["/Tags/0/Value NOT_EQUAL"],
    },
    {
      name: "its deletion",
      plant: (fixture, GroupId) => ec2(fixture).deleteSecurityGroup({ GroupId }),
      found: "DELETED",
    },
  ],
  patch: {
    operations: [{ op: "replace", path: "/SecurityGroupIngress/0/CidrIp", value: "10.1.0.0/16" }],
    read: { SecurityGroupIngress: [{ ...https, CidrIp: "10.1.0.0/16", Description: "in" }] },
  },
});

for (const { direction, peer } of [
  { direction: "Ingress", peer: "Source" },
  { direction: "Egress", peer: "Destination" },
] as const) {
  const rule =
    (more: Record<string, unknown> = {}) =>
    ({ GroupId }: Made) => ({
      GroupId,
      ...https,
      Description: "d",
      [`${peer}SecurityGroupId`]: GroupId,
      ...more,
    });
  const rules = async (fixture: StackFixture, id: string) => {
    const { SecurityGroupRules } = await ec2(fixture).describeSecurityGroupRules({
      SecurityGroupRuleIds: [id],
    });
    return SecurityGroupRules![0]!;
  };
  typeTests({
    type: `AWS::EC2::SecurityGroup${direction}`,
    prepare: makeNetwork,
    properties: rule(),
    read: { ...https, Description: "d", CidrIp: undefined },
    attributes: { Ref: /^sgr-[0-9a-f]{17}$/, Id: /^sgr-/ },
    updates: [
      { name: "its description", properties: rule({ Description: "e" }), read: { Description: "e" } },
      {
        name: "its port",
        properties: rule({ FromPort: 444, ToPort: 444 }),
        read: { FromPort: 444, ToPort: 444 },
        replaced: true,
      },
    ],
    drifts: [
      {
        name: "another port",
        plant: async (fixture, id, { GroupId }) =>
          ec2(fixture).modifySecurityGroupRules({
            GroupId,
            SecurityGroupRules: [
              {
                SecurityGroupRuleId: id,
                SecurityGroupRule: {
                  IpProtocol: "tcp",
                  FromPort: 22,
                  ToPort: 443,
                  ReferencedGroupId: (await rules(fixture, id)).ReferencedGroupInfo!.GroupId,
                  Description: "d",
                },
              },
            ],
          }),
        found: ["/FromPort NOT_EQUAL"],
      },
      {
        name: "its end",
        plant: async (fixture, id, { GroupId }) => {
          const input = { GroupId, SecurityGroupRuleIds: [id] };
          return direction === "Ingress"
            ? ec2(fixture).revokeSecurityGroupIngress(input)
            : ec2(fixture).revokeSecurityGroupEgress(input);
        },
        found: "DELETED",
      },
    ],
    patch: { operations: [{ op: "replace", path: "/Description", value: "p" }], read: { Description: "p" } },
  });
}

describe("the rule that a new security group has", () => {
  const fixture = new StackFixture();
  before(() => fixture.start());
  after(() => fixture.stop());

  it("goes when CloudFormation gives the group an egress rule, of its own or beside it", async () => {
    const made = await makeNetwork(fixture);
    const GroupId = { "Fn::GetAtt": ["Beside", "GroupId"] };
    const properties = (GroupName: string, more = {}) => ({
      Type: "AWS::EC2::SecurityGroup",
      Properties: { ...group({ GroupName, SecurityGroupIngress: undefined })(made), ...more },
    });
    const stack = await fixture.create("egress", {
      Resources: {
        Within: properties("within", { SecurityGroupEgress: [{ ...https, CidrIp: "10.0.0.0/16" }] }),
        Beside: properties("beside"),
        Rule: {
          Type: "AWS::EC2::SecurityGroupEgress",
          Properties: { GroupId, ...https, DestinationSecurityGroupId: GroupId },
        },
      },
      Outputs: { Within: { Value: { Ref: "Within" } }, Beside: { Value: { Ref: "Beside" } } },
    });
    for (const { OutputValue } of stack.Outputs!) {
      const { SecurityGroups } = await ec2(fixture).describeSecurityGroups({ GroupIds: [OutputValue!] });
      const [permission, ...more] = SecurityGroups![0]!.IpPermissionsEgress!;
      assert.deepEqual([permission!.IpProtocol, permission!.FromPort, more.length], ["tcp", 443, 0]);
    }
    assert.equal((await fixture.delete("egress")).StackStatus, "DELETE_COMPLETE");
  });
});
