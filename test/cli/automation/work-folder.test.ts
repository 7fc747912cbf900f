import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { configFolder, stackFileFolder } from "../../../cli/automation/work-folder";
import { loadAs } from "../../../cli/load";
import { stackSettings } from "../../../cli/stack-settings";
import { readConfigFile } from "../../../core/config/load-file";
import { testCopyOf } from "../../../core/config/test-copy";
import { shippedConfigFile, shippedConfigNames } from "../../core/shipped-configs";
import { inFolder } from "../run-cli";

const root = resolve(__dirname, "..", "..", "..");
const none = { config: {}, file: {} };

describe("the folder that Pulumi runs in", () => {
  for (const tier of shippedConfigNames) {
    it(`has the very config of ${tier} that was validated`, () => {
      const { config, catalogue } = loadAs("security", shippedConfigFile(tier));
      const folder = configFolder("some-stack", config, none);
      try {
        const options = { masterDirectory: join(root, "configs"), catalogue: catalogue.index };
        const again = readConfigFile(join(folder.path, "Pulumi.some-stack.yaml"), options);
        assert.deepEqual(again.config, config);
      } finally {
        folder.close();
      }
    });
  }

  it("has a project file all of whose paths are absolute and exist", () => {
    const folder = configFolder(
      "some-stack",
      loadAs("security", shippedConfigFile("startup-5")).config,
      none,
    );
    const project = parse(readFileSync(join(folder.path, "Pulumi.yaml"), "utf8")) as {
      name: string;
      main: string;
      runtime: { options: { nodeargs: string } };
      plugins: { providers: { path: string }[] };
    };
    folder.close();
    assert.equal(project.name, "tierguard");
    const loaded = [...project.runtime.options.nodeargs.matchAll(/"([^"]+)"/g)].map(([, path]) => path!);
    assert.equal(loaded.length, 2);
    for (const path of [project.main, ...loaded, ...project.plugins.providers.map(({ path }) => path)]) {
      assert.ok(path.startsWith("/") && existsSync(path), path);
    }
  });

  it("is removed when it is closed", () => {
    const folder = configFolder(
      "some-stack",
      loadAs("security", shippedConfigFile("startup-5")).config,
      none,
    );
    assert.ok(existsSync(folder.path));
    folder.close();
    assert.ok(!existsSync(folder.path));
  });

  it("is the project itself for a stack file of the project, which closing leaves alone", () => {
    const folder = stackFileFolder(join(root, "Pulumi.dev.yaml"), { own: false });
    assert.equal(folder.path, root);
    folder.close();
    assert.ok(existsSync(join(root, "Pulumi.dev.yaml")));
  });

  it("is one of its own for a stack file elsewhere, and for a run that must not write into the project", () =>
    inFolder(async (elsewhere) => {
      const file = join(elsewhere, "Pulumi.dev.yaml");
      writeFileSync(file, readFileSync(join(root, "Pulumi.dev.yaml")));
      for (const [stackFile, own] of [
        [file, false],
        [join(root, "Pulumi.dev.yaml"), true],
      ] as const) {
        const folder = stackFileFolder(stackFile, { own });
        assert.notEqual(folder.path, root);
        assert.notEqual(folder.path, elsewhere);
        assert.deepEqual(readdirSync(folder.path).sort(), ["Pulumi.dev.yaml", "Pulumi.yaml"]);
        folder.close();
      }
      await Promise.resolve();
    }));

  it("carries what a stack file says beside the config into a test copy's", () =>
    inFolder(async (elsewhere) => {
      const file = join(elsewhere, "Pulumi.dev.yaml");
      const text = readFileSync(join(root, "Pulumi.dev.yaml"), "utf8");
      writeFileSync(file, `encryptionsalt: v1:abc\n${text}  aws-native:profile: ana\n`);
      const copy = testCopyOf(loadAs("security", file).config, "x1y2z3");
      const folder = configFolder("copy", copy, stackSettings(file));
      const written = parse(readFileSync(join(folder.path, "Pulumi.copy.yaml"), "utf8")) as {
        encryptionsalt: string;
        config: Record<string, unknown>;
      };
      folder.close();
      assert.equal(written.encryptionsalt, "v1:abc");
      assert.equal(written.config["aws-native:profile"], "ana");
      assert.equal(written.config["tierguard:testSuffix"], "x1y2z3");
      await Promise.resolve();
    }));
});
