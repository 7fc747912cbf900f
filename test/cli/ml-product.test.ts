import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { guardrails } from "../../core/guardrails/rules";
import { mlConfigFile, mlConfigNames } from "../core/ml/ml-configs";
import { shippedConfigFile } from "../core/shipped-configs";
import { elementsOf, readPage } from "./reports/page";
import { filesIn, inFolder, type Outcome, tierguard } from "./run-cli";

const NAME = "globalbank-prod-c001-us-west-2-demand-forecasting-ml";
const CONFIG = mlConfigFile(`${NAME}-codecommit-sgprov-ssm`);
const STEM = `${NAME}-codecommit-ssm`;
const STARTER = mlConfigFile("techcorp-prod-a001-us-west-2-customer-churn-ml-codecommit");

interface Json<Result> {
  ok: boolean;
  result: Result;
  error?: { code: string; message: string; hint?: string };
}

interface Judged extends Record<string, unknown> {
  guardrails: {
    violations: { guardrail: string; at: string }[];
    applied: string[];
    notApplicable: { guardrail: string; reason: string }[];
  };
}

function resultOf<Result>({ exitCode, stdout, stderr }: Outcome): Result {
  assert.equal(exitCode, 0, stderr);
  return (JSON.parse(stdout) as Json<Result>).result;
}

const run = (folder: string, action: string, config = CONFIG, ...more: string[]) =>
  tierguard(folder, [action, "--config", config, "--output", "out", "--json", ...more]);

const withoutLogs = (folder: string) => filesIn(folder).filter((file) => !file.endsWith(".log"));

