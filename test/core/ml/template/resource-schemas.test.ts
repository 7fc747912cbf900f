import assert from "node:assert/strict";
import type { Template, TemplateResource } from "../../../../core/template/cloudformation";
import { templateJson } from "../../../../core/template/serialize";
import { ENTERPRISE } from "../ml-configs";
import { rendered, variants } from "../rendered";
import { specViolations, takesTags } from "../resource-spec";

/** Which resources each one needs before it, by reference. */
function dependencies(template: Template): Map<string, string[]> {
  const ids = Object.keys(template.Resources);
  return new Map(
    Object.entries(template.Resources).map(([logicalId, resource]) => {
      const text = JSON.stringify([resource.Properties, resource.DependsOn ?? []]);
      const referred = (id: string) => text.includes(`"${id}"`) || text.includes(`\${${id}}`);
      return [logicalId, ids.filter((id) => id !== logicalId && referred(id))];
    }),
  );
}

function hasCycle(graph: Map<string, string[]>): boolean {
  const done = new Set<string>();
  const visit = (id: string, above: Set<string>): boolean => {
    if (above.has(id)) return true;
    if (done.has(id)) return false;
    const cycle = graph.get(id)!.some((next) => visit(next, new Set([...above, id])));
    done.add(id);
    return cycle;
  };
  return [...graph.keys()].some((id) => visit(id, new Set()));
}

describe("templates of ML products as CloudFormation's resource schemas see them", () => {
  for (const [name, render] of Object.entries(variants)) {
    it(`${name} has properties, types, references and attributes that exist, and no circle`, () => {
      const { template } = render();
      assert.deepEqual(specViolations(template), []);
      assert.equal(hasCycle(dependencies(template)), false);
    });

    it(`${name} tags everything that takes tags`, () => {
      const { template, blueprint } = render();
      for (const [logicalId, { Type, Properties }] of Object.entries(template.Resources)) {
        if (!takesTags(Type)) continue;
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
    ["a property that does not exist", ({ Properties }) => (Properties.Nmae = "x"), /Nmae does not exist/],
    ["a missing property", ({ Properties }) => delete Properties.Artifacts, /Artifacts is missing/],
    ["a wrong type", ({ Properties }) => (Properties.TimeoutInMinutes = "long"), /is no number/],
    ["a list in place of a text", ({ Properties }) => (Properties.Name = ["x"]), /Name is no text/],
    ["a reference to nothing", ({ Properties }) => (Properties.Name = { Ref: "X" }), /refers to X/],
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
      assert.match(specViolations(template).join("\n"), expected);
    });
  }
});
