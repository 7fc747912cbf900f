import assert from "node:assert/strict";
import { edited, load, positionOf, problems, startup, withoutSecurity } from "./support";

const overridden = (overrides: string): string => `${withoutSecurity}security_overrides:\n${overrides}`;

describe("a config without security", () => {
  it("has the tier's master definitions", () => {
    const config = load(withoutSecurity);
    assert.deepEqual(config.security, load(startup).security);
    assert.equal("security_overrides" in config, false);
  });

  it("is frozen all the way down", () => {
    const config = load(withoutSecurity);
    assert.ok(Object.isFrozen(config.security.iam_groups.data_scientists?.policy_assignments));
  });

  it("takes overrides by name and field, the rest stays", () => {
    const { security } = load(
      overridden(
        "  iam_groups:\n    data_scientists:\n      policy_assignments: { s3: level4, ecr: null }\n" +
          "      managed_policies: []\n    qa_testing:\n      policy_assignments: { s3: level1 }\n",
      ),
    );
    assert.deepEqual(security.iam_groups.data_scientists, {
      description: "Develops models",
      managed_policies: [],
      policy_assignments: { s3: "level4" },
      assumable_roles: ["aml_engineer"],
    });
    assert.deepEqual(security.iam_groups.qa_testing, { policy_assignments: { s3: "level1" } });
    assert.ok(security.iam_groups.ml_engineers);
  });

  it("loses what null removes, and every mention of it in the master definitions", () => {
    const { security } = load(overridden("  assumable_roles:\n    aml_engineer: null\n"));
    assert.deepEqual(security.assumable_roles, {});
    assert.deepEqual(security.iam_groups.data_scientists?.assumable_roles, []);
    assert.deepEqual(security.security_profiles["startup-5"]?.enabled_assumable_roles, []);
  });

  it("replaces policy documents whole", () => {
    const statement = "{ Effect: Allow, Principal: { Service: glue.amazonaws.com }, Action: sts:AssumeRole }";
    const { security } = load(
      overridden(
        `  service_roles:\n    sagemaker_execution:\n      trust_policy: { Version: "2012-10-17", Statement: [${statement}] }\n`,
      ),
    );
    assert.equal(security.service_roles.sagemaker_execution?.trust_policy.Statement.length, 1);
  });

  const cases = [
    {
      name: "a level that does not exist, in the user's file",
      overrides: "  iam_groups:\n    ml_engineers:\n      policy_assignments: { s3: level9 }\n",
      at: "level9",
      path: "security_overrides.iam_groups.ml_engineers.policy_assignments.s3",
      says: /s3 has no level9/,
    },
    {
      name: "what a new definition lacks",
      overrides: "  service_roles:\n    new_role:\n      description: New\n",
      at: "new_role",
      path: "security_overrides.service_roles.new_role.trust_policy",
      says: /trust_policy is missing/,
    },
    {
      name: "the removal of what is not there",
      overrides: "  iam_groups:\n    ml_enginers: null\n",
      at: "ml_enginers",
      path: "security_overrides.iam_groups.ml_enginers",
      says: /no ml_enginers to remove/,
    },
    {
      name: "two sources of a role's permissions, one of them the master's",
      overrides:
        '  assumable_roles:\n    aml_engineer:\n      custom_permissions:\n        Version: "2012-10-17"\n' +
        '        Statement: [{ Effect: Allow, Action: "s3:ListBucket", Resource: "*" }]\n',
      at: "custom_permissions",
      path: "security_overrides.assumable_roles.aml_engineer.custom_permissions",
      says: /both mirrors_group and custom_permissions/,
    },
    {
      name: "a mirrored group that the overrides remove",
      overrides: "  iam_groups:\n    ml_engineers: null\n",
      master: true,
      at: "ml_engineers\n      max_session",
      path: "security.assumable_roles.aml_engineer.mirrors_group",
      says: /no group ml_engineers/,
    },
    {
      name: "more service roles than the tier allows",
      overrides:
        ["a", "b", "c", "d"].reduce(
          (text, name) => `${text}    ${name}:\n      trust_policy: *trust\n`,
          '  service_roles:\n    sagemaker_execution:\n      trust_policy: &trust\n        Version: "2012-10-17"\n' +
            "        Statement: [{ Effect: Allow, Principal: { Service: glue.amazonaws.com }, Action: sts:AssumeRole }]\n",
        ) +
        "  security_profiles:\n    startup-5:\n      enabled_service_roles: [sagemaker_execution, a, b, c, d]\n",
      at: "d]",
      path: "security_overrides.security_profiles.startup-5.enabled_service_roles[4]",
      says: /5 service roles are enabled, the startup tier allows 4/,
      hint: /the medium tier allows 5/,
    },
    {
      name: "a cross-account role, which the startup tier does not have",
      overrides:
        '  cross_account_roles:\n    deploy:\n      trusted_accounts: ["210987654321"]\n      external_id: abc-1\n' +
        "  security_profiles:\n    startup-5:\n      enabled_cross_account_roles: [deploy]\n",
      at: "deploy]",
      path: "security_overrides.security_profiles.startup-5.enabled_cross_account_roles[0]",
      says: /1 cross-account roles? (is|are) enabled, the startup tier allows 0/,
      hint: /the medium tier allows 1/,
    },
  ];

  for (const { name, overrides, at, path, says, hint, master } of cases) {
    it(`is told of ${name}`, () => {
      const text = overridden(overrides);
      const found = problems(() => load(text));
      assert.equal(found.length, 1, JSON.stringify(found));
      const [problem] = found;
      assert.equal(problem?.path, path);
      assert.match(problem.message, says);
      assert.deepEqual(
        { line: problem.line, column: problem.column },
        positionOf(master === true ? startup : text, at),
      );
      assert.match(problem.file ?? "", master === true ? /master\/startup-5\.yaml$/ : /config\.yaml$/);
      if (hint !== undefined) assert.match(problem.hint ?? "", hint);
    });
  }

  it("is told which profiles have master definitions", () => {
    const text = edited(withoutSecurity, "security_profile: startup-5", "security_profile: startup-4");
    const [problem, ...others] = problems(() => load(text));
    assert.deepEqual(others, []);
    assert.equal(problem?.path, "tier.security_profile");
    assert.match(problem.hint ?? "", /did you mean startup-5\?/);
  });

  it("never looks for master definitions outside their folder", () => {
    const text = edited(withoutSecurity, "security_profile: startup-5", 'security_profile: "../startup"');
    const [problem] = problems(() => load(text));
    assert.match(problem!.message, /is not a security profile/);
  });
});
