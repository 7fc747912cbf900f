import assert from "node:assert/strict";
import { splitArguments } from "../../../local/language-host/runtime-options";
import { runResult } from "../../../local/language-host/run-program";

describe("the nodeargs of a Pulumi.yaml", () => {
  const cases: [string, string[]][] = [
    ["", []],
    ["-r tsx/cjs", ["-r", "tsx/cjs"]],
    ["  --a   --b ", ["--a", "--b"]],
    [`--title="two words" 'three more words'`, ["--title=two words", "three more words"]],
    [`--path=a\\ b`, ["--path=a b"]],
    [`"say \\"hi\\""`, [`say "hi"`]],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(splitArguments(text), expected));
  }
});

describe("what the engine is told of a program's end", () => {
  it("nothing, where it succeeded", () => {
    const result = runResult({ code: 0, signal: null });
    assert.deepEqual([result.getError(), result.getBail()], ["", false]);
  });
  it("to stop without a word, where the program has said why", () => {
    const result = runResult({ code: 32, signal: null });
    assert.deepEqual([result.getError(), result.getBail()], ["", true]);
  });
  it("its exit code", () => assert.match(runResult({ code: 3, signal: null }).getError(), /code: 3$/));
  it("the signal that ended it", () =>
    assert.match(runResult({ code: null, signal: "SIGKILL" }).getError(), /SIGKILL/));
});
