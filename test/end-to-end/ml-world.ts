import { EC2 } from "@aws-sdk/client-ec2";
import { IAM } from "@aws-sdk/client-iam";
import { type BucketLocationConstraint, S3 } from "@aws-sdk/client-s3";
import { SSM } from "@aws-sdk/client-ssm";
import type { MlConfig } from "../../core/ml/config/schema";
import { securityGroupParameterPath, vpcParameterPath } from "../../core/naming/ml-names";

/** What an ML product's config relies on, made in an account of the embedded AWS. */
export interface MlWorld {
  vpcId: string;
  subnetIds: string[];
  securityGroupId: string;
  routeTableIds: string[];
  /** Values to set in the config, by their paths: the ids that it names are AWS's to make up. */
  values: Record<string, unknown>;
}

/** Clients of an embedded AWS for what a test does beside the command line. */
export function worldClients(endpoint: string, region: string) {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const options = { endpoint, region, credentials };
  return {
    ec2: new EC2(options),
    iam: new IAM(options),
    s3: new S3({ ...options, forcePathStyle: true }),
    ssm: new SSM(options),
  };
}

type Clients = ReturnType<typeof worldClients>;

async function makeNetwork({ ec2 }: Clients, region: string) {
  const { Vpc } = await ec2.createVpc({ CidrBlock: "10.0.0.0/16" });
  const VpcId = Vpc!.VpcId!;
  await ec2.modifyVpcAttribute({ VpcId, EnableDnsHostnames: { Value: true } });
  const subnetIds: string[] = [];
  const routeTableIds: string[] = [];
  for (const [index, zone] of ["a", "b"].entries()) {
    const CidrBlock = `10.0.${index}.0/24`;
    const { Subnet } = await ec2.createSubnet({ VpcId, CidrBlock, AvailabilityZone: `${region}${zone}` });
    subnetIds.push(Subnet!.SubnetId!);
    routeTableIds.push((await ec2.createRouteTable({ VpcId })).RouteTable!.RouteTableId!);
  }
  const group = await ec2.createSecurityGroup({ VpcId, GroupName: "provisioned", Description: "endpoints" });
  return { vpcId: VpcId, subnetIds, routeTableIds, securityGroupId: group.GroupId! };
}

async function publish({ ssm }: Clients, parameters: Record<string, string>): Promise<void> {
  for (const [Name, Value] of Object.entries(parameters)) {
    await ssm.putParameter({ Name, Value, Type: "String", Overwrite: true });
  }
}

/** The values of a config's own keys, where it names something of the network. */
function namedOf(config: MlConfig, network: Omit<MlWorld, "values">): Record<string, unknown> {
  const ids = {
    vpc_id: network.vpcId,
    subnet_ids: network.subnetIds,
    security_group_id: network.securityGroupId,
    route_table_ids: network.routeTableIds,
  };
  const named = Object.entries(ids).filter(([key]) => Object.hasOwn(config.ml_product, key));
  return Object.fromEntries(named.map(([key, value]) => [`ml_product.${key}`, value]));
}

async function makeKeyAdministrators({ iam }: Clients, arns: readonly string[]): Promise<void> {
  const trust = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };
  for (const arn of arns) {
    await iam.createRole({
      RoleName: arn.slice(arn.lastIndexOf("/") + 1),
      AssumeRolePolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
    });
  }
}

/** The buckets that the code comes from and that templates go to, which may be one. */
async function makeBuckets({ s3 }: Clients, { ml_product: product, deployment, environment }: MlConfig) {
  const names = [product.s3_prefix?.split("/")[0], deployment?.template_bucket];
  const LocationConstraint = environment.region as BucketLocationConstraint;
  for (const Bucket of new Set(names.filter((name) => name !== undefined))) {
    await s3.createBucket({ Bucket, CreateBucketConfiguration: { LocationConstraint } });
    await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: "Enabled" } });
  }
}

/** Makes the VPC, what others publish of it, the buckets and the key's administrators. */
export async function makeWorld(endpoint: string, config: MlConfig): Promise<MlWorld> {
  const { region } = config.environment;
  const clients = worldClients(endpoint, region);
  const { key_administrators: administrators = [] } = config.ml_product;
  const network = await makeNetwork(clients, region);
  await publish(clients, {
    [`${vpcParameterPath(config)}/VPCId`]: network.vpcId,
    [`${vpcParameterPath(config)}/PrivateSubnetIds`]: network.subnetIds.join(","),
    [`${securityGroupParameterPath(config)}/SecurityGroupId`]: network.securityGroupId,
  });
  await makeKeyAdministrators(clients, administrators);
  await makeBuckets(clients, config);
  return { ...network, values: namedOf(config, network) };
}
