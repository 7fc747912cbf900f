import { EC2 } from "@aws-sdk/client-ec2";
import assert from "node:assert/strict";
import { policy, refusal, REGION, TestServer } from "./embedded-server";

describe("embedded EC2", () => {
  let server: TestServer;
  let ec2: EC2;
  let VpcId: string;
  let SubnetId: string;
  let GroupId: string;
  const STS = `com.amazonaws.${REGION}.sts`;
  const S3 = `com.amazonaws.${REGION}.s3`;

  before(async () => {
    server = await TestServer.start();
    ec2 = server.client(EC2);
    VpcId = (await ec2.createVpc({ CidrBlock: "10.0.0.0/16" })).Vpc!.VpcId!;
    SubnetId = (await ec2.createSubnet({ VpcId, CidrBlock: "10.0.0.0/24" })).Subnet!.SubnetId!;
    GroupId = (await ec2.createSecurityGroup({ VpcId, GroupName: "there", Description: "d" })).GroupId!;
  });
  after(() => server.stop());

  it("makes a VPC with what every VPC has, and keeps it over a restart", async () => {
    const TagSpecifications = [{ ResourceType: "vpc" as const, Tags: [{ Key: "Name", Value: "a & b" }] }];
    const { Vpc } = await ec2.createVpc({ CidrBlock: "10.1.0.0/16", TagSpecifications });
    const id = Vpc!.VpcId!;
    await server.restart();
    ec2 = server.client(EC2);
    const Filters = [{ Name: "tag:Name", Values: ["a*"] }];
    const { Vpcs } = await ec2.describeVpcs({ Filters });
    assert.deepEqual(
      Vpcs!.map((vpc) => [vpc.VpcId, vpc.CidrBlock, vpc.State, vpc.Tags]),
      [[id, "10.1.0.0/16", "available", [{ Key: "Name", Value: "a & b" }]]],
    );
    const inside = { Filters: [{ Name: "vpc-id", Values: [id] }] };
    const { RouteTables } = await ec2.describeRouteTables(inside);
    assert.deepEqual(
      RouteTables!.map(({ Associations, Routes }) => [Associations![0]!.Main, Routes![0]!.GatewayId]),
      [[true, "local"]],
    );
    const { SecurityGroups } = await ec2.describeSecurityGroups(inside);
    assert.deepEqual(
      SecurityGroups!.map(({ GroupName, IpPermissions }) => [
        GroupName,
        IpPermissions![0]!.UserIdGroupPairs!.length,
      ]),
      [["default", 1]],
    );
    const attribute = await ec2.describeVpcAttribute({ VpcId: id, Attribute: "enableDnsHostnames" });
    assert.equal(attribute.EnableDnsHostnames!.Value, false);
    await ec2.deleteVpc({ VpcId: id });
    assert.equal((await refusal(ec2.describeVpcs({ VpcIds: [id] }))).code, "InvalidVpcID.NotFound");
  });

  it("spreads subnets over zones, and leads them by route tables", async () => {
    const { Subnet } = await ec2.createSubnet({ VpcId, CidrBlock: "10.0.1.0/28" });
    assert.deepEqual([Subnet!.AvailabilityZone, Subnet!.AvailableIpAddressCount], [`${REGION}b`, 11]);
    const { RouteTable } = await ec2.createRouteTable({ VpcId });
    const RouteTableId = RouteTable!.RouteTableId!;
    await ec2.associateRouteTable({ RouteTableId, SubnetId: Subnet!.SubnetId });
    const { RouteTables } = await ec2.describeRouteTables({
      Filters: [{ Name: "association.subnet-id", Values: [Subnet!.SubnetId!] }],
    });
    assert.equal(RouteTables![0]!.RouteTableId, RouteTableId);
    assert.equal((await refusal(ec2.deleteRouteTable({ RouteTableId }))).code, "DependencyViolation");
    await ec2.deleteSubnet({ SubnetId: Subnet!.SubnetId });
    await ec2.deleteRouteTable({ RouteTableId });
  });

  it("gives rules an id each, and shows those of the same ports together", async () => {
    const made = await ec2.authorizeSecurityGroupIngress({
      GroupId,
      IpPermissions: [
        {
          IpProtocol: "tcp",
          FromPort: 443,
          ToPort: 443,
          IpRanges: [{ CidrIp: "10.0.0.0/16", Description: "vpc" }],
          UserIdGroupPairs: [{ GroupId }],
        },
      ],
    });
    const ids = made.SecurityGroupRules!.map((rule) => rule.SecurityGroupRuleId!);
    assert.equal(ids.length, 2);
    const { SecurityGroups } = await ec2.describeSecurityGroups({ GroupIds: [GroupId] });
    const [permission, ...more] = SecurityGroups![0]!.IpPermissions!;
    assert.equal(more.length, 0);
    assert.deepEqual(permission!.IpRanges, [{ CidrIp: "10.0.0.0/16", Description: "vpc" }]);
    assert.equal(permission!.UserIdGroupPairs![0]!.GroupId, GroupId);
    await ec2.updateSecurityGroupRuleDescriptionsIngress({
      GroupId,
      SecurityGroupRuleDescriptions: [{ SecurityGroupRuleId: ids[0], Description: "new" }],
    });
    const described = await ec2.describeSecurityGroupRules({
      Filters: [{ Name: "group-id", Values: [GroupId] }],
    });
    assert.equal(
      described.SecurityGroupRules!.find((r) => r.SecurityGroupRuleId === ids[0])!.Description,
      "new",
    );
    await ec2.revokeSecurityGroupIngress({ GroupId, SecurityGroupRuleIds: ids });
    const left = await ec2
      .describeSecurityGroupRules({ SecurityGroupRuleIds: [ids[0]!] })
      .catch(() => "gone");
    assert.equal(left, "gone");
  });

  it("takes tags of everything, and lists them", async () => {
    await ec2.createTags({ Resources: [SubnetId, GroupId], Tags: [{ Key: "k", Value: "v" }] });
    const tags = async () =>
      (await ec2.describeTags({ Filters: [{ Name: "key", Values: ["k"] }] })).Tags!.map(
        ({ ResourceType, Value }) => `${ResourceType} ${Value}`,
      );
    assert.deepEqual((await tags()).sort(), ["security-group v", "subnet v"]);
    await ec2.deleteTags({ Resources: [SubnetId], Tags: [{ Key: "k", Value: "other" }] });
    await ec2.deleteTags({ Resources: [GroupId], Tags: [{ Key: "k" }] });
    assert.deepEqual(await tags(), ["subnet v"]);
  });

  it("has private names for endpoints where the VPC resolves names", async () => {
    const create = () =>
      ec2.createVpcEndpoint({
        VpcId,
        ServiceName: STS,
        VpcEndpointType: "Interface",
        SubnetIds: [SubnetId],
        SecurityGroupIds: [GroupId],
      });
    assert.match((await refusal(create())).message, /enableDnsSupport and enableDnsHostnames/);
    await ec2.modifyVpcAttribute({ VpcId, EnableDnsHostnames: { Value: true } });
    const { VpcEndpoint } = await create();
    assert.equal(VpcEndpoint!.State, "available");
    assert.deepEqual(
      VpcEndpoint!.DnsEntries!.map(({ DnsName }) => DnsName),
      [`${VpcEndpoint!.VpcEndpointId}.sts.${REGION}.vpce.amazonaws.com`, `sts.${REGION}.amazonaws.com`],
    );
    for (const used of [
      () => ec2.deleteSubnet({ SubnetId }),
      () => ec2.deleteSecurityGroup({ GroupId }),
      () => ec2.deleteVpc({ VpcId }),
    ]) {
      assert.equal((await refusal(used())).code, "DependencyViolation");
    }
    const VpcEndpointIds = [VpcEndpoint!.VpcEndpointId!];
    assert.deepEqual((await ec2.deleteVpcEndpoints({ VpcEndpointIds })).Unsuccessful ?? [], []);
    const again = await ec2.deleteVpcEndpoints({ VpcEndpointIds });
    assert.equal(again.Unsuccessful![0]!.ResourceId, VpcEndpointIds[0]);
  });

  const endpoint = (more: object) => (c: EC2) => c.createVpcEndpoint({ VpcId, ServiceName: S3, ...more });
  const allow = (permission: object) => (c: EC2) =>
    c.authorizeSecurityGroupEgress({ GroupId, IpPermissions: [permission] });
  const cases: [string, (ec2: EC2) => Promise<unknown>, string][] = [
    [
      "an unknown VPC",
      (c) => c.createSubnet({ VpcId: "vpc-1", CidrBlock: "10.0.0.0/24" }),
      "InvalidVpcID.NotFound",
    ],
    ["a block that is none", (c) => c.createVpc({ CidrBlock: "10.0.0/16" }), "InvalidParameterValue"],
    ["a block that is too large", (c) => c.createVpc({ CidrBlock: "10.0.0.0/8" }), "InvalidVpc.Range"],
    ["no block", (c) => c.createVpc({}), "MissingParameter"],
    [
      "a subnet beside its VPC",
      (c) => c.createSubnet({ VpcId, CidrBlock: "10.9.0.0/24" }),
      "InvalidSubnet.Range",
    ],
    [
      "a subnet on another",
      (c) => c.createSubnet({ VpcId, CidrBlock: "10.0.0.0/25" }),
      "InvalidSubnet.Conflict",
    ],
    [
      "a group without a description",
      (c) => c.createSecurityGroup({ VpcId, GroupName: "x", Description: undefined }),
      "MissingParameter",
    ],
    [
      "a group that is there",
      (c) => c.createSecurityGroup({ VpcId, GroupName: "there", Description: "d" }),
      "InvalidGroup.Duplicate",
    ],
    [
      "a group named like an id",
      (c) => c.createSecurityGroup({ VpcId, GroupName: "sg-x", Description: "d" }),
      "InvalidParameterValue",
    ],
    [
      "a rule that is there",
      allow({ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }),
      "InvalidPermission.Duplicate",
    ],
    [
      "a rule without ports",
      allow({ IpProtocol: "tcp", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }),
      "InvalidParameterValue",
    ],
    ["a rule to nowhere", allow({ IpProtocol: "-1" }), "InvalidParameterValue"],
    [
      "a rule for an unknown group",
      allow({ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-1" }] }),
      "InvalidGroup.NotFound",
    ],
    [
      "an unknown rule",
      (c) => c.revokeSecurityGroupEgress({ GroupId, SecurityGroupRuleIds: ["sgr-1"] }),
      "InvalidSecurityGroupRuleId.NotFound",
    ],
    ["an unknown service", endpoint({ ServiceName: "com.amazonaws.mars-1.s3" }), "InvalidServiceName"],
    ["a gateway to what has none", endpoint({ ServiceName: STS }), "InvalidParameter"],
    ["subnets of a gateway", endpoint({ SubnetIds: ["subnet-1"] }), "InvalidParameter"],
    ["an unknown route table", endpoint({ RouteTableIds: ["rtb-1"] }), "InvalidRouteTableID.NotFound"],
    ["a policy that is none", endpoint({ PolicyDocument: "{" }), "InvalidPolicyDocument"],
    [
      "tags of nothing",
      (c) => c.createTags({ Resources: ["vpc-1"], Tags: [{ Key: "a", Value: "" }] }),
      "InvalidID",
    ],
    [
      "a tag of AWS's",
      (c) => c.createTags({ Resources: [VpcId], Tags: [{ Key: "aws:a", Value: "" }] }),
      "InvalidParameterValue",
    ],
    [
      "a filter that is none",
      (c) => c.describeVpcs({ Filters: [{ Name: "colour", Values: ["red"] }] }),
      "InvalidParameterValue",
    ],
    ["a page of one", (c) => c.describeVpcs({ MaxResults: 1 }), "InvalidParameterValue"],
  ];
  for (const [name, call, code] of cases) {
    it(`refuses ${name}`, async () => {
      const refused = await refusal(call(ec2));
      assert.deepEqual([refused.code, refused.status], [code, 400]);
    });
  }

  it("says of what it does not have that it does not have it", async () => {
    assert.equal((await refusal(ec2.describeInstances({}))).code, "NotImplemented");
    const refused = await refusal(
      ec2.createVpc({ CidrBlock: "10.0.0.0/16", AmazonProvidedIpv6CidrBlock: true }),
    );
    assert.equal(refused.status, 501);
  });

  it("refuses a caller in EC2's own words", async () => {
    const accessKeyId = "reader";
    const none = { Effect: "Allow", Action: "ec2:DescribeSubnets", Resource: "*" };
    await server.control("POST", "callers", { accessKeyId, policies: [JSON.parse(policy(none))] });
    const caller = server.client(EC2, { accessKeyId, secretAccessKey: "x" });
    await caller.describeSubnets({});
    const refused = await refusal(caller.describeVpcs({}));
    assert.deepEqual([refused.code, refused.status], ["UnauthorizedOperation", 403]);
    assert.match(refused.message, /^You are not authorized to perform this operation\. User: /);
  });
});
