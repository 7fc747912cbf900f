import assert from "node:assert/strict";
import { partitionOf } from "../../../core/naming/partition";
import * as names from "../../../core/naming/stack-names";

const environment = {
  tier: { name: "medium", security_profile: "medium-10" },
  client: {
    company_name: "Edge Corp",
    company_prefix: "edge",
    account_id: "123456789012",
    tenant_id: "b001",
  },
  environment: { env: "prod" as const, region: "us-west-1" },
};

describe("names", () => {
  const cases: [string, string, string][] = [
    ["stem", names.stem(environment), "edge-prod-b001-us-west-1-medium-sec"],
    ["stack", names.stackName(environment), "edge-prod-b001-us-west-1-medium-sec-stack"],
    ["group", names.groupName(environment, "data_scientists"), "edge-prod-b001-group-data-scientists"],
    ["role", names.roleName(environment, "sagemaker_execution"), "edge-prod-b001-role-sagemaker-execution"],
    [
      "cross-account role",
      names.crossAccountRoleName(environment, "deployment_role"),
      "edge-prod-b001-xacct-deployment-role",
    ],
    [
      "policy",
      names.policyName(environment, { service: "s3", id: "level2", slug: "project-buckets-only" }),
      "edge-prod-b001-policy-s3-level2-project-buckets-only",
    ],
    [
      "policy without a slug",
      names.policyName(environment, { service: "combined", id: "mlops-services-a", slug: "" }),
      "edge-prod-b001-policy-combined-mlops-services-a",
    ],
    ["parameter path", names.parameterPath(environment), "/security/edge-prod-b001-us-west-1-medium-sec"],
    ["logical id", names.pascalCase("ci_cd_deployment_role"), "CiCdDeploymentRole"],
    [
      "pinned stack",
      names.stackName({ ...environment, deployment: { stack_name: "old-stack" } }),
      "old-stack",
    ],
  ];
  for (const [name, actual, expected] of cases) {
    it(name, () => assert.equal(actual, expected));
  }

  const partitions: [string, string][] = [
    ["us-east-1", "aws"],
    ["us-gov-east-1", "aws-us-gov"],
    ["cn-northwest-1", "aws-cn"],
  ];
  for (const [region, partition] of partitions) {
    it(`${region} is in ${partition}`, () => assert.equal(partitionOf(region), partition));
  }
});
