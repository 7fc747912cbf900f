import assert from "node:assert/strict";
import { templateProblems } from "../../../../core/template/validation/template-problems";
import type { TemplateResource } from "../../../../core/template/cloudformation";
import { resourceSchema } from "../../../../core/template/resource-schemas/type-schema";
import { templateJson } from "../../../../core/template/serialize";
import { ENTERPRISE } from "../ml-configs";
import { rendered, variants } from "../rendered";

/** Where templates are judged for. */
const WHERE = { accountId: "123456789012", region: "us-west-2" };

describe("templates of ML products as CloudFormation's resource schemas see them", () => {
  for (const [name, render] of Object.entries(variants)) {
    it(`${name} has properties, types, references and attributes that exist, and no circle`, () => {
      const { template } = render();
      assert.deepEqual(templateProblems(template, WHERE), []);
    });

    it(`${name} tags everything that takes tags`, () => {
      const { template, blueprint } = render();
      for (const [logicalId, { Type, Properties }] of Object.entries(template.Resources)) {
        if (resourceSchema(Type)!.properties.Tags === undefined) continue;
        const tags = JSON.stringify(Properties.Tags);
        assert.ok(tags?.includes(blueprint.stem), logicalId);
      }
    });
  }

  it("is the same bytes every time, whatever the order of the config's keys", () => {
    const { template } = rendered(ENTERPRISE);
    const reversed = rendered(ENTERPRISE, (config) => {
      const entries = Object.entries(config.ml_product).reverse();
      config.ml_product = Object.fromEntries(entries) as typeof config.ml_product;
    });
    assert.equal(templateJson(reversed.template), templateJson(template));
  });

  const broken: [string, (resource: TemplateResource) => void, RegExp][] = [
    ["a property that does not exist", ({ Properties }) => (Properties.Nmae = "x"), /unknown property Nmae/],
    ["a missing property", ({ Properties }) => delete Properties.Artifacts, /Artifacts is missing/],
    [
      "a wrong type",
      ({ Properties }) => (Properties.TimeoutInMinutes = "long"),
      /TimeoutInMinutes must be a whole number/,
    ],
    ["a list in place of a text", ({ Properties }) => (Properties.Name = ["x"]), /Name must be text/],
    [
      "a reference to nothing",
      ({ Properties }) => (Properties.Name = { Ref: "X" }),
      /there is no parameter or resource X/,
    ],
    [
      "an attribute that does not exist",
      ({ Properties }) => (Properties.ServiceRole = { "Fn::GetAtt": ["RoleModelBuild", "Colour"] }),
      /no attribute Colour/,
    ],
  ];
  for (const [name, breakIt, expected] of broken) {
    it(`the check sees ${name}`, () => {
      const template = structuredClone(rendered(ENTERPRISE).template);
      breakIt(template.Resources.ModelBuildProject!);
      assert.match(templateProblems(template, WHERE).join("\n"), expected);
    });
  }
});
