import assert from "node:assert/strict";
import { environmentView } from "../../../core/reports/environment-view";
import { shippedConfigNames } from "../shipped-configs";
import { tierSources } from "./tier-blueprint";

describe("the view of an environment", () => {
  for (const name of shippedConfigNames) {
    describe(name, () => {
      const sources = tierSources(name);
      const { groups, roles, policies } = sources.blueprint;
      const view = environmentView(sources);

      it("has every group, role and policy, and every statement of each in a sentence", () => {
        const counts = (items: readonly { grants: { document?: unknown; statements?: unknown[] }[] }[]) =>
          items.map(({ grants }) =>
            grants.map(
              (grant) =>
                grant.statements?.length ?? (grant.document as { Statement: unknown[] }).Statement.length,
            ),
          );
        assert.deepEqual(
          [view.groups, view.roles, view.policies].map((items) => items.map((item) => item.name)),
          [groups, roles, policies].map((items) => items.map((item) => item.name)),
        );
        assert.deepEqual(counts(view.groups), counts(groups));
        assert.deepEqual(counts(view.roles), counts(roles));
        assert.deepEqual(
          view.policies.map(({ statements }) => statements.length),
          policies.map(({ document }) => document.Statement.length),
        );
      });

      it("says of each statement what it may do, in whole words", () => {
        const said = [...view.groups, ...view.roles].flatMap(({ grants }) =>
          grants.flatMap(({ statements }) => statements),
        );
        for (const { effect, sentence, sid } of said) {
          assert.match(sentence, effect === "Deny" ? /^Never [a-z]/ : /^(?!Never|Use )[A-Z][a-z]+[ ,]/, sid);
          assert.doesNotMatch(sentence, /undefined|\$\{AWS|:arn:|NaN| {2}/, sid);
        }
      });

      it("leads from each grant of a managed policy to the policies that hold it, and back", () => {
        const ids = new Set(policies.map(({ logicalId }) => logicalId));
        const led = new Set<string>();
        for (const principal of [...view.groups, ...view.roles]) {
          for (const { policies: holding } of principal.grants) {
            for (const { id } of holding) {
              led.add(id);
              assert.ok(ids.has(id), id);
              const back = view.policies.find((policy) => policy.id === id)!.attachedTo;
              assert.ok(
                back.some((reference) => reference.id === principal.id),
                `${id} ${principal.id}`,
              );
            }
          }
        }
        assert.deepEqual([...led].sort(), [...ids].sort());
      });
    });
  }

  it("says who may assume a role, for how long and within which boundary", () => {
    const boundary = "arn:aws:iam::123456789012:policy/edge-boundary";
    const view = environmentView(
      tierSources("enterprise-12", (config) => {
        config.security.permission_boundary_arn = boundary;
      }),
    );
    const role = (name: string) => view.roles.find(({ configName }) => configName === name)!;
    assert.deepEqual(role("adata_scientist").trust, [
      "Members of data_engineers and ml_engineers may assume it",
    ]);
    assert.deepEqual(role("model_approver").trust, ["Members of ai_governance may assume it; only with MFA"]);
    assert.deepEqual(role("sagemaker_execution").trust, [
      "SageMaker may assume it; only on behalf of account 123456789012",
    ]);
    assert.deepEqual(role("deployment_role").trust, [
      "Account 210987654321 may assume it; only with the agreed external id",
    ]);
    assert.equal(role("aml_engineer").session, "4 hours");
    assert.equal(role("model_approver").session, "1 hour");
    assert.ok(view.roles.every(({ permissionsBoundary }) => permissionsBoundary === boundary));
  });

  it("says that the account may assume a role that no group names", () => {
    const view = environmentView(
      tierSources("startup-5", (config) => {
        for (const group of Object.values(config.security.iam_groups)) delete group.assumable_roles;
      }),
    );
    const { trust } = view.roles.find(({ configName }) => configName === "aml_engineer")!;
    assert.deepEqual(trust, ["This account may assume it"]);
  });
});
