import assert from "node:assert/strict";
import { heldPolicies, type HeldPolicy, judgePolicy } from "../../../core/analysis/judge-policies";
import { principalsOf } from "../../../core/analysis/principals";
import { referenceData } from "../../../core/analysis/reference/reference-data";
import { parsePolicy } from "../../../core/analysis/statement";
import type { MlBlueprint } from "../../../core/ml/blueprint";
import { productPlace } from "../../../core/ml/product-place";
import { partitionOf } from "../../../core/naming/partition";
import type { RoleBlueprint } from "../../../core/security/blueprint";
import type { PolicyDocument, Statement } from "../../../core/security/policy-document";
import { policySize } from "../../../core/security/policy-size";
import { ENTERPRISE, STARTER } from "./ml-configs";
import { rendered, variants } from "./rendered";

/** Whether a pattern with `*` has everything that another has. */
function covers(pattern: string, resource: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[$.{}]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(resource);
}

function statementsOf(roles: readonly RoleBlueprint[]): { name: string; statement: Statement }[] {
  return roles.flatMap(({ logicalId, grants }) =>
    grants.flatMap(({ name, document }) =>
      document.Statement.map((statement) => ({ name: `${logicalId} ${name} ${statement.Sid}`, statement })),
    ),
  );
}

/** The boundary as a policy to be judged. */
function boundaryOf({ boundary, config }: MlBlueprint): HeldPolicy[] {
  if (boundary === undefined) return [];
  const text = JSON.stringify(boundary.document);
  const resolved = text.replaceAll("${AWS::Partition}", partitionOf(config.environment.region));
  const document = parsePolicy(JSON.parse(resolved) as PolicyDocument);
  const policy = {
    name: boundary.name,
    origin: "config",
    source: "ml_product",
    document,
    kind: "identity",
  } as const;
  return [{ policy, principals: [] }];
}

describe("policies of ML products as the analysis sees them", () => {
  const data = referenceData();
  for (const [name, render] of Object.entries(variants)) {
    it(`${name} has nothing that a rule finds`, () => {
      const { blueprint } = render();
      const tenant = productPlace(blueprint.config);
      const held = heldPolicies(principalsOf(blueprint, data));
      const policies = blueprint.roles.map(({ grants }) => grants.length + 1);
      assert.equal(
        held.length,
        policies.reduce((sum, count) => sum + count, 0),
      );
      const found = [...held, ...boundaryOf(blueprint)].flatMap((policy) =>
        judgePolicy(policy, { data, tenant }),
      );
      assert.deepEqual(found, []);
    });
  }

  it("the rules see what is wrong in one", () => {
    const { blueprint } = rendered(STARTER);
    blueprint.roles[0]!.grants[0]!.document.Statement[0]!.Resource = ["*"];
    const [first] = heldPolicies(principalsOf(blueprint, data));
    const found = judgePolicy(first!, { data }).map(({ rule }) => rule);
    assert.ok(found.includes("needless-wildcard"), found.join());
  });
});

