import assert from "node:assert/strict";
import { escalationFindings } from "../../../core/analysis/escalation/escalation-findings";
import type { EscalationPath } from "../../../core/analysis/escalation/path";
import { escalationPaths } from "../../../core/analysis/escalation/paths";
import { actionsOf } from "../../../core/analysis/expand-actions";
import type { Finding } from "../../../core/analysis/finding";
import { principalsOf } from "../../../core/analysis/principals";
import { referenceData } from "../../../core/analysis/reference/reference-data";
import { tenantPlace } from "../../../core/analysis/tenant-names";
import type { Config } from "../../../core/config/schema";
import type { Blueprint, Grant, PrincipalBlueprint } from "../../../core/security/blueprint";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import type { Statement } from "../../../core/security/policy-document";
import { shippedConfig, shippedConfigNames } from "../shipped-configs";
import { shippedCatalogue } from "../startup-config";

const data = referenceData();

const BOUNDARY = "arn:aws:iam::123456789012:policy/boundary";

function findingsOf(blueprint: Blueprint): Finding[] {
  return escalationFindings(principalsOf(blueprint, data), { tenant: tenantPlace(blueprint.config), data });
}

/** The startup tier, in which one group or role has these statements too. */
function planted(
  holder: string,
  statements: Statement[],
  change: (config: Config) => void = () => undefined,
): Finding[] {
  return plantedIn(buildBlueprint(shippedConfig("startup-5", change), shippedCatalogue), holder, statements);
}

function plantedIn(blueprint: Blueprint, holder: string, statements: Statement[]): Finding[] {
  const document = { Version: "2012-10-17" as const, Statement: statements };
  const grant: Grant = { name: "planted", source: "planted", document };
  const withPlant = <Principal extends PrincipalBlueprint>(principal: Principal): Principal =>
    principal.configName === holder ? { ...principal, grants: [...principal.grants, grant] } : principal;
  const { groups, roles } = blueprint;
  return findingsOf({ ...blueprint, groups: groups.map(withPlant), roles: roles.map(withPlant) });
}

function allow(Action: string[], Resource: string[], Condition?: Statement["Condition"]): Statement {
  const statement: Statement = { Sid: "Planted", Effect: "Allow", Action, Resource };
  return Condition === undefined ? statement : { ...statement, Condition };
}

/** All that a path needs, on everything. */
function plantOf({ effect, actions }: EscalationPath): Statement[] {
  return [
    allow([...(effect === "pass" ? ["iam:PassRole"] : []), ...actions.map(([first]) => first!)], ["*"]),
  ];
}

const withBoundary = (config: Config): void => {
  config.security.permission_boundary_arn = BOUNDARY;
};

const { company_prefix: prefix, tenant_id: tenant } = shippedConfig("startup-5").client;
const scope = `${prefix}-${shippedConfig("startup-5").environment.env}-${tenant}`;
const { region } = shippedConfig("startup-5").environment;
const account = shippedConfig("startup-5").client.account_id;
const role = (name: string) => `arn:aws:iam::${account}:role/${scope}-role-${name}`;

describe("privilege escalation in the shipped configs", () => {
  for (const name of shippedConfigNames) {
    it(`is possible for nobody in ${name}`, () => {
      assert.deepEqual(findingsOf(buildBlueprint(shippedConfig(name), shippedCatalogue)), []);
    });
    it(`is possible for nobody in ${name} under a boundary`, () => {
      assert.deepEqual(findingsOf(buildBlueprint(shippedConfig(name, withBoundary), shippedCatalogue)), []);
    });
  }

  for (const name of ["ReadOnlyAccess", "SecurityAudit", "job-function/ViewOnlyAccess"]) {
    it(`is not in the document of ${name}`, () => {
      const blueprint = buildBlueprint(
        shippedConfig("startup-5", (config) => {
          config.security.iam_groups.business_consumers!.managed_policies = [name];
        }),
        shippedCatalogue,
      );
      assert.deepEqual(findingsOf(blueprint), []);
    });
  }
});