describe("the command line on ML products", function () {
  // Each case starts a process, and a busy machine may take its time.
  this.timeout(60_000);

  it("validates a config, and logs under the product's name and scenario", () =>
    inFolder(async (folder) => {
      const result = resultOf<Record<string, unknown>>(await run(folder, "validate-config"));
      assert.equal(result.stackName, `${NAME}-stack`);
      assert.equal(result.tier, "enterprise");
      assert.equal(result.scenario, "codecommit-ssm");
      assert.equal("groups" in result, false);
      const [log] = filesIn(folder);
      const time = String.raw`\d{8}_\d{6}_\d{3}`;
      assert.match(log!, new RegExp(`^out/reports/${STEM}-validate-config-${time}\\.log$`));
    }));

  it("tells what is wrong with a config, with its place", () =>
    inFolder(async (folder) => {
      const file = join(folder, "bad.yaml");
      writeFileSync(file, readFileSync(STARTER, "utf8").replace("source_control: codecommit", "source: x"));
      const { exitCode, stderr } = await run(folder, "validate-config", file);
      assert.equal(exitCode, 2);
      assert.match(stderr, /bad\.yaml:\d+:\d+: .*source_control/);
    }));

  it("lists every shipped combination, and marks the config's own", () =>
    inFolder(async (folder) => {
      const outcome = await run(folder, "list-products");
      const { products } = resultOf<{ products: { file: string; current: boolean }[] }>(outcome);
      const files = products.map(({ file }) => file.replace(/\.yaml$/, ""));
      assert.deepEqual(files.sort(), [...mlConfigNames].sort());
      assert.deepEqual(
        products.filter(({ current }) => current).map(({ file }) => file),
        [`${NAME}-codecommit-sgprov-ssm.yaml`],
      );
    }));

  it("shows what a product consists of", () =>
    inFolder(async (folder) => {
      const { exitCode, stdout } = await tierguard(folder, ["show-product", "--config", STARTER]);
      assert.equal(exitCode, 0);
      assert.match(stdout, /^techcorp-prod-a001-us-west-2-customer-churn-ml \(starter, codecommit\)\n/);
      assert.match(stdout, /\n {2}AWS::CodeCommit::Repository +techcorp-.*-ml-model-build\n/);
      assert.match(stdout, /\nParameters below \/ml\/techcorp-prod-a001-us-west-2-customer-churn-ml\/ /);
      assert.doesNotMatch(stdout, /\$\{/);
    }));

  it("writes a template, which is then valid as it is and tells when the config has changed", () =>
    inFolder(async (folder) => {
      const { path, report } = resultOf<Record<"path" | "report", string>>(
        await run(folder, "create-prov-template"),
      );
      assert.equal(path, `out/templates/${STEM}-template.yaml`);
      assert.deepEqual(withoutLogs(folder), [report, path]);
      const valid = resultOf<Record<string, unknown>>(await run(folder, "validate-prov-template"));
      assert.deepEqual(valid.notChecked, []);
      assert.equal(valid.differsFromConfig, false);
      writeFileSync(
        join(folder, path),
        readFileSync(join(folder, path), "utf8").replace("PrivilegedMode: false", "PrivilegedMode: true"),
      );
      const { exitCode, stdout } = await run(folder, "validate-prov-template");
      assert.equal(exitCode, 6);
      const { result } = JSON.parse(stdout) as Json<Judged>;
      assert.equal(result.differsFromConfig, true);
      assert.deepEqual(
        result.guardrails.violations.map(({ guardrail }) => guardrail),
        ["unprivileged-builds"],
      );
      for (const { at } of result.guardrails.violations) {
        assert.match(at, new RegExp(`^${path}:\\d+:\\d+: Resources\\.\\w+\\.Properties\\.Environment`));
      }
    }));

  for (const name of mlConfigNames) {
    it(`finds no violation in ${name}, and says what does not apply`, () =>
      inFolder(async (folder) => {
        const outcome = await run(folder, "validate-prov-template", mlConfigFile(name), "--dry-run");
        const { guardrails: judged } = resultOf<Judged>(outcome);
        assert.deepEqual(judged.violations, []);
        const told = judged.notApplicable.map(({ guardrail }) => guardrail);
        assert.equal(judged.applied.length + told.length, guardrails.length);
        for (const { reason } of judged.notApplicable) assert.notEqual(reason, "");
        // A template file has no stack around it, and is no resource beside a stack.
        const always = ["only-through-stacks", "protected-in-prod"];
        const enterprise = name.startsWith("globalbank");
        if (enterprise)
          assert.deepEqual(told, [
            ...always,
            ...(told.includes("no-open-ingress") ? ["no-open-ingress"] : []),
          ]);
        for (const guardrail of always) assert.ok(told.includes(guardrail));
      }));
  }

  it("writes a report on the template, of what the product has and of its roles", () =>
    inFolder(async (folder) => {
      const { report } = resultOf<{ report: string }>(await run(folder, "create-prov-template"));
      const time = String.raw`\d{8}_\d{6}_\d{3}`;
      assert.match(report, new RegExp(`^out/reports/${STEM}-create-prov-template-${time}\\.html$`));
      const page = readPage(readFileSync(join(folder, report), "utf8"));
      const ids = elementsOf(page, "section").map(({ attributes }) => attributes.id);
      assert.deepEqual(ids, ["summary", "resources", "assume", "access", "roles", "policies", "sizes"]);
    }));

  it("exports a config that gives the same template", () =>
    inFolder(async (folder) => {
      const { path } = resultOf<{ path: string }>(await run(folder, "export-config", STARTER));
      assert.match(path, /^out\/configs\/techcorp-.*-customer-churn-ml-codecommit-config\.yaml$/);
      const written = async (config: string) => {
        const { path: template } = resultOf<{ path: string }>(
          await run(folder, "create-prov-template", config),
        );
        return readFileSync(join(folder, template), "utf8");
      };
      assert.equal(await written(join(folder, path)), await written(STARTER));
    }));

  for (const [operator, ending] of [
    ["prod", ""],
    ["dev", "-dev"],
    ["staging", "-staging"],
    ["read-only", "-read-only"],
  ] as const) {
    it(`writes the policies of an operator for ${operator}`, () =>
      inFolder(async (folder) => {
        const outcome = await run(folder, "create-policy", CONFIG, "--for", operator);
        const { paths, roleName } = resultOf<{ paths: string[]; roleName: string }>(outcome);
        assert.equal(roleName, `ml-provisioner-${operator}-role`);
        assert.equal(paths[0], `out/policies/${STEM}-iam-policy${ending}.json`);
        assert.deepEqual(withoutLogs(folder), [...paths].sort());
        const text = paths.map((path) => readFileSync(join(folder, path), "utf8")).join("");
        assert.equal(text.includes("aws:MultiFactorAuthPresent"), operator === "prod");
        assert.equal(/cloudformation:DeleteStack"/.test(text), operator === "prod" || operator === "dev");
      }));
  }

  it("writes no policy in a dry run", () =>
    inFolder(async (folder) => {
      const { written } = resultOf<{ written: boolean }>(
        await run(folder, "create-policy", STARTER, "--dry-run"),
      );
      assert.equal(written, false);
      assert.deepEqual(withoutLogs(folder), []);
    }));

  it("writes a review beside its log, in which nothing of the config is markup", () =>
    inFolder(async (folder) => {
      const file = join(folder, "hostile.yaml");
      const text = readFileSync(STARTER, "utf8");
      writeFileSync(file, text.replace("company_name: TechCorp", `company_name: "<script>x</script>&'"`));
      const { path } = resultOf<{ path: string }>(await run(folder, "create-review-report", file));
      assert.match(path, /-customer-churn-ml-codecommit-create-review-report-\d{8}_\d{6}_\d{3}\.html$/);
      assert.ok(filesIn(folder).includes(path.replace(/\.html$/, ".log")));
      const html = readFileSync(join(folder, path), "utf8");
      assert.ok(!html.includes("<script"));
      assert.ok(html.includes("&lt;script&gt;x&lt;/script&gt;&amp;&#39;"));
      const page = readPage(html);
      const ids = elementsOf(page, "section").map(({ attributes }) => attributes.id);
      assert.deepEqual(ids, [
        "summary",
        "resources",
        "guardrails",
        "findings",
        "roles",
        "costs",
        "checklist",
      ]);
    }));

  for (const [action, config, other] of [
    [
      "export-groups",
      STARTER,
      /export-groups takes a security config, and .* is the config of an ML product/,
    ],
    ["export-iam-policy", STARTER, /use create-policy for it/],
    ["deploy", STARTER, /use deploy-product for it/],
    ["delete-stack", STARTER, /use delete-product for it/],
    ["deploy-product", shippedConfigFile("startup-5"), /use deploy for it/],
    ["delete-product", shippedConfigFile("startup-5"), /use delete-stack for it/],
    ["show-product", shippedConfigFile("startup-5"), /is a security config/],
    ["create-policy", shippedConfigFile("startup-5"), /use export-iam-policy for it/],
  ] as const) {
    it(`says that ${action} is not for the config`, () =>
      inFolder(async (folder) => {
        const { exitCode, stdout, stderr } = await run(folder, action, config);
        assert.equal(exitCode, 2);
        assert.equal((JSON.parse(stdout) as Json<unknown>).error!.code, "other-product");
        assert.match(stderr, other);
        assert.deepEqual(withoutLogs(folder), []);
      }));
  }
});
