import assert from "node:assert/strict";
import { whyNoEngine } from "../local/test-environment";

/**
 * `describe` for tests that run the real Pulumi engine. Where there is none they are skipped, and the title says why;
 * with CI=true that is a failure.
 */
export function describeWithEngine(title: string, define: (this: Mocha.Suite) => void): void {
  const reason = whyNoEngine();
  if (reason === undefined) describe(title, define);
  else if (process.env["CI"] === "true")
    describe(title, () => it("has an engine", () => assert.fail(reason)));
  else describe.skip(`${title} (skipped: ${reason})`, define);
}
