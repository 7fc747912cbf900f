import assert from "node:assert/strict";
import fc from "fast-check";
import { matchesArn, matchesWildcard, overlaps } from "../../../core/analysis/wildcard";

/** Slow and plain: what the quick one must agree with. */
function byExpression(pattern: string, text: string): boolean {
  const source = [...pattern]
    .map((char) => (char === "*" ? "[^]*" : char === "?" ? "[^]" : char.replace(/[\\^$.|+()[\]{}]/g, "\\$&")))
    .join("");
  return new RegExp(`^${source}$`).test(text);
}

const letters = (extra: string) => fc.string({ unit: fc.constantFrom(...("ab:/" + extra)), maxLength: 12 });

describe("wildcards of policies", () => {
  it("match as the same pattern written as a regular expression", () => {
    fc.assert(
      fc.property(letters("*?"), letters(""), (pattern, text) => {
        assert.equal(matchesWildcard(pattern, text), byExpression(pattern, text));
      }),
      { numRuns: 2000 },
    );
  });

  it("match a text that was made from the pattern", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(letters(""), fc.constant("*")), { maxLength: 8 }),
        letters(""),
        (parts, filling) => {
          const text = parts.map((part) => (part === "*" ? filling : part)).join("");
          assert.ok(matchesWildcard(parts.join(""), text));
        },
      ),
    );
  });

  it("take a pattern of many stars without going through all ways to match it", () => {
    assert.equal(matchesWildcard("a*".repeat(500) + "b", "a".repeat(20_000)), false);
  });

  it("do not reach over the first five colons of an ARN", () => {
    fc.assert(
      fc.property(letters(""), (name) => {
        const arn = `arn:aws:s3:::${name}`;
        assert.ok(matchesArn("arn:aws:s3:::*", arn));
        assert.ok(matchesArn("*", arn));
        assert.equal(matchesArn("arn:aws:s3*", arn), false);
      }),
    );
  });

  it("overlap where a text matches both, whichever comes first", () => {
    fc.assert(
      fc.property(letters("*?"), letters("*?"), letters(""), (a, b, text) => {
        if (matchesWildcard(a, text) && matchesWildcard(b, text)) assert.ok(overlaps(a, b));
        assert.equal(overlaps(a, b), overlaps(b, a));
      }),
      { numRuns: 2000 },
    );
  });

  const pairs: [string, string, boolean][] = [
    ["a*", "*b", true],
    ["a*c", "ab*", true],
    ["a?c", "ab*d", false],
    ["a*b", "a*c", false],
    ["?*", "", false],
    ["*", "", true],
  ];
  for (const [a, b, expected] of pairs) {
    it(`${a} and ${b} have ${expected ? "a" : "no"} text in common`, () => {
      assert.equal(overlaps(a, b), expected);
    });
  }

  it("cover a pattern whose texts are all their own", () => {
    assert.ok(matchesWildcard("a*", "ab*"));
    assert.ok(!matchesWildcard("a?", "a*"));
    assert.ok(!matchesWildcard("ab*", "a*"));
  });
});
