import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { externalIdsOf } from "../../core/masking";
import { shippedConfig, shippedConfigFile, shippedConfigNames } from "../core/shipped-configs";
import { elementsOf, readPage } from "./reports/page";
import { filesIn, inFolder, tierguard } from "./run-cli";

const credentials = {
  AWS_ACCESS_KEY_ID: "AKIAQ7EXAMPLEHOSTILE",
  AWS_SECRET_ACCESS_KEY: "zZ9+hostile/secret+key+of+forty+chars/Zz9",
  AWS_SESSION_TOKEN: `IQoJhostile${"Zz9/".repeat(30)}==`,
};

interface Written {
  result: { path: string; report: string; resources: number };
}

describe("create-prov-template's report", function () {
  // Each case starts a process, and a busy machine may take its time.
  this.timeout(60_000);

  for (const name of shippedConfigNames) {
    it(`of ${name} lies beside the log under its name, and shows neither credentials nor external ids`, () =>
      inFolder(async (folder) => {
        const argv = [
          "create-prov-template",
          "--config",
          shippedConfigFile(name),
          "--output",
          "out",
          "--json",
        ];
        const env = { ...process.env, ...credentials };
        const { exitCode, stdout, stderr } = await tierguard(folder, argv, undefined, env);
        assert.equal(exitCode, 0, stderr);
        const { result } = JSON.parse(stdout) as Written;
        const [html, log, template] = filesIn(folder);
        assert.equal(result.report, html);
        assert.equal(result.path, template);
        assert.equal(html!.replace(/\.html$/, ".log"), log);
        assert.match(html!, /^out\/reports\/[a-z0-9-]+-sec-create-prov-template-\d{8}_\d{6}_\d{3}\.html$/);
        const text = readFileSync(join(folder, html!), "utf8");
        const externalIds = externalIdsOf(shippedConfig(name));
        assert.equal(externalIds.length > 0, name !== "startup-5");
        for (const hidden of [...externalIds, ...Object.values(credentials)]) {
          assert.ok(!text.includes(hidden), hidden);
          assert.ok(!readFileSync(join(folder, log!), "utf8").includes(hidden), hidden);
        }
        const figures = elementsOf(readPage(text), "dl", "figures")[0]!;
        assert.ok(figures.text.includes(`Resources${result.resources}`), figures.text);
      }));
  }

  it("is named on standard output", () =>
    inFolder(async (folder) => {
      const config = shippedConfigFile("startup-5");
      const { stdout } = await tierguard(folder, ["create-prov-template", "--config", config]);
      const html = filesIn(folder).find((file) => file.endsWith(".html"))!;
      assert.ok(stdout.endsWith(`\nReport: ${html}\n`), stdout);
    }));

  it("fails where it can't be written, and leaves the template", () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, "out"));
      writeFileSync(join(folder, "out", "reports"), "in the way");
      const argv = ["create-prov-template", "--config", shippedConfigFile("startup-5"), "--output", "out"];
      const { exitCode, stdout, stderr } = await tierguard(folder, argv);
      assert.equal(exitCode, 1);
      assert.equal(stdout, "");
      assert.match(stderr, /the report can't be written: there is no log in out\/reports\n +name a folder/);
      assert.equal(filesIn(join(folder, "out", "templates")).length, 1);
    }));
});
