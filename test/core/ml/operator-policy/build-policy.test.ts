import assert from "node:assert/strict";
import { buildMlOperatorPolicies, mlOperatorRole } from "../../../../core/ml/operator-policy/build-policy";
import { type Variant, VARIANTS } from "../../../../core/operator-policy/variants";
import type { Statement } from "../../../../core/security/policy-document";
import { policySize } from "../../../../core/security/policy-size";
import { findings } from "../../catalogue/service-authorization";
import { ENTERPRISE, STARTER } from "../ml-configs";
import { rendered, variants as products } from "../rendered";

const variants = Object.keys(VARIANTS) as Variant[];
const MFA = { "aws:MultiFactorAuthPresent": "true" };

function statementsOf(name: string, variant: Variant): Statement[] {
  return buildMlOperatorPolicies(rendered(name).blueprint, variant).flatMap(({ Statement }) => Statement);
}

const actionsOf = (statements: readonly Statement[]) => statements.flatMap(({ Action }) => Action);

/** Every action knows this key (IAM User Guide, global condition keys), so that the reference lists it at none. */
function withoutMfa(statement: Statement): Statement {
  const Condition = { ...statement.Condition };
  delete Condition.Bool;
  return { ...statement, Condition };
}

const writes =
  /:(Create|Put|Enable|Disable|Delete|Update|Attach|Detach|Tag|Untag|Add|Remove|Schedule|Modify|Authorize|Revoke|Set)/;

