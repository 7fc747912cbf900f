import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { captureCommand } from "../../local/run-command";
import { TemporaryFolder } from "../local/temporary-folder";
import { copyProject } from "../project-copy";
import { describeWithAwsCli } from "../with-aws-cli";
import { describeWithEngine } from "../with-engine";
import { firstMissing, shownCommands } from "./console-blocks";

const page = readFileSync(join(__dirname, "..", "..", "docs", "first-ml-product.md"), "utf8");
const config = /```yaml\n# product\.yaml\n([^]*?)```/.exec(page)![1]!;

describeWithEngine("the page on a first ML product", () => {
  describeWithAwsCli("as somebody follows it in a clone", function () {
    this.timeout(120_000);
    const temporary = new TemporaryFolder();
    let cwd: string;
    before(() => {
      cwd = copyProject(temporary.path);
      writeFileSync(join(cwd, "product.yaml"), config);
    });
    after(() => temporary.remove());

    for (const shown of shownCommands(page)) {
      it(`line ${shown.line}: ${shown.command.split("\n")[0]}`, async () => {
        const env = {
          ...process.env,
          TIERGUARD_LOCAL_DIR: join(temporary.path, "local"),
          AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
          // npm of the run of the tests would say where that was called.
          INIT_CWD: undefined,
          npm_execpath: undefined,
        };
        const { stdout } = await captureCommand("sh", ["-c", `{ ${shown.command}\n} 2>&1`], { cwd, env });
        assert.equal(firstMissing(shown, stdout), undefined, stdout);
      });
    }
  });
});
