import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { engineFolder } from "../../../local/engine/engine-folder";
import { TemporaryFolder } from "../temporary-folder";

describe("the folder of the engine and its language host", () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => folder.remove());

  it("is the CLI's own where a language host is beside it", () => {
    const engine = folder.write("cli/pulumi", "#!/bin/sh\necho v3.258.0\n");
    folder.write("cli/pulumi-language-nodejs", "#!/bin/sh\n");
    assert.equal(engineFolder(engine, { PATH: "" }, join(folder.path, "cache")), dirname(engine));
  });

  it("is the CLI's own where a language host is on PATH", () => {
    const engine = folder.write("cli/pulumi", "#!/bin/sh\necho v3.258.0\n");
    folder.write("other/pulumi-language-nodejs", "#!/bin/sh\n");
    const env = { PATH: join(folder.path, "other") };
    assert.equal(engineFolder(engine, env, join(folder.path, "cache")), dirname(engine));
  });

  it("has the engine and our language host side by side where there is none, and is made once", () => {
    const engine = folder.write("cli/pulumi", "#!/bin/sh\necho v3.258.0\n");
    const cache = join(folder.path, "cache");
    const made = engineFolder(engine, { PATH: "" }, cache);
    assert.deepEqual(readdirSync(made).sort(), [
      "pulumi",
      "pulumi-language-nodejs",
      "pulumi-resource-pulumi-nodejs",
    ]);
    assert.equal(spawnSync(join(made, "pulumi"), { encoding: "utf8" }).stdout, "v3.258.0\n");
    assert.equal(engineFolder(engine, { PATH: "" }, cache), made);
    assert.deepEqual(readdirSync(cache), [made.slice(cache.length + 1)]);
  });
});
