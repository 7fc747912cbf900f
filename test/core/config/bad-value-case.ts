import assert from "node:assert/strict";
import { edited, load, positionOf, problems, startup } from "./support";

/** One wrong value, and what is said of it. */
export interface BadValue {
  name: string;
  /** One edit of the valid config. */
  from: string;
  to: string;
  /** Where the problem lies, as text that is there once; its path, and what its message and hint say. */
  at: string;
  path: string;
  says: RegExp;
  hint?: RegExp;
  /** Problems that follow from it elsewhere; none unless said. */
  following?: number;
}

/** Declares a test for each case. */
export function itTells(cases: readonly BadValue[]): void {
  for (const { name, from, to, at, path, says, hint, following = 0 } of cases) {
    it(`says of ${name} where it is and what is right`, () => {
      const text = edited(startup, from, to);
      const found = problems(() => load(text));
      const said = found.find((problem) => problem.path === path && says.test(problem.message));
      assert.ok(said, JSON.stringify(found, undefined, 2));
      assert.deepEqual({ line: said.line, column: said.column }, positionOf(text, at));
      assert.equal(found.length, 1 + following, JSON.stringify(found, undefined, 2));
      assert.match(said.file ?? "", /config\.yaml$/);
      if (hint !== undefined) assert.match(said.hint ?? "", hint);
    });
  }
}
