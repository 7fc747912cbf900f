import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { actions } from "../../cli/actions/index";
import { VARIANTS } from "../../core/operator-policy/variants";

const folder = join(__dirname, "..", "..", "docs", "examples", "drift");
const text = (name: string) => readFileSync(join(folder, name), "utf8");
/** Options of every action. */
const COMMON = ["--stack", "--output", "--json"];

function assertKnown(command: string): void {
  const [, id, rest = ""] = /tierguard\.cjs (\S+)(.*)/.exec(command) ?? [];
  const action = actions.find((one) => one.id === id);
  assert.ok(action, `there is no action ${id}`);
  const known = [...COMMON, ...action.options.map(({ flags }) => flags.split(" ")[0])];
  for (const flag of rest.match(/--[a-z-]+/g) ?? []) assert.ok(known.includes(flag), `${id} has no ${flag}`);
}

describe("the examples of regular drift checks", () => {
  it("run an action that there is, with options that it has", () => {
    const workflow = parse(text("github-actions.yaml")) as {
      on: { schedule: { cron: string }[] };
      jobs: { check: { steps: { run?: string }[] } };
    };
    const commands = workflow.jobs.check.steps.flatMap(({ run }) => run?.match(/.*tierguard.*/) ?? []);
    const script = text("check-drift.sh").match(/.*tierguard\.cjs.*/g) ?? [];
    assert.deepEqual([commands.length, script.length], [1, 1]);
    [...commands, ...script].forEach(assertKnown);
    assert.match(workflow.on.schedule[0]!.cron, /^(\S+ ){4}\S+$/);
    assert.match(text("crontab"), /^(\S+ ){5}\S*docs\/examples\/drift\/check-drift\.sh \S+ prod \S+/m);
  });

  it("give Pulumi Cloud what its API takes, for the reader's role", () => {
    const schedule = JSON.parse(text("pulumi-cloud-schedule.json")) as Record<string, unknown>;
    assert.deepEqual(Object.keys(schedule).sort(), ["autoRemediate", "scheduleCron"]);
    const settings = JSON.parse(text("pulumi-cloud-settings.json")) as {
      operationContext: { oidc: { aws: { roleArn: string } } };
    };
    assert.match(
      settings.operationContext.oidc.aws.roleArn,
      new RegExp(`:role/${VARIANTS["read-only"].roleName}$`),
    );
  });
});
