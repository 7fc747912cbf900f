import assert from "node:assert/strict";
import { assumeDiagram } from "../../../core/reports/assume-diagram";
import { assumptions } from "../../../core/reports/assumptions";
import { shippedConfigNames } from "../shipped-configs";
import { tierSources } from "./tier-blueprint";

describe("the diagram of who may assume what", () => {
  for (const name of shippedConfigNames) {
    it(`of ${name} has each role and each who may assume one once, none over another, and a line for each pair`, () => {
      const { blueprint } = tierSources(name);
      const { nodes, edges, width, height } = assumeDiagram(blueprint);
      const pairs = new Set(assumptions(blueprint).map(({ by, role }) => `${by.id} ${role}`));
      assert.deepEqual(new Set(edges.map(({ from, to }) => `${from} ${to}`)), pairs);
      assert.equal(edges.length, pairs.size);
      const ids = nodes.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      for (const { logicalId } of blueprint.roles) assert.ok(ids.includes(logicalId));
      for (const a of nodes) {
        assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height, a.id);
        for (const b of nodes) {
          const apart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          assert.ok(a === b || apart, `${a.id} lies over ${b.id}`);
        }
      }
    });
  }

  it("is the same for the same config, in whatever order its keys are", () => {
    const reversed = tierSources("enterprise-12", (config) => {
      const { security } = config;
      security.iam_groups = Object.fromEntries(Object.entries(security.iam_groups).reverse());
      for (const profile of Object.values(security.security_profiles)) profile.enabled_groups.reverse();
    });
    assert.deepEqual(
      assumeDiagram(reversed.blueprint),
      assumeDiagram(tierSources("enterprise-12").blueprint),
    );
  });

  it("shows what is asked of people and accounts, and no external id", () => {
    const { nodes } = assumeDiagram(tierSources("enterprise-12").blueprint);
    const note = (title: string) => nodes.find((node) => node.title === title)!.note;
    assert.equal(note("security_admin"), "only with MFA");
    assert.equal(note("deployment_role"), "only with the agreed external id");
    assert.equal(note("glue_etl"), "");
    assert.doesNotMatch(JSON.stringify(nodes), /external-id-12345/);
  });

  it("cuts what a box has no room for, and keeps it whole beside", () => {
    const { blueprint } = tierSources("startup-5");
    const long = "a".repeat(200);
    blueprint.roles[0]!.configName = long;
    const node = assumeDiagram(blueprint).nodes.find(({ title }) => title === long)!;
    assert.ok(node.label.length < 40 && node.label.endsWith("…"), node.label);
  });
});
