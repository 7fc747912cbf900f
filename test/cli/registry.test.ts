import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { actions } from "../../cli/actions/index";
import { completionScript, SHELLS } from "../../cli/completion";
import { findAction } from "../../cli/find-action";
import { ACTIONS_PAGE, formattedActionsPage } from "../../cli/generate-actions-page";
import { commonOptions, ownOptions, partsOf } from "../../cli/options";
import { inFolder, tierguard } from "./run-cli";

const ids = actions.map(({ id }) => id);

/** What bash offers after the words of a command line, the last one not yet finished. */
function offered(folder: string, words: string[]): string[] {
  const script = `${completionScript("bash", actions)}
COMP_WORDS=(tierguard "$@"); COMP_CWORD=$#; _tierguard; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const argv = ["--norc", "-c", script, "bash", ...words];
  return execFileSync("bash", argv, { cwd: folder, encoding: "utf8" })
    .split("\n")
    .filter((line) => line !== "");
}

describe("the registry of actions", () => {
  it("has every file of the folder, each by the name of its action", () => {
    const files = readdirSync(join(__dirname, "..", "..", "cli", "actions")).filter(
      (file) => file !== "index.ts",
    );
    assert.deepEqual(files.sort(), ids.map((id) => `${id}.ts`).sort());
    for (const action of actions) assert.equal(findAction(action.id), action);
  });

  for (const word of ["index", "nothing", "../main", "--help", "Validate-Config", ""]) {
    it(`finds no action by "${word}"`, () => assert.equal(findAction(word), undefined));
  }

  it("gives the page of actions: run npm run gen", async () => {
    assert.equal(readFileSync(ACTIONS_PAGE, "utf8"), await formattedActionsPage());
  });
});

describe("completion", function () {
  this.timeout(60_000);

  for (const shell of SHELLS) {
    it(`is printed for ${shell}, with every action and option`, async () => {
      const { exitCode, stdout } = await inFolder((folder) => tierguard(folder, ["completion", shell]));
      assert.equal(exitCode, 0);
      assert.equal(stdout, completionScript(shell, actions));
      for (const action of actions) {
        assert.ok(stdout.includes(action.id));
        for (const option of [...commonOptions(), ...ownOptions(action)]) {
          assert.ok(stdout.includes(partsOf(option).name.slice(2)));
        }
      }
    });
  }

  it("is refused for another shell, and without one", async () => {
    for (const argv of [["completion", "powershell"], ["completion"]]) {
      const { exitCode, stderr } = await inFolder((folder) => tierguard(folder, argv));
      assert.equal(exitCode, 2);
      assert.match(stderr, /bash, zsh, fish|missing required argument 'shell'/);
    }
  });

  for (const [name, words, expected] of [
    ["an action", ["export-g"], ["export-groups"]],
    ["every action at first", [""], [...ids, "completion", "help", "--help", "--version"]],
    ["an action's options", ["export-iam-policy", "--f"], ["--for"]],
    [
      "an action's options, where it is not the first word",
      ["--json", "export-iam-policy", "--f"],
      ["--for"],
    ],
    ["no option of another action", ["validate-config", "--f"], []],
    ["an option's values", ["export-iam-policy", "--for", "s"], ["staging"]],
    ["files of a config", ["validate-config", "--config", ""], ["a b.yaml", "folder"]],
    ["folders of an output", ["validate-config", "--output", ""], ["folder"]],
    ["shells", ["completion", ""], [...SHELLS]],
  ] as const) {
    it(`offers ${name} in bash`, () =>
      inFolder((folder) => {
        writeFileSync(join(folder, "a b.yaml"), "");
        execFileSync("mkdir", [join(folder, "folder")]);
        const there = offered(folder, [...words]);
        // compgen's list is split at spaces, as every script of this kind does.
        assert.deepEqual(there.join(" ").split(" ").sort(), [...expected].join(" ").split(" ").sort());
        return Promise.resolve();
      }));
  }
});
