import assert from "node:assert/strict";
import type { Config } from "../../../core/config/schema";
import type { Blueprint, RoleBlueprint } from "../../../core/security/blueprint";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import { policySize } from "../../../core/security/policy-size";
import { shippedCatalogue, startupConfig } from "../startup-config";

function blueprintOf(change?: (config: Config) => void): Blueprint {
  return buildBlueprint(startupConfig(change), shippedCatalogue);
}

function roleOf(blueprint: Blueprint, configName: string): RoleBlueprint {
  return blueprint.roles.find((role) => role.configName === configName)!;
}

describe("the blueprint of the startup tier", () => {
  const blueprint = blueprintOf();

  it("has five groups, four service roles and one assumable role, under their names", () => {
    assert.deepEqual(
      blueprint.groups.map(({ name }) => name),
      [
        "techcorp-dev-a001-group-business-consumers",
        "techcorp-dev-a001-group-data-scientists",
        "techcorp-dev-a001-group-ml-engineers",
        "techcorp-dev-a001-group-operations-support",
        "techcorp-dev-a001-group-platform-administrators",
      ],
    );
    assert.deepEqual(
      blueprint.roles.map(({ name, kind }) => `${kind} ${name}`),
      [
        "cross-function techcorp-dev-a001-role-aml-engineer",
        "service techcorp-dev-a001-role-codebuild-service",
        "service techcorp-dev-a001-role-glue-etl",
        "service techcorp-dev-a001-role-lambda-ml-pipeline",
        "service techcorp-dev-a001-role-sagemaker-execution",
      ],
    );
    assert.equal(blueprint.stackName, "techcorp-dev-a001-us-east-1-startup-sec-stack");
  });

  it("gives AdministratorAccess to platform_administrators and nobody else", () => {
    const holders = [...blueprint.groups, ...blueprint.roles].filter(({ awsManagedPolicies }) =>
      awsManagedPolicies.includes("AdministratorAccess"),
    );
    assert.deepEqual(
      holders.map(({ configName }) => configName),
      ["platform_administrators"],
    );
  });

  it("lets a group assume exactly the roles that it lists, and these trust the account", () => {
    const grant = blueprint.groups
      .find(({ configName }) => configName === "data_scientists")!
      .inlinePolicies.find(({ name }) => name === "assume-roles");
    assert.deepEqual(grant?.document.Statement[0]?.Resource, [
      "arn:${AWS::Partition}:iam::123456789012:role/techcorp-dev-a001-role-aml-engineer",
    ]);
    assert.deepEqual(roleOf(blueprint, "aml_engineer").trustPolicy.Statement, [
      {
        Effect: "Allow",
        Principal: { AWS: ["arn:${AWS::Partition}:iam::123456789012:root"] },
        Action: ["sts:AssumeRole"],
      },
    ]);
  });

  it("mirrors a group in step: the same grants, AWS's managed policies too", () => {
    for (const level of ["level1", "level3"]) {
      const changed = blueprintOf((config) => {
        config.security.iam_groups.ml_engineers!.policy_assignments!.s3 = level;
      });
      const group = changed.groups.find(({ configName }) => configName === "ml_engineers")!;
      const role = roleOf(changed, "aml_engineer");
      assert.deepEqual(role.grants, group.grants);
      assert.deepEqual(role.awsManagedPolicies, group.awsManagedPolicies);
      const attached = changed.policies.filter(({ logicalId }) => role.attachedPolicies.includes(logicalId));
      assert.deepEqual(
        attached
          .flatMap(({ document }) => document.Statement)
          .map((statement) => JSON.stringify(statement))
          .sort(),
        group.grants
          .flatMap(({ document }) => document.Statement)
          .map((statement) => JSON.stringify(statement))
          .sort(),
      );
    }
  });

  it("does not let a mirroring role assume what its group may", () => {
    const changed = blueprintOf((config) => {
      config.security.iam_groups.ml_engineers!.assumable_roles = ["aml_engineer"];
    });
    assert.ok(!roleOf(changed, "aml_engineer").grants.some(({ name }) => name === "assume-roles"));
  });

  it("has a role used by its own account alone where the service says for whom it asks", () => {
    const condition = (name: string) => roleOf(blueprint, name).trustPolicy.Statement[0]?.Condition;
    const sourceAccount = { StringEquals: { "aws:SourceAccount": "123456789012" } };
    assert.deepEqual(condition("sagemaker_execution"), sourceAccount);
    assert.deepEqual(condition("codebuild_service"), sourceAccount);
    assert.equal(condition("lambda_ml_pipeline"), undefined);
    assert.equal(condition("glue_etl"), undefined);
  });

  it("keeps a condition on the source that the config brings along", () => {
    const own = { ArnLike: { "aws:SourceArn": "arn:${AWS::Partition}:sagemaker:${region}:${account_id}:*" } };
    const changed = blueprintOf((config) => {
      config.security.service_roles.sagemaker_execution!.trust_policy.Statement[0]!.Condition = own;
    });
    assert.deepEqual(roleOf(changed, "sagemaker_execution").trustPolicy.Statement[0]?.Condition, {
      ArnLike: { "aws:SourceArn": "arn:${AWS::Partition}:sagemaker:us-east-1:123456789012:*" },
    });
  });

  it("puts the permission boundary on every role, with no exception", () => {
    const boundary = "arn:aws:iam::123456789012:policy/boundary";
    const changed = blueprintOf((config) => {
      config.security.permission_boundary_arn = boundary;
    });
    assert.deepEqual(
      new Set(changed.roles.map(({ permissionsBoundary }) => permissionsBoundary)),
      new Set([boundary]),
    );
    assert.ok(blueprint.roles.every(({ permissionsBoundary }) => permissionsBoundary === undefined));
  });

  it("takes what AWS has raised for the account", () => {
    const attachEleven = (config: Config) => {
      const role = config.security.service_roles.sagemaker_execution!;
      role.managed_policies = Array.from({ length: 10 }, (_, index) => `Policy${index}`);
    };
    assert.throws(() => blueprintOf(attachEleven), /sagemaker-execution would have 1\d managed policies/);
    const raised = blueprintOf((config) => {
      attachEleven(config);
      config.quotas = { managed_policies_per_role: 20 };
    });
    const role = roleOf(raised, "sagemaker_execution");
    assert.ok(role.awsManagedPolicies.length + role.attachedPolicies.length > 10);
  });

  it("stays within IAM's limits", () => {
    for (const group of blueprint.groups) {
      const inline = group.inlinePolicies.reduce((sum, { document }) => sum + policySize(document), 0);
      assert.ok(inline <= 5120, `${group.name} ${inline}`);
    }
    for (const { name, document } of blueprint.policies) assert.ok(policySize(document) <= 6144, name);
  });

  it("has only what the profile enables", () => {
    const changed = blueprintOf((config) => {
      const profile = config.security.security_profiles["startup-5"]!;
      profile.enabled_groups = ["data_scientists"];
      profile.enabled_service_roles = [];
      profile.enabled_assumable_roles = [];
    });
    assert.deepEqual(changed.roles, []);
    assert.deepEqual(
      changed.groups.map(({ configName }) => configName),
      ["data_scientists"],
    );
    // A right to assume a role that is not there would wait for one of that name.
    assert.deepEqual(changed.groups[0]?.assumableRoles, []);
    assert.deepEqual(
      changed.policies.map(({ logicalId, reason }) => `${logicalId} ${reason}`),
      ["PolicySagemakerLevel2 overflow"],
    );
  });

  it("protects the stack of a production environment", () => {
    assert.equal(blueprint.protect, false);
    assert.equal(blueprintOf((config) => (config.environment.env = "prod")).protect, true);
  });

  it("has the system tags beside the config's own, by key", () => {
    assert.deepEqual(Object.entries(blueprint.tags), [
      ["Company", "techcorp"],
      ["Environment", "dev"],
      ["ManagedBy", "tierguard"],
      ["Stem", "techcorp-dev-a001-us-east-1-startup-sec"],
      ["TenantId", "a001"],
      ["Tier", "startup"],
      ["cost_center", "Engineering"],
      ["owner", "platform-team"],
      ["project", "ML-Platform"],
    ]);
  });
});

