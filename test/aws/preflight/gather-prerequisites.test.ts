import assert from "node:assert/strict";
import { gatherPrerequisites } from "../../../aws/preflight/prerequisites/gather";
import { judgePrerequisites } from "../../../aws/preflight/prerequisites/judge";
import type { MlConfig } from "../../../core/ml/config/schema";
import { makeWorld, type MlWorld, worldClients } from "../../end-to-end/ml-world";
import { ENTERPRISE, mlConfig } from "../../core/ml/ml-configs";
import { rendered } from "../../core/ml/rendered";
import { embeddedAccount } from "../embedded-account";

const REGION = "us-west-2";
const ACCOUNT = "123456789012";
const SSM = "globalbank-prod-c001-us-west-2-demand-forecasting-ml-s3-sgprov-ssm";

type Change = (clients: ReturnType<typeof worldClients>, world: MlWorld) => Promise<unknown>;

const another = async ({ ec2 }: ReturnType<typeof worldClients>) =>
  (await ec2.createVpc({ CidrBlock: "10.1.0.0/16" })).Vpc!.VpcId!;

const cases: { name: string; config: string; change?: Change; says: string[] }[] = [
  { name: "everything is there, named by its ids", config: ENTERPRISE, says: [] },
  { name: "everything is there, named by parameters", config: SSM, says: [] },
  {
    name: "the VPC's parameter is missing",
    config: SSM,
    change: async ({ ssm }) => ssm.deleteParameter({ Name: `/vpc/globalbank-prod-c001-${REGION}-vpc/VPCId` }),
    says: ["parameters failing"],
  },
  {
    name: "the parameter names another VPC",
    config: SSM,
    change: async (clients) => {
      const Name = `/vpc/globalbank-prod-c001-${REGION}-vpc/VPCId`;
      await clients.ssm.putParameter({ Name, Value: await another(clients), Overwrite: true });
    },
    says: ["network failing", "network failing", "network failing", "network failing"],
  },
  {
    name: "the VPC has no host names",
    config: ENTERPRISE,
    change: async ({ ec2 }, { vpcId: VpcId }) =>
      ec2.modifyVpcAttribute({ VpcId, EnableDnsHostnames: { Value: false } }),
    says: ["network failing"],
  },
  {
    name: "a subnet is gone",
    config: ENTERPRISE,
    change: async ({ ec2 }, { subnetIds }) => ec2.deleteSubnet({ SubnetId: subnetIds[0] }),
    says: ["network failing"],
  },
  {
    name: "an endpoint is in the way",
    config: ENTERPRISE,
    change: async ({ ec2 }, { vpcId: VpcId, subnetIds: SubnetIds }) =>
      ec2.createVpcEndpoint({
        VpcId,
        SubnetIds,
        VpcEndpointType: "Interface",
        ServiceName: `com.amazonaws.${REGION}.sts`,
        PrivateDnsEnabled: true,
      }),
    says: ["network failing"],
  },
  {
    name: "an administrator of the key does not exist",
    config: ENTERPRISE,
    change: async ({ iam }) => {
      const [arn = ""] = mlConfig(ENTERPRISE).ml_product.key_administrators ?? [];
      await iam.deleteRole({ RoleName: arn.slice(arn.lastIndexOf("/") + 1) });
    },
    says: ["key failing"],
  },
  {
    name: "an administrator of the key has another path",
    config: ENTERPRISE,
    change: async ({ iam }) => {
      const [arn = ""] = mlConfig(ENTERPRISE).ml_product.key_administrators ?? [];
      const RoleName = arn.slice(arn.lastIndexOf("/") + 1);
      const { Role } = await iam.getRole({ RoleName });
      await iam.deleteRole({ RoleName });
      const AssumeRolePolicyDocument = decodeURIComponent(Role!.AssumeRolePolicyDocument!);
      await iam.createRole({ RoleName, Path: "/keys/", AssumeRolePolicyDocument });
    },
    says: ["key failing"],
  },
  {
    name: "the bucket of the code is not versioned",
    config: SSM,
    change: async ({ s3 }) => {
      const [Bucket] = mlConfig(SSM).ml_product.s3_prefix!.split("/");
      await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: "Suspended" } });
    },
    says: ["source warning"],
  },
];

/** The config with the ids of the world in the place of its own. */
function inWorld(world: MlWorld) {
  return ({ ml_product: product }: MlConfig) => {
    for (const [path, value] of Object.entries(world.values)) {
      Object.assign(product, { [path.replace("ml_product.", "")]: value });
    }
  };
}

describe("what an account has of what an ML product relies on, where", function () {
  this.timeout(60_000);
  const account = embeddedAccount(REGION);

  for (const { name, config, change, says } of cases) {
    it(name, async () => {
      const { url } = account.server;
      const world = await makeWorld(url, mlConfig(config));
      await change?.(worldClients(url, REGION), world);
      await account.calls();
      const { prerequisites } = rendered(config, inWorld(world)).blueprint;
      const found = await gatherPrerequisites(account.aws, prerequisites!, ACCOUNT);
      const judged = judgePrerequisites(
        { prerequisites, region: REGION },
        { prerequisites: found, stackResources: { value: [] } },
      );
      const notOk = judged.filter(({ status }) => status !== "ok");
      assert.deepEqual(
        notOk.map(({ check, status }) => `${check} ${status}`),
        says,
        JSON.stringify(notOk, undefined, 2),
      );
      const calls = await account.calls();
      assert.deepEqual(
        calls.filter((call) => !/:(Describe|Get|Head)/.test(call)),
        [],
      );
    });
  }
});