describe("the policies of an ML product's operator", () => {
  for (const [name, render] of Object.entries(products)) {
    it(`of ${name} are what AWS's reference takes, each small enough for IAM`, () => {
      const { blueprint } = render();
      for (const variant of variants) {
        const documents = buildMlOperatorPolicies(blueprint, variant);
        for (const document of documents) assert.ok(policySize(document) <= 6144);
        assert.ok(documents.length <= 10, "a role has ten policies at most");
        const statements = documents.flatMap(({ Statement }) => Statement);
        assert.deepEqual(statements.map(withoutMfa).flatMap(findings), [], variant);
        const sids = statements.map(({ Sid }) => Sid);
        assert.equal(new Set(sids).size, sids.length);
      }
    });
  }

  it("reach only what bears the product's name, or its tag where AWS makes the name", () => {
    for (const name of [STARTER, ENTERPRISE]) {
      const { blueprint } = rendered(name);
      for (const statement of statementsOf(name, "dev")) {
        const { Resource = [], Condition = {}, Sid } = statement;
        const { template_bucket: templates } = blueprint.config.deployment ?? {};
        const open = Resource.filter(
          (resource) => !resource.includes(blueprint.stem) && resource !== `arn:aws:s3:::${templates}`,
        );
        const tagged = JSON.stringify(Condition).includes(`Tag/Stem":"${blueprint.stem}"`);
        const allowed = [
          "AccountRead",
          "CloudControl",
          "OwnRights",
          "LookupRead",
          "KeyList",
          "KeyRolesRead",
          "KeyUsersRead",
          "LogsList",
          "NetworkRead",
          "RuntimeList",
          "SourceRead",
          "VpcRead",
          "EndpointPlacement",
          "GroupPlacement",
        ];
        assert.ok(open.length === 0 || tagged || allowed.includes(Sid!), `${Sid}: ${open.join(", ")}`);
      }
    }
  });

  it("look for the key's administrators by their ARNs, for none where there is no key", () => {
    const [role, user] = ["role/keys/a", "user/b"].map((name) => `arn:aws:iam::123456789012:${name}`);
    const { blueprint } = rendered(ENTERPRISE, ({ ml_product: product }) => {
      product.key_administrators = [role!, user!];
    });
    const found = buildMlOperatorPolicies(blueprint, "read-only")
      .flatMap(({ Statement }) => Statement)
      .filter(({ Sid }) => /^Key(Roles|Users)Read$/.test(Sid ?? ""));
    assert.deepEqual(
      found.map(({ Action, Resource }) => [Action, Resource]),
      [
        [["iam:GetRole"], [role]],
        [["iam:GetUser"], [user]],
      ],
    );
    assert.ok(statementsOf(STARTER, "dev").every(({ Sid }) => !/^Key/.test(Sid ?? "")));
  });

  it("do not reach the sibling of a product whose name begins alike", () => {
    const { blueprint } = rendered(STARTER);
    const sibling = blueprint.stem.replace(/-ml$/, "-realtime-ml");
    for (const { Resource = [] } of statementsOf(STARTER, "dev")) {
      for (const pattern of Resource.filter((resource) => resource !== "*")) {
        assert.ok(!pattern.includes(sibling));
        assert.ok(!pattern.includes(`${blueprint.stem.replace(/-ml$/, "")}-*`), pattern);
      }
    }
  });

  it("change metric filters alone of the account's log group, where its trail is used", () => {
    const { blueprint } = products["the account's trail"]!();
    const onGroup = buildMlOperatorPolicies(blueprint, "dev")
      .flatMap(({ Statement }) => Statement)
      .filter(({ Resource = [] }) => [Resource].flat().some((arn) => arn.includes("aws-cloudtrail-logs")));
    assert.deepEqual(onGroup.flatMap(({ Action }) => Action).sort(), [
      "logs:DeleteMetricFilter",
      "logs:DescribeMetricFilters",
      "logs:PutMetricFilter",
    ]);
  });

  it("ask for MFA in prod wherever something is written, and nowhere else", () => {
    for (const statement of statementsOf(ENTERPRISE, "prod")) {
      const { Sid, Action, Condition } = statement;
      const writing = Action.some((action) => writes.test(action) || action === "iam:PassRole");
      assert.equal(Condition?.Bool !== undefined, writing, Sid);
      if (writing) assert.deepEqual(Condition?.Bool, MFA);
    }
    assert.ok(!JSON.stringify(statementsOf(ENTERPRISE, "dev")).includes("MultiFactorAuth"));
  });

  it("leave deleting a stack to others in staging, and write nothing where one only reads", () => {
    assert.ok(actionsOf(statementsOf(ENTERPRISE, "dev")).includes("cloudformation:DeleteStack"));
    assert.ok(!actionsOf(statementsOf(ENTERPRISE, "staging")).includes("cloudformation:DeleteStack"));
    const reading = actionsOf(statementsOf(ENTERPRISE, "read-only"));
    assert.deepEqual(
      reading.filter((action) => writes.test(action)),
      [],
    );
  });

  it("pass roles to the services that the product's resources run with, and to no other", () => {
    const passing = statementsOf(ENTERPRISE, "dev").filter(({ Action }) => Action.includes("iam:PassRole"));
    assert.equal(passing.length, 1);
    const services = passing[0]!.Condition?.StringEquals?.["iam:PassedToService"];
    assert.deepEqual(services, [
      "cloudtrail.amazonaws.com",
      "codebuild.amazonaws.com",
      "codepipeline.amazonaws.com",
      "events.amazonaws.com",
    ]);
  });

  it("create roles under the boundary alone where the product has one", () => {
    const { blueprint } = rendered(ENTERPRISE);
    const creating = statementsOf(ENTERPRISE, "dev").find(({ Action }) => Action.includes("iam:CreateRole"))!;
    const boundary = String(creating.Condition?.StringEquals?.["iam:PermissionsBoundary"]);
    assert.ok(boundary.endsWith(`:policy/${blueprint.boundary!.name}`), boundary);
    assert.ok(!actionsOf(statementsOf(ENTERPRISE, "dev")).includes("iam:DeleteRolePermissionsBoundary"));
  });

  it("have a role of their own name", () => {
    assert.deepEqual(variants.map(mlOperatorRole), [
      "ml-provisioner-dev-role",
      "ml-provisioner-staging-role",
      "ml-provisioner-prod-role",
      "ml-provisioner-read-only-role",
    ]);
  });
});