describe("escalation paths", () => {
  const bounded = buildBlueprint(shippedConfig("startup-5", withBoundary), shippedCatalogue);
  for (const path of escalationPaths) {
    const names = (finding: Finding) => finding.message.includes(`(${path.id}, ${path.source})`);

    it(`${path.id} is found where a group has it`, () => {
      const found = plantedIn(bounded, "data_scientists", plantOf(path)).filter(names);
      assert.ok(found.length > 0);
      for (const { severity, principals, policy, statement } of found) {
        assert.equal(severity, "error");
        assert.ok(principals.includes(`${scope}-group-data-scientists`));
        assert.deepEqual([policy, statement], ["planted", { index: 0, sid: "Planted" }]);
      }
    });

    it(`${path.id} is found where a role has it that the group may assume`, () => {
      const found = plantedIn(bounded, "aml_engineer", plantOf(path)).filter(names);
      assert.ok(found.some(({ principals }) => principals.includes(`${scope}-group-data-scientists`)));
    });
  }

  it("name each another way, with actions that AWS has and a source", () => {
    assert.equal(new Set(escalationPaths.map(({ id }) => id)).size, escalationPaths.length);
    for (const { actions, source } of escalationPaths) {
      assert.match(source, /^https:\/\//);
      for (const action of actions.flat()) assert.equal(actionsOf(action, data).length, 1, action);
    }
  });

  it("are not there where one of the actions is missing", () => {
    for (const { effect, actions } of escalationPaths.filter(({ actions }) => actions.length > 1)) {
      if (effect === "pass") continue;
      assert.deepEqual(
        planted("business_consumers", [allow([actions[0]![0]!], ["*"])]).filter(({ message }) =>
          message.includes(actions[1]![0]!),
        ),
        [],
      );
    }
  });
});

describe("reach", () => {
  const functions = `arn:aws:lambda:${region}:${account}:function:${scope}-*`;
  const consumers = "business_consumers";

  const cases: [name: string, statements: Statement[], expected: RegExp[]][] = [
    [
      "of the code of the tenant's functions is their role",
      [allow(["lambda:UpdateFunctionCode"], [functions])],
      [/gives \S+-group-business-consumers what \S+-role-lambda-ml-pipeline may do, such as /],
    ],
    [
      "of a role that is passed by its name is part of the grant",
      [
        allow(["iam:PassRole"], [role("lambda-ml-pipeline")]),
        allow(["lambda:UpdateFunctionCode"], [functions]),
      ],
      [],
    ],
    [
      "of a pass to a service that the role does not trust is nothing",
      [
        allow(["iam:PassRole"], [role("lambda-ml-pipeline")], {
          StringEquals: { "iam:PassedToService": "glue.amazonaws.com" },
        }),
        allow(["glue:CreateJob"], ["*"]),
      ],
      [],
    ],
    [
      "of a pass to one service is not that of another",
      [
        allow(["iam:PassRole"], ["*"], { StringEquals: { "iam:PassedToService": "glue.amazonaws.com" } }),
        allow(["lambda:CreateFunction"], ["*"]),
      ],
      [/^iam:PassRole on \* gives \S+ whatever \* names, passed to a service$/],
    ],
    [
      "of a role that the config does not define is unknown",
      [
        allow(["iam:PassRole"], [`arn:aws:iam::${account}:role/other`]),
        allow(["lambda:CreateFunction"], ["*"]),
      ],
      [/the role arn:aws:iam::\d+:role\/other \(pass-role-lambda-create/],
    ],
    [
      "of any role that may be assumed is unknown",
      [allow(["sts:AssumeRole"], [`arn:aws:iam::*:role/${scope}-*`])],
      [/^sts:AssumeRole on .* whatever role /],
    ],
    [
      "of one's own user is nobody else's",
      [allow(["iam:CreateAccessKey"], [`arn:aws:iam::${account}:user/\${aws:username}`])],
      [],
    ],
    [
      "of what the action is never about is nothing",
      [allow(["codebuild:StartBuild"], [`arn:aws:codebuild:${region}:${account}:report-group/*`])],
      [],
    ],
    [
      "of what a pattern leaves open is there",
      [
        allow(
          ["codebuild:StartBuild"],
          [
            `arn:aws:codebuild:${region}:${account}:*`,
            `arn:aws:codebuild:${region}:${account}:\${aws:PrincipalTag/kind}`,
            "arn:aws:codebuild*",
          ],
        ),
      ],
      [
        /\d:\* gives \S+ what \S+-codebuild-service may do/,
        /\d:\* gives/,
        /PrincipalTag\/kind\} gives/,
        /arn:aws:codebuild\* gives/,
      ],
    ],
    [
      "of what a Deny forbids is nothing",
      [allow(["iam:CreateAccessKey"], ["*"]), { Effect: "Deny", Action: ["iam:*"], Resource: ["*"] }],
      [],
    ],
    [
      "is there under a Deny with a condition",
      [
        allow(["iam:CreateAccessKey"], ["*"]),
        {
          Effect: "Deny",
          Action: ["iam:*"],
          Resource: ["*"],
          Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } },
        },
      ],
      [/the rights of the users \* \(iam-create-access-key/],
    ],
    [
      "of another group is what its members may do",
      [
        allow(
          ["iam:AddUserToGroup"],
          [`arn:aws:iam::${account}:group/${scope}-group-platform-administrators`],
        ),
      ],
      [/what \S+-group-platform-administrators may do, such as/],
    ],
    [
      "of the own group is nothing new",
      [allow(["iam:AddUserToGroup"], [`arn:aws:iam::${account}:group/${scope}-group-business-consumers`])],
      [],
    ],
    [
      "of the own group's policies is everything",
      [allow(["iam:PutGroupPolicy"], [`arn:aws:iam::${account}:group/${scope}-group-business-consumers`])],
      [/any permission at all/],
    ],
    [
      "of another group's policies alone is nothing",
      [allow(["iam:PutGroupPolicy"], [`arn:aws:iam::${account}:group/${scope}-group-data-scientists`])],
      [],
    ],
  ];
  for (const [name, statements, expected] of cases) {
    it(name, () => {
      const messages = planted(consumers, statements).map(({ message }) => message);
      assert.equal(messages.length, expected.length, messages.join("\n"));
      expected.forEach((pattern, index) => assert.match(messages[index]!, pattern));
    });
  }

  it("goes on from what was reached", () => {
    const chain = planted(
      consumers,
      [allow(["iam:UpdateAssumeRolePolicy"], [role("glue-etl")])],
      (config) => {
        config.security.service_roles.glue_etl!.managed_policies = ["AWSLambda_FullAccess"];
      },
    );
    const step = chain.find(({ message }) => message.includes("role-glue-etl whatever"));
    assert.ok(step?.principals.includes(`${scope}-group-business-consumers`), JSON.stringify(chain, null, 1));
  });

  it("of a role with AdministratorAccess is an escalation, however it is given", () => {
    const findings = planted(consumers, [allow(["iam:PassRole"], [role("glue-etl")])], (config) => {
      config.security.service_roles.glue_etl!.managed_policies = ["AdministratorAccess"];
    });
    assert.ok(
      findings.some(
        ({ principals, message }) =>
          principals.includes(`${scope}-group-business-consumers`) &&
          /everything, as \S+-role-glue-etl/.test(message),
      ),
    );
  });

  for (const name of [
    "PowerUserAccess",
    "AmazonSageMakerFullAccess",
    "IAMFullAccess",
    "AWSCloudFormationFullAccess",
  ]) {
    it(`is found in the document of ${name}`, () => {
      const findings = planted(consumers, [], (config) => {
        config.security.iam_groups.business_consumers!.managed_policies = [name];
      });
      assert.ok(findings.some(({ policy }) => policy === name));
    });
  }

  it("is not proven where an attached policy is not known", () => {
    const findings = planted(consumers, [], (config) => {
      config.security.iam_groups.business_consumers!.managed_policies = ["NoSuchPolicy"];
    });
    assert.deepEqual(
      findings.map(({ rule, policy, severity }) => [rule, policy, severity]),
      [["unknown-policy", "NoSuchPolicy", "error"]],
    );
  });
});
