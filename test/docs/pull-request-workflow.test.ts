import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { showChangesAction } from "../../cli/actions/show-changes";

const file = join(__dirname, "..", "..", "docs", "examples", "pull-request.yml");

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, string>;
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { if?: string; "runs-on": string; steps: Step[] }>;
}

describe("the workflow for pull requests", () => {
  const document = parseDocument(readFileSync(file, "utf8"), { strict: true, uniqueKeys: true });
  const workflow = document.toJS() as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const scripts = steps.flatMap(({ run }) => run ?? []);

  it("is YAML, and each of its steps is one thing", () => {
    assert.deepEqual([...document.errors, ...document.warnings], []);
    for (const step of steps)
      assert.equal([step.uses, step.run].filter(Boolean).length, 1, JSON.stringify(step));
  });

  it("runs on pull requests with no more rights than it needs, and not for forks", () => {
    assert.deepEqual(Object.keys(workflow.on), ["pull_request"]);
    assert.deepEqual(workflow.permissions, {
      contents: "read",
      "id-token": "write",
      "pull-requests": "write",
    });
    for (const job of Object.values(workflow.jobs))
      assert.match(job.if!, /head\.repo\.full_name == github\.repository/);
  });

  it("puts no expression into a script, where its value could be code", () => {
    for (const script of [...scripts, ...steps.flatMap((step) => step.with?.script ?? [])]) {
      assert.doesNotMatch(script, /\$\{\{/);
    }
  });

  it("has scripts that a shell takes", () => {
    for (const script of scripts) execFileSync("bash", ["-n"], { input: script });
  });

  it("calls show-changes with options that it has, and comments with what it wrote", () => {
    const call = scripts.find((script) => script.includes(`tierguard ${showChangesAction.id} `))!;
    const own = showChangesAction.options.map(({ flags }) => flags.split(" ")[0]);
    const known = [...own, "--stack", "--output", "--json"];
    for (const option of call.match(/--[a-z-]+/g)!) assert.ok(known.includes(option), option);
    const written = /--markdown (\S+)/.exec(call)![1]!;
    const comment = steps.find(({ uses }) => uses?.startsWith("actions/github-script"));
    assert.ok(comment!.with!.script!.includes(written) && comment!.if!.includes(written));
  });
});
