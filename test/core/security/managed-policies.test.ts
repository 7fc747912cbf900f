import assert from "node:assert/strict";
import fc from "fast-check";
import type { Catalogue } from "../../../core/catalogue/load";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import type { Statement } from "../../../core/security/policy-document";
import { policySize } from "../../../core/security/policy-size";
import { shippedCatalogue, startupConfig } from "../startup-config";

/** The shipped catalogue with other statements in s3 level2. */
function catalogueWith(statements: Statement[]): Catalogue {
  return {
    ...shippedCatalogue,
    find: (service, id) => {
      const template = shippedCatalogue.find(service, id);
      return service === "s3" && id === "level2"
        ? { ...template!, document: { Version: "2012-10-17", Statement: statements } }
        : template;
    },
  };
}

function statement(Sid: string, resources: number): Statement {
  const Resource = Array.from(
    { length: resources },
    (_, index) => `arn:\${AWS::Partition}:s3:::bucket-number-${index}`,
  );
  return { Sid, Effect: "Allow", Action: ["s3:GetObject"], Resource };
}

describe("managed policies", () => {
  it("are one for each service and level that a role uses, attached by all of them", () => {
    const { policies, roles } = buildBlueprint(startupConfig(), shippedCatalogue);
    assert.equal(new Set(policies.map(({ name }) => name)).size, policies.length);
    const s3 = policies.filter(({ logicalId }) => logicalId.startsWith("PolicyS3"));
    assert.deepEqual(
      s3.map(({ logicalId, name }) => [logicalId, name]),
      [["PolicyS3Level2", "techcorp-dev-a001-policy-s3-level2-project-buckets-only"]],
    );
    assert.ok(roles.every(({ attachedPolicies }) => attachedPolicies.includes("PolicyS3Level2")));
  });

  it("say whether a role uses them or a group overflowed", () => {
    const { policies } = buildBlueprint(startupConfig(), shippedCatalogue);
    const overflow = policies.filter(({ reason }) => reason === "overflow").map(({ logicalId }) => logicalId);
    assert.deepEqual(overflow, ["PolicySagemakerLevel2"]);
  });

  it("are split by statements where one document is too large", () => {
    const statements = [statement("First", 80), statement("Second", 80), statement("Third", 80)];
    const { policies, roles } = buildBlueprint(startupConfig(), catalogueWith(statements));
    const parts = policies.filter(({ logicalId }) => logicalId.startsWith("PolicyS3"));
    assert.deepEqual(
      parts.map(({ logicalId, name }) => [logicalId, name]),
      [
        ["PolicyS3Level2", "techcorp-dev-a001-policy-s3-level2-project-buckets-only"],
        ["PolicyS3Level2Part2", "techcorp-dev-a001-policy-s3-level2-project-buckets-only-part-2"],
        ["PolicyS3Level2Part3", "techcorp-dev-a001-policy-s3-level2-project-buckets-only-part-3"],
      ],
    );
    assert.deepEqual(
      parts.flatMap(({ document }) => document.Statement),
      statements,
    );
    const glue = roles.find(({ configName }) => configName === "glue_etl")!;
    for (const { logicalId } of parts) assert.ok(glue.attachedPolicies.includes(logicalId));
  });

  it("are refused where one statement is too large by itself, with its size and what to do", () => {
    assert.throws(
      () => buildBlueprint(startupConfig(), catalogueWith([statement("Everything", 200)])),
      /s3-level2-project-buckets-only has \d+ characters, a managed policy at most 6144 \(Everything \d+\) \(split this statement/,
    );
  });

  it("hold, with the inline ones, exactly what was assigned, whatever that is, within IAM's limits", () => {
    const level = (service: string) =>
      fc.option(fc.constantFrom(...shippedCatalogue.index[service]!), { nil: undefined });
    const assignments = fc
      .record(
        Object.fromEntries(Object.keys(shippedCatalogue.index).map((service) => [service, level(service)])),
      )
      .map((levels) =>
        Object.fromEntries(
          Object.entries(levels).filter((entry): entry is [string, string] => entry[1] !== undefined),
        ),
      );
    fc.assert(
      fc.property(assignments, (policy_assignments) => {
        const config = startupConfig((draft) => {
          draft.security.iam_groups.ml_engineers = { policy_assignments };
        });
        const { groups, roles, policies } = buildBlueprint(config, shippedCatalogue);
        for (const principal of [
          groups.find(({ configName }) => configName === "ml_engineers")!,
          roles[0]!,
        ]) {
          const attached = policies.filter(({ logicalId }) => principal.attachedPolicies.includes(logicalId));
          const carried = [...attached, ...principal.inlinePolicies].flatMap(
            ({ document }) => document.Statement,
          );
          const assigned = principal.grants.flatMap(({ document }) => document.Statement);
          const sorted = (statements: Statement[]) => statements.map((item) => JSON.stringify(item)).sort();
          assert.deepEqual(sorted(carried), sorted(assigned));
          assert.equal(principal.grants.length, Object.keys(policy_assignments).length);
          assert.ok(
            principal.inlinePolicies.reduce((sum, { document }) => sum + policySize(document), 0) <= 5120,
          );
          assert.ok(attached.length <= 10);
        }
        for (const { document } of policies) assert.ok(policySize(document) <= 6144);
      }),
      { numRuns: 40 },
    );
  });
});
