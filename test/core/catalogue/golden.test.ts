import assert from "node:assert/strict";
import { stringify } from "yaml";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import { policySize } from "../../../core/security/policy-size";
import { assertGolden, goldenFiles } from "../template/golden-file";
import { shippedCatalogue, startupConfig } from "../startup-config";

describe("each policy template as it is rendered for the startup config", () => {
  const fileOf = (service: string, id: string) => `${service}-${id}.yaml`;

  for (const { service, id } of shippedCatalogue.templates) {
    it(`${service} ${id}`, () => {
      const config = startupConfig((draft) => {
        draft.security.iam_groups.operations_support!.policy_assignments = { [service]: id };
      });
      const group = buildBlueprint(config, shippedCatalogue).groups.find(
        ({ configName }) => configName === "operations_support",
      );
      const { document } = group!.grants[0]!;
      const text = stringify({ characters: policySize(document), ...document }, { lineWidth: 0 });
      assertGolden(`catalogue/${fileOf(service, id)}`, text);
    });
  }

  it("has no file of a template that is gone", () => {
    const expected = shippedCatalogue.templates.map(({ service, id }) => fileOf(service, id)).sort();
    assert.deepEqual(goldenFiles("catalogue"), expected);
  });
});
