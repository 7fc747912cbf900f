import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { actions } from "../../cli/actions/index";
import { normalisedArguments } from "../../cli/arguments";

describe("the command line's forms", () => {
  const cases: { given: string; becomes: string }[] = [
    { given: "deploy --config f", becomes: "deploy --config f" },
    { given: "--config f deploy", becomes: "deploy --config f" },
    { given: "--config f --action deploy", becomes: "deploy --config f" },
    { given: "--action=deploy --config=f", becomes: "deploy --config=f" },
    { given: "-con f -act deploy", becomes: "deploy --config f" },
    { given: "-act deploy -con=f --json", becomes: "deploy --config=f --json" },
    { given: "--json --output deploy check-drift", becomes: "check-drift --json --output deploy" },
    { given: "--config", becomes: "--config" },
    { given: "--action", becomes: "" },
    { given: "help deploy", becomes: "help deploy" },
    { given: "--help", becomes: "--help" },
    { given: "deploy extra --config f", becomes: "deploy extra --config f" },
    { given: "deploy --action destroy", becomes: "destroy deploy" },
  ];
  for (const { given, becomes } of cases) {
    it(`${given} is ${becomes || "an action without a name"}`, () => {
      assert.equal(normalisedArguments(given.split(" ")).join(" "), becomes);
    });
  }
});

describe("the list of actions", () => {
  it("holds each file of its folder once, under the file's name", () => {
    const files = readdirSync(join(__dirname, "..", "..", "cli", "actions"))
      .filter((file) => file !== "index.ts")
      .map((file) => file.replace(/\.ts$/, ""));
    assert.deepEqual(actions.map(({ id }) => id).sort(), files.sort());
  });

  it("names no option that all actions have", () => {
    for (const { options } of actions) {
      for (const { flags } of options)
        assert.doesNotMatch(flags, /--(config|stack|output|verbose|json|action)\b/);
    }
  });
});
