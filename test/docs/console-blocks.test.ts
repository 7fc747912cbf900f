import assert from "node:assert/strict";
import { firstMissing, shownCommands } from "./console-blocks";

const page = [
  "text",
  "```console",
  "$ a \\",
  "  b",
  "one",
  "…",
  "three",
  "$ c",
  "```",
  "```sh",
  "$ d",
  "```",
];

describe("what a page shows of commands", () => {
  it("is in its console blocks", () => {
    assert.deepEqual(shownCommands(page.join("\n")), [
      { command: "a \\\n  b", output: ["one", "…", "three"], line: 3 },
      { command: "c", output: [], line: 8 },
    ]);
  });

  const cases: { name: string; shown: string[]; said: string; missing?: string | RegExp }[] = [
    { name: "is the same", shown: ["one", "two"], said: "one\ntwo\n" },
    { name: "leaves lines out in the middle", shown: ["one", "…", "four"], said: "one\ntwo\nthree\nfour" },
    { name: "leaves lines out at the end", shown: ["one", "…"], said: "one\ntwo" },
    { name: "has another time", shown: ["log 20260101_000000_000"], said: "log 20261125_041322_123" },
    { name: "has another duration", shown: ["done in 3 s"], said: "done in 12 s" },
    { name: "shows that nothing is said", shown: [], said: "\n" },
    { name: "says another word", shown: ["one", "two"], said: "one\nthree", missing: "two" },
    { name: "says it in another order", shown: ["…", "two", "…", "one"], said: "one\ntwo", missing: "one" },
    { name: "leaves out without saying so", shown: ["one"], said: "one\ntwo", missing: /goes on/ },
    { name: "shows more than there is", shown: ["one", "two"], said: "one", missing: "two" },
    { name: "shows nothing of an output", shown: [], said: "one", missing: /goes on/ },
  ];
  for (const { name, shown, said, missing } of cases) {
    it(`is judged where it ${name}`, () => {
      const found = firstMissing({ command: "", output: shown, line: 1 }, said);
      if (missing instanceof RegExp) assert.match(found ?? "", missing);
      else assert.equal(found, missing);
    });
  }
});
