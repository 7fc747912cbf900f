import assert from "node:assert/strict";
import { parse } from "yaml";
import { loadPulumiConfig } from "../../../core/config/load-pulumi";
import { edited, load, options, positionOf, problems, startup, withFile } from "./support";

/** The same sections as a stack's file. */
function asStack(text: string): string {
  const indented = text.replaceAll(/^(?=.)/gm, "  ").replaceAll(/^ {2}(\w+):/gm, "  tierguard:$1:");
  return `encryptionsalt: v1:abc\nconfig:\n  aws:region: us-west-1\n${indented}`;
}

const values = (text: string): Record<string, unknown> => parse(text) as Record<string, unknown>;

describe("the config of a Pulumi stack", () => {
  it("is the same config as that of a file, from the stack's file and from its values", () => {
    const expected = load(startup);
    assert.deepEqual(load(asStack(startup), "Pulumi.dev.yaml"), expected);
    assert.deepEqual(loadPulumiConfig(values(startup), options), expected);
  });

  it("takes values with their namespace, as JSON text, and leaves other namespaces alone", () => {
    const all = Object.fromEntries(
      Object.entries(values(startup)).map(([key, value]) => [`tierguard:${key}`, JSON.stringify(value)]),
    );
    assert.deepEqual(loadPulumiConfig({ ...all, "aws:region": "x" }, options), load(startup));
  });

  it("places problems in the stack's file, for both ways of loading", () => {
    const text = asStack(edited(startup, "s3: level3", "s3: level9"));
    withFile("Pulumi.dev.yaml", text, (stackFile) => {
      const config = values(text).config as Record<string, unknown>;
      const found = [
        ...problems(() => load(text, "Pulumi.dev.yaml")),
        ...problems(() => loadPulumiConfig(config, { ...options, stackFile })),
      ];
      assert.equal(found.length, 2);
      for (const problem of found) {
        assert.equal(problem.path, "tierguard:security.iam_groups.ml_engineers.policy_assignments.s3");
        assert.deepEqual({ line: problem.line, column: problem.column }, positionOf(text, "level9"));
      }
    });
  });

  it("gives no place where the stack's file says something else, or is not there", () => {
    const wrong = values(edited(startup, "s3: level3", "s3: level9"));
    withFile("Pulumi.dev.yaml", asStack(startup), (stackFile) => {
      for (const file of [stackFile, `${stackFile}.none`, undefined]) {
        const [problem, ...others] = problems(() => loadPulumiConfig(wrong, { ...options, stackFile: file }));
        assert.deepEqual(others, []);
        assert.deepEqual([problem?.file, problem?.line], [undefined, undefined]);
        assert.match(problem?.message ?? "", /s3 has no level9/);
      }
    });
  });

  it("takes a date that Pulumi reads as a time for what was written", () => {
    const version = (text: string) => startup.replace('"2012-10-17"', text);
    withFile("Pulumi.dev.yaml", asStack(version("2012-10-17")), (stackFile) => {
      const config = values(version('"2012-10-17T00:00:00Z"'));
      assert.deepEqual(loadPulumiConfig(config, { ...options, stackFile }), load(startup));
    });
  });

  const cases = [
    {
      name: "an unknown key of ours",
      text: asStack(startup).replace("tierguard:tags", "tierguard:tagz"),
      at: "tierguard:tagz",
      says: /unknown key tagz/,
      hint: /did you mean tags\?/,
    },
    {
      name: "a key without namespace",
      text: asStack(startup).replace("tierguard:tags", "tags"),
      at: "tags:",
      says: /has no namespace/,
      hint: /write tierguard:tags/,
    },
    {
      name: "a secret section",
      text: `${asStack(startup)}  tierguard:deployment:\n    secure: v1:abcdef\n`,
      at: "secure:",
      says: /is encrypted/,
      hint: /without --secret/,
    },
    {
      name: "a secret inside a section",
      text: asStack(startup).replace("cost_center: Engineering", "cost_center:\n      secure: v1:abcdef"),
      at: "secure:",
      says: /is encrypted/,
    },
    { name: "an empty config", text: "config:\n", at: "config:", says: /config has no keys/ },
  ];
  for (const { name, text, at, says, hint } of cases) {
    it(`is told of ${name}`, () => {
      const [problem, ...others] = problems(() => load(text, "Pulumi.dev.yaml"));
      assert.deepEqual(others, []);
      assert.match(problem?.message ?? "", says);
      assert.deepEqual({ line: problem?.line, column: problem?.column }, positionOf(text, at));
      if (hint !== undefined) assert.match(problem?.hint ?? "", hint);
    });
  }

  it("is told that a stack's file without config has none", () => {
    const [problem] = problems(() => load("encryptionsalt: v1:abc\n", "Pulumi.dev.yaml"));
    assert.match(problem?.message ?? "", /has no config: section/);
  });

  it("takes no key from a prototype", () => {
    const hostile = JSON.parse('{"__proto__": {"tier": {}}}') as Record<string, unknown>;
    const found = problems(() => loadPulumiConfig(hostile, options));
    assert.ok(found.some(({ message }) => message.includes("__proto__ can't be used")));
    assert.equal(({} as Record<string, unknown>).tier, undefined);
  });
});
