import { Ajv } from "ajv";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ChangePreview, ChangePreviewSchema } from "../../core/changes/change-preview";
import { stackName } from "../../core/naming/stack-names";
import { describeWithEngine } from "../with-engine";
import { type ChangesEnvironment, openChangesEnvironment } from "./changes-environment";
import type { Outcome } from "./run-cli";

const isPreview = new Ajv({ allErrors: true }).compile(ChangePreviewSchema);
const ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";
const WRITES = /:(Create|Update|Delete|Put|Attach|Detach|Tag|Untag|Set|Remove|Execute)/;

function resultOf({ stdout, stderr }: Outcome): ChangePreview {
  const { ok, result } = JSON.parse(stdout) as { ok: boolean; result: ChangePreview };
  assert.ok(ok, stderr);
  assert.ok(isPreview(result), JSON.stringify(isPreview.errors, undefined, 1));
  return result;
}

function reportText({ projectDir }: ChangesEnvironment, end: string): string {
  const folder = join(projectDir, "reports");
  const files = readdirSync(folder).filter((file) => file.includes("show-changes") && file.endsWith(end));
  return files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
}

describeWithEngine("show-changes of the startup tier", function () {
  this.timeout(300_000);
  let environment: ChangesEnvironment;
  let name: string;
  before(async () => {
    environment = await openChangesEnvironment("startup-5");
    name = stackName(environment.config);
  });
  after(() => environment?.close());

  const show = (...args: string[]) => environment.tierguard(["show-changes", "--json", ...args]);

  it("says so where nothing is deployed", async () => {
    const { exitCode, stdout, stderr } = await show();
    assert.equal(exitCode, 1, stderr);
    assert.match(
      stderr,
      new RegExp(`Nothing is deployed .* the stack ${name} does not exist in us-east-1\n +deploy it first`),
    );
    assert.equal((JSON.parse(stdout) as { error: { code: string } }).error.code, "not-deployed");
  });

  it("finds nothing where config, deployed template and account are the same", async () => {
    const up = await environment.pulumi("up", "--yes", "--skip-preview");
    assert.equal(up.exitCode, 0, up.output);
    const outcome = await show("--exit-code");
    const { counts, disagreements, changeSet } = resultOf(outcome);
    assert.equal(outcome.exitCode, 0, outcome.stderr);
    assert.deepEqual(Object.values(counts), [0, 0, 0, 0, 0, 0, 0, 0]);
    assert.deepEqual([disagreements, changeSet], [[], { way: "change set", changes: [] }]);
  });

  it("tells what a changed level gives and takes, what was done by hand, and agrees with pulumi preview", async () => {
    environment.configure((config) => {
      config.security.iam_groups.data_scientists!.policy_assignments!.s3 = "level3";
    });
    await environment.attachToGroup("techcorp-dev-a001-group-business-consumers", ADMIN);
    await environment.calls();
    const outcome = await show("--exit-code");
    assert.equal(outcome.exitCode, 4, outcome.stderr);
    const preview = resultOf(outcome);
    assert.deepEqual(preview.disagreements, []);
    assert.deepEqual(
      preview.changes.resources.map(({ change, logicalId }) => `${change} ${logicalId}`),
      ["Modify GroupDataScientists"],
    );
    const wider = preview.changes.access.filter((change) => change.wider);
    assert.ok(wider.length > 0 && wider.length === preview.counts.wider);
    for (const change of wider)
      assert.deepEqual(
        change.for.map((holder) => holder.name),
        ["techcorp-dev-a001-group-data-scientists"],
      );
    assert.ok(
      wider.some(
        (change) =>
          change.kind === "grant" && change.actions.values.some((action) => action.startsWith("s3:")),
      ),
    );
    assert.equal(preview.changeSet.way, "change set");
    assert.deepEqual(
      preview.drift.access.map((change) => [change.kind, change.wider, change.for[0]?.name]),
      [["attachment", true, "techcorp-dev-a001-group-business-consumers"]],
    );
    const { output } = await environment.pulumi("preview");
    assert.match(output, new RegExp(`~ ${preview.engine.counts?.changed} to update`));
  });

  it("has written nothing but its change set, which is gone", async () => {
    const writes = [...new Set((await environment.calls()).filter((call) => WRITES.test(call)))].sort();
    assert.deepEqual(writes, ["cloudformation:CreateChangeSet", "cloudformation:DeleteChangeSet"]);
    assert.deepEqual(await environment.leftovers(name), []);
  });

  it("writes it as Markdown", async () => {
    const { exitCode, stderr } = await show("--markdown", "changes.md");
    assert.equal(exitCode, 0, stderr);
    const text = readFileSync(join(environment.projectDir, "changes.md"), "utf8");
    assert.match(
      text,
      /\n### Wider access \(2\)\n\n- `group techcorp-dev-a001-group-data-scientists` \*\*may now\*\* `s3:/,
    );
  });

  it("prints it for people, what widens access first", async () => {
    const { exitCode, stdout, stderr } = await environment.tierguard(["show-changes"]);
    assert.equal(exitCode, 0, stderr);
    assert.match(stdout, /: 1 to modify\n +compared +templates, and CloudFormation's change set\n/);
    const [wider, back] = [
      stdout.indexOf("\nWider access\n"),
      stdout.indexOf("\nChanged behind the stack's back\n"),
    ];
    assert.ok(wider > 0 && back > wider, stdout);
    assert.match(stdout.slice(wider), /! group techcorp-dev-a001-group-data-scientists may now\n +s3:/);
    assert.match(
      stdout.slice(back),
      /! group techcorp-dev-a001-group-business-consumers now has the policy\n +arn:aws:iam::aws:policy\/AdministratorAccess/,
    );
  });

  it("says which way it went where change sets are denied", async () => {
    const Statement = [
      { Effect: "Allow", Action: "*", Resource: "*" },
      { Effect: "Deny", Action: "cloudformation:CreateChangeSet", Resource: "*" },
      { Effect: "Deny", Action: "iam:GetRole", Resource: "*" },
    ];
    await environment.addCaller("AKIANOCHANGESETS0000", [{ Statement }]);
    const outcome = await environment.tierguard(["show-changes", "--json"], "AKIANOCHANGESETS0000");
    assert.equal(outcome.exitCode, 0, outcome.stderr);
    const { changeSet, drift, counts } = resultOf(outcome);
    assert.deepEqual(changeSet, {
      way: "templates only",
      reason: "cloudformation:CreateChangeSet is denied",
    });
    assert.deepEqual([...new Set(drift.notChecked.map(({ type }) => type))], ["AWS::IAM::Role"]);
    assert.equal(counts.modify, 1);
  });

  it("is what deploy wants an approval of, where the config says so", async () => {
    environment.configure((config) => {
      config.deployment = { ...config.deployment, approve_wider: true };
      config.security.iam_groups.data_scientists!.policy_assignments!.s3 = "level3";
    });
    await environment.calls();
    const refused = await environment.tierguard(["deploy", "--force"]);
    assert.equal(refused.exitCode, 3, refused.stderr);
    assert.match(
      refused.stderr,
      /2 changes let somebody do more .* deployment\.approve_wider .* Nothing was written/,
    );
    assert.match(refused.stderr, /! group techcorp-dev-a001-group-data-scientists may now\n +s3:/);
    assert.deepEqual(
      (await environment.calls()).filter((call) => WRITES.test(call)),
      [],
    );
    const approved = await environment.tierguard(["deploy", "--force", "--approve-wider"]);
    assert.equal(approved.exitCode, 0, approved.stderr);
    assert.equal(resultOf(await show()).counts.modify, 0);
  });
});

describeWithEngine("show-changes of the medium tier, delivered by S3", function () {
  this.timeout(300_000);
  let environment: ChangesEnvironment;
  before(async () => {
    environment = await openChangesEnvironment("medium-10");
  });
  after(() => environment?.close());

  it("names everybody whom a policy's change concerns, and no external id", async () => {
    const up = await environment.pulumi("up", "--yes", "--skip-preview");
    assert.equal(up.exitCode, 0, up.output);
    const name = stackName(environment.config);
    const kept = await environment.leftovers(name);
    const old = environment.config.security.cross_account_roles.deployment_role!.external_id;
    environment.configure((config) => {
      config.security.cross_account_roles.deployment_role!.external_id = "another-agreed-text";
      config.security.iam_groups.qa_testing!.policy_assignments!.s3 = "level3";
      config.security.cross_account_roles.deployment_role!.max_session_duration = 7200;
    });
    const outcome = await environment.tierguard(["show-changes", "--json"]);
    assert.equal(outcome.exitCode, 0, outcome.stderr);
    const preview = resultOf(outcome);
    assert.deepEqual(preview.disagreements, []);
    assert.equal(preview.changeSet.way, "change set");
    const wider = preview.changes.access.filter((change) => change.wider);
    const holders = wider.flatMap((change) => change.for.map((holder) => holder.name));
    for (const holder of ["group-qa-testing", "role-aqa-testing"]) {
      assert.ok(holders.includes(`edge-prod-b001-${holder}`), holders.join());
    }
    assert.ok(wider.some((change) => change.kind === "session-duration"));
    for (const text of [outcome.stdout, outcome.stderr, reportText(environment, "")]) {
      assert.ok(!text.includes(old) && !text.includes("another-agreed-text"));
    }
    assert.deepEqual(await environment.leftovers(name), kept);
  });
});
