import assert from "node:assert/strict";
import type { PreflightFindings } from "../../../aws/preflight/findings";
import { endpointsToReuse } from "../../../aws/preflight/prerequisites/existing-endpoints";
import type { ExistingEndpoint, PrerequisiteFindings } from "../../../aws/preflight/prerequisites/findings";
import { judgePrerequisites } from "../../../aws/preflight/prerequisites/judge";
import type { MlConfig } from "../../../core/ml/config/schema";
import { ENTERPRISE } from "../../core/ml/ml-configs";
import { rendered } from "../../core/ml/rendered";

const REGION = "us-west-2";
const VPC = "vpc-0a1b2c3d4e5f60718";
const SUBNETS = ["subnet-0a1b2c3d4e5f60718", "subnet-0b2c3d4e5f6071829"];
const TABLES = ["rtb-0a1b2c3d4e5f60718", "rtb-0b2c3d4e5f6071829"];
const GROUP = "sg-0a1b2c3d4e5f60718";
const GLOBALBANK = "globalbank-prod-c001-us-west-2-demand-forecasting-ml";
const SSM = `${GLOBALBANK}-codecommit-sgprov-ssm`;
const S3 = "techcorp-prod-a001-us-west-2-customer-churn-ml-s3";

const denied = (message: string) => ({
  failure: { kind: "denied" as const, code: "UnauthorizedOperation", message },
});
const endpoint = (service: string, more: Partial<ExistingEndpoint> = {}): ExistingEndpoint => ({
  id: `vpce-${service.replace(".", "")}`,
  vpcId: VPC,
  service: `com.amazonaws.${REGION}.${service}`,
  gateway: service === "s3",
  privateDns: service !== "s3",
  ...more,
});
const FOUR = ["s3", "sagemaker.api", "sagemaker.runtime", "sts"].map((service) => endpoint(service));
const subnet = (id: string, zone: string, vpcId = VPC) => ({ id, vpcId, zone });

/** What there is where everything is as the shipped configs say. */
function all(more: Partial<NonNullable<PrerequisiteFindings["placement"]>> = {}): PrerequisiteFindings {
  return {
    parameters: { value: {} },
    placement: {
      vpcId: VPC,
      subnetIds: SUBNETS,
      vpcs: { value: [VPC] },
      subnets: { value: [subnet(SUBNETS[0]!, "us-west-2a"), subnet(SUBNETS[1]!, "us-west-2b")] },
      securityGroups: { value: [{ id: GROUP, vpcId: VPC }] },
      routeTables: { value: TABLES.map((id) => ({ id, vpcId: VPC })) },
      ...more,
    },
    endpoints: { value: [] },
  };
}

const role = `/security/globalbank-prod-c001-${REGION}-medium-sec/RoleSagemakerExecutionArn`;
const vpcPath = `/vpc/globalbank-prod-c001-${REGION}-vpc`;
const found = {
  [`${vpcPath}/VPCId`]: VPC,
  [`${vpcPath}/PrivateSubnetIds`]: SUBNETS.join(","),
  [`/sg/globalbank-prod-c001-${REGION}-sg/SecurityGroupId`]: GROUP,
};

interface Case {
  name: string;
  config?: string;
  change?: (config: MlConfig) => void;
  findings: PrerequisiteFindings;
  /** What the stack holds already. */
  held?: string[];
  /** Status of each judgement that is not ok, and what it says. */
  says: [string, RegExp][];
}

const withSecurityRole = ({ ml_product: product }: MlConfig) => {
  product.security_stack = { tier: "medium" };
};
const reused = ({ ml_product: product }: MlConfig) => {
  for (const key of ["vpc_id", "subnet_ids", "route_table_ids"] as const) delete product[key];
  product.vpc_endpoints = "reuse";
  product.vpc_endpoint_ids = {
    s3: "vpce-s3",
    sagemaker_api: "vpce-sagemakerapi",
    sagemaker_runtime: "vpce-sagemakerruntime",
    sts: "vpce-sts",
  };
};