describe("roles of ML products as a security engineer sees them", () => {
  for (const [name, render] of Object.entries(variants)) {
    const { blueprint } = render();
    const { roles, stem, names, boundary, executionRole, config } = blueprint;
    const all = statementsOf(roles);

    it(`${name}: reach nothing outside the product but what has a reason`, () => {
      const scoped = [stem, names.runtimePrefix, ...Object.values(names), ...roles.map((role) => role.name)];
      const reasons = [
        /^arn:\$\{AWS::Partition\}:kms:[^:]+:\d+:key\/\*$/,
        /^arn:\$\{AWS::Partition\}:ecr:[^:]+:\*:repository\/\*$/,
        /:log-group:\/aws\/sagemaker\/(ProcessingJobs|TrainingJobs)$/,
      ];
      const source = config.ml_product.s3_prefix?.split("/")[0];
      const outside = all
        .flatMap(({ statement }) => statement.Resource ?? [])
        .filter((resource) => resource !== "*" && !scoped.some((own) => resource.includes(own)))
        .filter((resource) => !reasons.some((reason) => reason.test(resource)))
        .filter((resource) => source === undefined || !resource.includes(`:s3:::${source}`))
        .filter((resource) => resource !== executionRole.arn);
      assert.deepEqual(outside, []);
    });

    it(`${name}: say by a condition what a name can't`, () => {
      for (const { name: where, statement } of all) {
        const wide = (statement.Resource ?? []).some((resource) =>
          /(key|:\*:repository)\/\*$/.test(resource),
        );
        if (wide) assert.ok(statement.Condition, where);
      }
    });

    it(`${name}: pass one role, by its name, to SageMaker alone`, () => {
      const passes = all.filter(({ statement }) => statement.Action.includes("iam:PassRole"));
      assert.deepEqual(passes.map(({ name: where }) => where.split(" ")[0]).sort(), [
        "RoleModelBuild",
        "RoleModelDeploy",
      ]);
      for (const { statement } of passes) {
        assert.deepEqual(statement.Action, ["iam:PassRole"]);
        assert.deepEqual(statement.Resource, [executionRole.arn]);
        assert.deepEqual(statement.Condition, {
          StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" },
        });
      }
    });

    it(`${name}: are taken by one service each, for the account's own resources`, () => {
      for (const { logicalId, trustPolicy } of roles) {
        const [statement, ...others] = trustPolicy.Statement;
        assert.deepEqual(others, [], logicalId);
        assert.match((statement!.Principal as { Service: string }).Service, /^[a-z]+\.amazonaws\.com$/);
        const { StringEquals, ...more } = statement!.Condition!;
        assert.deepEqual(StringEquals, { "aws:SourceAccount": "123456789012" }, logicalId);
        const [sources] = Object.values(more).map((keys) => [keys["aws:SourceArn"]!].flat());
        assert.ok(sources!.length > 0 && !sources!.includes("*"), logicalId);
      }
    });

    it(`${name}: are bounded by what they may do between them, if at all`, () => {
      if (boundary === undefined) {
        assert.notEqual(config.tier.name, "enterprise");
        return;
      }
      assert.ok(policySize(boundary.document) <= 6144);
      assert.equal(
        roles.every((role) => role.permissionsBoundary?.endsWith(boundary.name)),
        true,
      );
      for (const { name: where, statement } of all) {
        for (const action of statement.Action) {
          const allowing = boundary.document.Statement.filter(
            ({ Action, Condition }) =>
              Action.includes(action) && JSON.stringify(Condition) === JSON.stringify(statement.Condition),
          ).flatMap(({ Resource }) => Resource!);
          for (const resource of statement.Resource ?? []) {
            assert.ok(
              allowing.some((pattern) => covers(pattern, resource)),
              `${where}: ${action} ${resource}`,
            );
          }
        }
      }
    });
  }

  it("let nobody who builds models approve them", () => {
    const { roles } = rendered(STARTER).blueprint;
    const statements = statementsOf(roles);
    const registering = statements.filter(({ statement }) =>
      statement.Action.includes("sagemaker:CreateModelPackage"),
    );
    assert.equal(registering.length, 1);
    assert.deepEqual(registering[0]!.statement.Condition, {
      StringEquals: { "sagemaker:ModelApprovalStatus": "PendingManualApproval" },
    });
    assert.ok(
      statements.every(({ statement }) => !statement.Action.includes("sagemaker:UpdateModelPackage")),
    );
  });

  it("have a key whose administrators can't use it, and whose users can't administer it", () => {
    const { key } = rendered(ENTERPRISE).blueprint;
    const [administration, ...users] = key!.policy.Statement;
    assert.deepEqual(administration!.Principal, {
      AWS: ["arn:aws:iam::123456789012:role/globalbank-key-administrators"],
    });
    assert.ok(
      administration!.Action.every(
        (action) => !/Decrypt|Encrypt|GenerateDataKey|Grant$/.test(action) || action === "kms:RevokeGrant",
      ),
    );
    assert.deepEqual(
      users.map(({ Sid }) => Sid),
      [
        "UseByBuildPipeline",
        "UseByDeployPipeline",
        "UseByModelBuild",
        "UseByModelDeploy",
        "UseBySagemakerExecution",
      ],
    );
    for (const { Action } of users) {
      assert.deepEqual(Action, ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"]);
    }
    assert.doesNotMatch(JSON.stringify(key!.policy), /kms:\*|:root"/);
  });

  it("let the security stack's role use the key where the product's jobs run with it", () => {
    const { blueprint, template } = variants["the security stack's role"]!();
    const users = blueprint.key!.policy.Statement.find(({ Sid }) => Sid === "UseBySagemakerExecution");
    const arn = "arn:${AWS::Partition}:iam::123456789012:role/globalbank-prod-c001-role-sagemaker-execution";
    assert.deepEqual(users?.Principal, { AWS: [arn] });
    assert.equal(template.Resources.RoleSagemakerExecution, undefined);
    assert.deepEqual(template.Parameters?.SagemakerExecutionRoleArn, {
      Type: "AWS::SSM::Parameter::Value<String>",
      Description: "Role of the security stack that jobs and models run with",
      Default: "/security/globalbank-prod-c001-us-west-2-medium-sec/RoleSagemakerExecutionArn",
    });
    assert.match(
      JSON.stringify(template.Resources.ModelDeployProject!.Properties.Environment),
      /"EXECUTION_ROLE_ARN","Type":"PLAINTEXT","Value":\{"Ref":"SagemakerExecutionRoleArn"\}/,
    );
  });
});
