import assert from "node:assert/strict";
import type { Template } from "../../../../core/template/cloudformation";
import { templateYaml } from "../../../../core/template/serialize";
import { watchedResources } from "../../../../core/template/watched-resources";
import { assertGolden, goldenFiles } from "../../template/golden-file";
import { ENTERPRISE, mlConfigNames, PROFESSIONAL, STARTER } from "../ml-configs";
import { rendered } from "../rendered";

/** Logical id, type and name in AWS of each resource, and every parameter and output. */
function inventoryOf(template: Template): string {
  const where = { accountId: "123456789012", region: "us-west-2" };
  const lines = watchedResources(template, where).map(
    ({ logicalId, type, identifier }) => `${logicalId} ${type} ${identifier}`,
  );
  const parameters = Object.entries(template.Parameters ?? {}).map(
    ([name, { Type, Default }]) => `${name} ${Type} ${Default}`,
  );
  return [
    ...lines,
    "",
    "Parameters",
    ...parameters,
    "",
    "Outputs",
    ...Object.keys(template.Outputs),
    "",
  ].join("\n");
}

describe("templates of ML products", () => {
  for (const name of mlConfigNames) {
    it(`${name} has the resources, names and outputs that were reviewed`, () => {
      assertGolden(`ml/${name}.txt`, inventoryOf(rendered(name).template));
    });
  }

  for (const name of [STARTER, PROFESSIONAL, ENTERPRISE]) {
    it(`${name} is the template that was reviewed`, () => {
      assertGolden(`ml/templates/${name}.yaml`, templateYaml(rendered(name).template));
    });
  }

  it("have no golden file of a config that is gone", () => {
    const expected = [...mlConfigNames.map((name) => `${name}.txt`), "templates"];
    assert.deepEqual(goldenFiles("ml"), expected.sort());
  });
});