const cases: Case[] = [
  { name: "everything is there", findings: all(), says: [] },
  {
    name: "the VPC does not exist",
    findings: all({ vpcs: { value: [] } }),
    says: [["failing", /^ml_product\.vpc_id names the VPC vpc-\w+, which does not exist in us-west-2$/]],
  },
  {
    name: "what is named of the VPC belongs to another, or does not exist",
    findings: all({
      subnets: { value: [subnet(SUBNETS[0]!, "us-west-2a", "vpc-1")] },
      routeTables: { value: [{ id: TABLES[0]!, vpcId: VPC }] },
    }),
    says: [
      ["failing", /subnet_ids names the subnet subnet-0a\w+, which belongs to the VPC vpc-1, not to vpc-0a/],
      ["failing", /subnet_ids names the subnet subnet-0b\w+, which does not exist$/],
      ["failing", /route_table_ids names the route table rtb-0b\w+, which does not exist$/],
    ],
  },
  {
    name: "two subnets lie in one availability zone",
    findings: all({ subnets: { value: SUBNETS.map((id) => subnet(id, "us-west-2a")) } }),
    says: [["failing", /names 2 subnets of the availability zone us-west-2a: subnet-0a\w+, subnet-0b\w+$/]],
  },
  {
    name: "nothing of EC2 may be read",
    findings: {
      ...all({
        vpcs: denied("no"),
        subnets: denied("no"),
        securityGroups: denied("no"),
        routeTables: denied("no"),
      }),
      endpoints: denied("no"),
    },
    says: [
      ["unknown", /whether the VPC vpc-\w+ exists \(ec2:DescribeVpcs is denied\)/],
      ["unknown", /ec2:DescribeSubnets is denied/],
      ["unknown", /ec2:DescribeRouteTables is denied/],
      ["unknown", /ec2:DescribeVpcEndpoints is denied/],
    ],
  },
  {
    name: "the VPC has endpoints of the same services",
    findings: { ...all(), endpoints: { value: FOUR } },
    says: [["failing", /of which it takes one a service: vpce-sagemakerapi of .*, vpce-sts of .*\.sts$/]],
  },
  {
    name: "the endpoints of the VPC are the stack's own",
    findings: { ...all(), endpoints: { value: FOUR } },
    held: FOUR.map(({ id }) => id),
    says: [],
  },
  {
    name: "an endpoint of the VPC has no private DNS, and one is of another service",
    findings: { ...all(), endpoints: { value: [endpoint("sts", { privateDns: false }), endpoint("ssm")] } },
    says: [],
  },
  {
    name: "the endpoints that are used exist",
    change: reused,
    findings: { parameters: { value: {} }, endpoints: { value: FOUR } },
    says: [],
  },
  {
    name: "an endpoint that is used is gone, and one is of another service",
    change: reused,
    findings: {
      parameters: { value: {} },
      endpoints: { value: [...FOUR.slice(0, 2), endpoint("ssm", { id: "vpce-sts" })] },
    },
    says: [
      ["failing", /vpc_endpoint_ids\.sagemaker_runtime names vpce-sagemakerruntime, which does not exist/],
      ["failing", /vpc_endpoint_ids\.sts names vpce-sts, which is an endpoint of com\.amazonaws\.\S+\.ssm/],
    ],
  },
  {
    name: "parameters exist that name the VPC, its subnets and the group",
    config: SSM,
    findings: { ...all({ securityGroupId: GROUP }), parameters: { value: found } },
    says: [],
  },
  {
    name: "no parameter exists",
    config: SSM,
    change: withSecurityRole,
    findings: {
      ...all({ vpcId: undefined, subnetIds: undefined }),
      parameters: { value: {} },
      endpoints: undefined,
    },
    says: [
      ["failing", /the parameter \/vpc\/\S+\/VPCId does not exist, .*published by the VPC provisioner/],
      ["failing", /the parameter \/vpc\/\S+\/PrivateSubnetIds does not exist/],
      [
        "failing",
        /the parameter \/sg\/\S+\/SecurityGroupId does not exist, .*published by the SG provisioner/,
      ],
      ["failing", new RegExp(`the parameter ${role} does not exist, .*the medium security stack`)],
    ],
  },
  {
    name: "parameters may not be read",
    config: SSM,
    findings: {
      ...all({ vpcId: undefined, subnetIds: undefined }),
      parameters: denied("no"),
      endpoints: undefined,
    },
    says: [["unknown", /ssm:GetParameters is denied/]],
  },
  {
    name: "a parameter names a VPC that is gone",
    config: SSM,
    findings: {
      ...all({ vpcs: { value: [] }, securityGroupId: GROUP }),
      parameters: { value: found },
    },
    says: [["failing", /^the parameter \/vpc\/\S+\/VPCId names the VPC/]],
  },
  ...(
    [
      ["is there and versioned", { bucket: { value: { kind: "ours" } }, versioned: { value: true } }, []],
      [
        "is not versioned",
        { bucket: { value: { kind: "ours" } }, versioned: { value: false } },
        [["warning", /is not versioned/]],
      ],
      ["does not exist", { bucket: { value: { kind: "missing" } } }, [["warning", /does not exist/]]],
      [
        "is another account's",
        { bucket: { value: { kind: "foreign" } } },
        [["warning", /another account's/]],
      ],
      [
        "lies in another region",
        { bucket: { value: { kind: "elsewhere", region: "eu-west-1" } } },
        [["warning", /lies in eu-west-1/]],
      ],
      ["may not be seen", { bucket: denied("no") }, [["unknown", /s3:ListBucket is denied/]]],
      [
        "may not be asked for its versions",
        { bucket: { value: { kind: "ours" } }, versioned: denied("no") },
        [["unknown", /s3:GetBucketVersioning is denied/]],
      ],
    ] as const
  ).map(([name, source, says]): Case => ({
    name: `the bucket of the code ${name}`,
    config: S3,
    findings: { parameters: { value: {} }, source: source },
    says: says as unknown as Case["says"],
  })),
];

describe("what is said of what an ML product relies on, where", () => {
  for (const { name, config = ENTERPRISE, change, findings, held = [], says } of cases) {
    it(name, () => {
      const { prerequisites } = rendered(config, change).blueprint;
      const stackResources: PreflightFindings["stackResources"] = {
        value: held.map((physicalId, index) => ({
          logicalId: `Endpoint${index}`,
          type: "AWS::EC2::VPCEndpoint",
          physicalId,
          status: "CREATE_COMPLETE",
        })),
      };
      const judged = judgePrerequisites(
        { prerequisites, region: REGION },
        { prerequisites: findings, stackResources },
      );
      const notOk = judged.filter(({ status }) => status !== "ok");
      assert.deepEqual(
        notOk.map(({ status }) => status),
        says.map(([status]) => status),
        JSON.stringify(notOk, undefined, 2),
      );
      notOk.forEach(({ sentence, todo }, index) => {
        assert.match(sentence, says[index]![1]);
        assert.ok((todo ?? "") !== "", "it says what to do");
      });
      assert.ok(judged.length > 0);
    });
  }

  it("nothing is relied on, nothing is said", () => {
    const { prerequisites } = rendered("techcorp-prod-a001-us-west-2-customer-churn-ml-codecommit").blueprint;
    const nothing = { prerequisites: { parameters: { value: {} } }, stackResources: { value: [] } };
    assert.deepEqual(judgePrerequisites({ prerequisites, region: REGION }, nothing), []);
  });
});

describe("the endpoints that a test copy uses", () => {
  const { prerequisites } = rendered(ENTERPRISE).blueprint;
  for (const { name, endpoints, ids } of [
    { name: "are none where the VPC has none", endpoints: [], ids: undefined },
    { name: "are none where nothing is in the way", endpoints: [endpoint("s3")], ids: undefined },
    { name: "are none where one is missing", endpoints: FOUR.slice(1), ids: undefined },
    {
      name: "are those of the VPC, where they are in the way",
      endpoints: FOUR,
      ids: {
        s3: "vpce-s3",
        sagemaker_api: "vpce-sagemakerapi",
        sagemaker_runtime: "vpce-sagemakerruntime",
        sts: "vpce-sts",
      },
    },
  ]) {
    it(name, () => {
      const given = { ...all(), endpoints: { value: endpoints } };
      assert.deepEqual(endpointsToReuse(prerequisites!, given), ids);
    });
  }

  it("are not known where they may not be read", () =>
    assert.equal(endpointsToReuse(prerequisites!, { ...all(), endpoints: denied("no") }), undefined));
});
