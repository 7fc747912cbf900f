import assert from "node:assert/strict";
import type { Config } from "../../../core/config/schema";
import { InvalidInputError } from "../../../core/errors";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import { shippedCatalogue, startupConfig } from "../startup-config";

function problemsOf(change: (config: Config) => void): string {
  try {
    buildBlueprint(startupConfig(change), shippedCatalogue);
  } catch (error) {
    assert.ok(error instanceof InvalidInputError);
    return error.message;
  }
  return "";
}

describe("what a blueprint refuses", () => {
  const trust = (principal: unknown) => ({
    Version: "2012-10-17" as const,
    Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }],
  });
  const cases: [string, (config: Config) => void, RegExp][] = [
    [
      "a level that does not exist",
      (config) => (config.security.iam_groups.data_scientists!.policy_assignments!.s3 = "level9"),
      /policy_assignments\.s3: s3 has no policy template level9 \(s3 has level1, level2, level3, level4\)/,
    ],
    [
      "a service without templates",
      (config) => (config.security.iam_groups.data_scientists!.policy_assignments!.dynamodb = "level1"),
      /no policy templates for dynamodb/,
    ],
    [
      "a name that every object inherits",
      (config) => config.security.security_profiles["startup-5"]!.enabled_groups.push("constructor"),
      /iam_groups\.constructor/,
    ],
    [
      "a profile that does not exist",
      (config) => (config.tier.security_profile = "startup-6"),
      /tier\.security_profile: there is no profile startup-6/,
    ],
    [
      "a role to assume that does not exist",
      (config) => (config.security.iam_groups.data_scientists!.assumable_roles = ["sagemaker_execution"]),
      /no assumable role sagemaker_execution/,
    ],
    [
      "a mirrored group that does not exist",
      (config) => (config.security.assumable_roles.aml_engineer!.mirrors_group = "nobody"),
      /there is no group nobody/,
    ],
    [
      "a service role that anybody may take",
      (config) => (config.security.service_roles.glue_etl!.trust_policy = trust("*")),
      /trusts services alone/,
    ],
    [
      "a service role that an account may take",
      (config) => (config.security.service_roles.glue_etl!.trust_policy = trust({ AWS: "123456789012" })),
      /trusts services alone/,
    ],
    [
      "a principal that is no service",
      (config) => (config.security.service_roles.glue_etl!.trust_policy = trust({ Service: "*" })),
      /not a service's principal/,
    ],
    [
      "an elevation role without MFA",
      (config) => {
        config.security.assumable_roles.aml_engineer = {
          custom_permissions: { Version: "2012-10-17", Statement: [] },
          require_mfa: false,
        };
      },
      /always asks for MFA/,
    ],
    [
      "a role with two sources of rights",
      (config) => {
        config.security.assumable_roles.aml_engineer!.custom_permissions = {
          Version: "2012-10-17",
          Statement: [{}],
        };
      },
      /either mirrors_group or custom_permissions/,
    ],
    [
      "an unknown placeholder in a document of the config",
      (config) => {
        config.security.service_roles.glue_etl!.trust_policy.Statement[0]!.Condition = {
          StringEquals: { "aws:SourceAccount": "${account}" },
        };
      },
      /unknown placeholder \$\{account\}/,
    ],
    [
      "an ARN of another partition",
      (config) => {
        config.environment.region = "us-gov-west-1";
        config.security.service_roles.glue_etl!.trust_policy.Statement[0]!.Condition = {
          ArnLike: { "aws:SourceArn": "arn:aws:glue:*:*:*" },
        };
      },
      /no partition aws in us-gov-west-1 \(write arn:\$\{AWS::Partition\}:\)/,
    ],
    [
      "a system tag",
      (config) => (config.tags = { company: "x" }),
      /tags\.company: is the same tag as Company/,
    ],
    ["a tag of AWS's own", (config) => (config.tags = { "aws:x": "y" }), /no key of a tag/],
    [
      "a tag value that AWS does not take",
      (config) => (config.tags = { x: "a & b" }),
      /a value that tags don't take/,
    ],
    [
      "a description that IAM does not take",
      (config) => (config.security.service_roles.glue_etl!.description = "ETL — jobs"),
      /glue_etl\.description/,
    ],
    [
      "templates where groups may write",
      (config) =>
        (config.deployment = {
          template_bucket: "techcorp-dev-a001-us-east-1-s3",
          template_prefix: "data/stacks",
        }),
      /deployment\.template_prefix: .*\(write data\/stacks\/templates\)/,
    ],
    [
      "templates at the root of a bucket where groups may write",
      (config) => (config.deployment = { template_bucket: "techcorp-dev-a001-us-east-1-s3" }),
      /deployment\.template_prefix: .*\(write templates\)/,
    ],
    [
      "more attachments than a group can have",
      (config) => {
        config.security.iam_groups.data_scientists!.managed_policies = Array.from(
          { length: 10 },
          (_, index) => `Policy${index}`,
        );
      },
      /group-data-scientists would have 11 managed policies attached, at most 10 .*sagemaker-level2 \d+/,
    ],
    [
      "a name that is too long for IAM",
      (config) => {
        const name = "a".repeat(60);
        config.security.service_roles[name] = config.security.service_roles.glue_etl!;
        config.security.security_profiles["startup-5"]!.enabled_service_roles.push(name);
      },
      /has 83 characters, at most 64/,
    ],
    [
      "a group that may assume more roles than fit",
      (config) => {
        const names = Array.from({ length: 80 }, (_, index) => `role_number_${index}`);
        for (const name of names)
          config.security.assumable_roles[name] = { mirrors_group: "business_consumers" };
        config.security.security_profiles["startup-5"]!.enabled_assumable_roles.push(...names);
        config.security.iam_groups.business_consumers!.assumable_roles = names;
      },
      /inline policies of techcorp-dev-a001-group-business-consumers have \d+ characters together, at most 5120 .*assume-roles \d+/,
    ],
  ];
  for (const [name, change, expected] of cases) {
    it(name, () => assert.match(problemsOf(change), expected));
  }

  it("says once what a group and the role that mirrors it have in common", () => {
    const message = problemsOf((config) => {
      config.security.iam_groups.ml_engineers!.policy_assignments!.s3 = "level9";
    });
    assert.match(message, /1 problem:/);
  });

  it("everything at once", () => {
    const message = problemsOf((config) => {
      config.security.iam_groups.data_scientists!.policy_assignments!.s3 = "level9";
      config.tags = { company: "x" };
    });
    assert.match(message, /2 problems/);
  });

  const allowed: [string, NonNullable<Config["deployment"]>][] = [
    [
      "a templates folder",
      { template_bucket: "techcorp-dev-a001-us-east-1-s3", template_prefix: "solutions/master/templates" },
    ],
    [
      "a folder below it",
      { template_bucket: "techcorp-dev-a001-us-east-1-s3", template_prefix: "templates/sec" },
    ],
    ["a bucket that no group reaches", { template_bucket: "central-deployments", template_prefix: "stacks" }],
  ];
  for (const [name, deployment] of allowed) {
    it(`but not ${name} for the templates`, () =>
      assert.equal(
        problemsOf((config) => (config.deployment = deployment)),
        "",
      ));
  }
});