describe("roles of the other tiers", () => {
  const permissions = {
    Version: "2012-10-17" as const,
    Statement: [
      {
        Effect: "Allow",
        Action: "sagemaker:UpdateModelPackage",
        Resource: "arn:${AWS::Partition}:sagemaker:${region}:${account_id}:model-package/*",
      },
    ],
  };

  it("asks for MFA where a role lifts rights, and carries its permissions inline", () => {
    const blueprint = blueprintOf((config) => {
      config.security.assumable_roles.model_approver = {
        custom_permissions: permissions,
        max_session_duration: 7200,
      };
      config.security.security_profiles["startup-5"]!.enabled_assumable_roles.push("model_approver");
    });
    const role = roleOf(blueprint, "model_approver");
    assert.equal(role.kind, "elevation");
    assert.equal(role.maxSessionDuration, 7200);
    assert.deepEqual(role.trustPolicy.Statement[0]?.Condition, {
      Bool: { "aws:MultiFactorAuthPresent": "true" },
    });
    assert.deepEqual(role.inlinePolicies[0]?.document.Statement, [
      {
        Effect: "Allow",
        Action: ["sagemaker:UpdateModelPackage"],
        Resource: ["arn:${AWS::Partition}:sagemaker:us-east-1:123456789012:model-package/*"],
      },
    ]);
  });

  it("asks other accounts for the external id", () => {
    const blueprint = blueprintOf((config) => {
      config.security.cross_account_roles.deployment_role = {
        trusted_accounts: ["333333333333", "222222222222"],
        external_id: "agreed-on",
        custom_policies: { deploy_models: permissions },
        require_mfa: true,
      };
      config.security.security_profiles["startup-5"]!.enabled_cross_account_roles.push("deployment_role");
    });
    const role = roleOf(blueprint, "deployment_role");
    assert.equal(role.logicalId, "XacctDeploymentRole");
    assert.equal(role.name, "techcorp-dev-a001-xacct-deployment-role");
    assert.deepEqual(
      role.inlinePolicies.map(({ name }) => name),
      ["deploy-models"],
    );
    assert.deepEqual(role.trustPolicy.Statement[0], {
      Effect: "Allow",
      Principal: {
        AWS: ["arn:${AWS::Partition}:iam::222222222222:root", "arn:${AWS::Partition}:iam::333333333333:root"],
      },
      Action: ["sts:AssumeRole"],
      Condition: {
        Bool: { "aws:MultiFactorAuthPresent": "true" },
        StringEquals: { "sts:ExternalId": "agreed-on" },
      },
    });
  });
});
