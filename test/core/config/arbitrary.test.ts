import assert from "node:assert/strict";
import fc from "fast-check";
import { stringify } from "yaml";
import { loadPulumiConfig } from "../../../core/config/load-pulumi";
import { load, options, problems, startup } from "./support";

const before = Object.getOwnPropertyNames(Object.prototype).sort();

function unpolluted(): void {
  assert.deepEqual(Object.getOwnPropertyNames(Object.prototype).sort(), before);
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
}

const section = fc.constantFrom(
  ...["tier", "client", "environment", "deployment", "security", "security_overrides", "tags", "config"],
  ...["iam_groups", "assumable_roles", "security_profiles", "custom_permissions", "Statement"],
  ...["__proto__", "constructor", "prototype", "toString", "<<"],
);

/** JSON whose keys are often those of a config, or those that do harm. */
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(fc.string({ unit: "binary" }), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(section, fc.string()), tie("value")), { maxLength: 6 })
      .map((entries) => Object.fromEntries(entries) as unknown),
  ),
})).value;

const document = fc
  .array(fc.tuple(section, value), { maxLength: 6 })
  .map((entries) => Object.fromEntries(entries));

describe("arbitrary input", () => {
  it("as YAML gives problems and nothing else", () => {
    fc.assert(
      fc.property(document, (content) => {
        assert.notEqual(problems(() => load(stringify(content))).length, 0);
        unpolluted();
      }),
      { numRuns: 150 },
    );
  });

  it("as a stack's values gives problems and nothing else", () => {
    fc.assert(
      fc.property(document, (content) => {
        assert.notEqual(problems(() => loadPulumiConfig(content, options)).length, 0);
        unpolluted();
      }),
      { numRuns: 150 },
    );
  });

  it("as text or bytes gives problems and nothing else", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^[-:{}[\]&*!|> a\n"']*$/),
    );
    fc.assert(
      fc.property(text, (content) => {
        assert.notEqual(problems(() => load(content)).length, 0);
        unpolluted();
      }),
      { numRuns: 200 },
    );
  });

  it("in place of any one line of a config gives a config or problems that have places", () => {
    const lines = startup.split("\n");
    const line = fc.oneof(fc.string(), fc.stringMatching(/^ {0,6}[a-z_]{1,8}: [a-z0-9{}[\]]{0,6}$/));
    fc.assert(
      fc.property(fc.nat(lines.length - 1), line, (index, replaced) => {
        const text = lines.with(index, replaced).join("\n");
        for (const problem of problems(() => load(text))) {
          assert.ok((problem.line ?? 0) >= 1 && (problem.column ?? 0) >= 1, JSON.stringify(problem));
          assert.notEqual(problem.message, "");
        }
      }),
      { numRuns: 150 },
    );
  });
});
