import assert from "node:assert/strict";
import { approveWider } from "../../../cli/deployment/approve-wider";
import type { Question } from "../../../cli/terminal-question";
import { compareStacks } from "../../../core/changes/compare-stacks";
import { ExitCode, TierguardError } from "../../../core/errors";
import { allow, group, inline } from "../../core/changes/stack-of";

const narrow = [group("g", inline({ p: [allow("s3:Get*")] }))];
const wide = [group("g", inline({ p: [allow("s3:*")] }))];
const widening = compareStacks(narrow, wide);
const narrowing = compareStacks(wide, narrow);

const answers =
  (answer: boolean): Question =>
  () =>
    Promise.resolve(answer);

interface Case {
  name: string;
  wanted?: boolean;
  changes?: typeof widening;
  approved?: boolean;
  ask?: Question;
  /** What the refusal says; undefined where the deployment goes on. */
  refused?: RegExp;
}

const cases: Case[] = [
  { name: "a config that wants no approval", wanted: false },
  { name: "a change that widens nothing", changes: narrowing },
  { name: "--approve-wider", approved: true },
  { name: "a yes at the terminal", ask: answers(true) },
  { name: "a no at the terminal", ask: answers(false), refused: /^1 change lets .*Nothing was written\.$/ },
  {
    name: "nobody to ask",
    refused: /^1 change lets [^\n]*Nothing was written\.\n {2}! group g may now\n +s3:\*\n +on +\*\n/,
  },
];

describe("approveWider", () => {
  for (const { name, wanted = true, changes = widening, approved = false, ask, refused } of cases) {
    it(`${refused === undefined ? "goes on with" : "refuses with"} ${name}`, async () => {
      const shown: string[] = [];
      const going = approveWider({
        config: { deployment: { approve_wider: wanted } },
        changes,
        approved,
        ask,
        show: (line) => shown.push(line),
        signal: new AbortController().signal,
      });
      if (refused === undefined) await going;
      else
        await assert.rejects(going, (error: unknown) => {
          assert.ok(error instanceof TierguardError);
          assert.deepEqual([error.exitCode, error.code], [ExitCode.Refused, "wider-not-approved"]);
          assert.match(error.message, refused);
          assert.match(error.hint!, /--approve-wider/);
          return true;
        });
      // Whoever is asked sees what about.
      assert.equal(
        shown.some((line) => line.includes("s3:*")),
        ask !== undefined,
      );
    });
  }
});
