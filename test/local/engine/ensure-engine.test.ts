import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureEngine, EngineUnavailableError } from "../../../local/engine/ensure-engine";
import { installedEnginePath } from "../../../local/engine/find-engine";
import { TemporaryFolder } from "../temporary-folder";

/** Does what `go` does for the build, as far as anybody looks; notes each build in a file. */
const fakeGo = (build: string) => `#!/bin/sh
case "$1" in
  env) echo go1.26.8 ;;
  mod) ;;
  list) echo example.test/a; echo example.test/b ;;
  build) ${build} ;;
esac
`;

const succeeding = `
    echo built >> "$BUILDS"
    sleep 1
    echo example.test/a >&2
    while [ "$1" != -o ]; do shift; done
    printf '#!/bin/sh\\necho v3.258.0\\n' > "$2"`;

describe("getting the Pulumi engine", function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  let env: NodeJS.ProcessEnv;
  const builds = () => readFileSync(join(folder.path, "builds"), "utf8");

  beforeEach(() => {
    folder = new TemporaryFolder();
    env = {
      PATH: `${join(folder.path, "bin")}:/usr/bin:/bin`,
      PULUMI_HOME: join(folder.path, "home"),
      TIERGUARD_ENGINE_DOWNLOAD: "off",
      BUILDS: join(folder.path, "builds"),
    };
  });
  afterEach(() => folder.remove());

  it("builds it once for two commands at the same time, and finds it from then on", async () => {
    folder.write("bin/go", fakeGo(succeeding));
    const reports: string[] = [];
    const report = (line: string) => void reports.push(line);
    const engines = await Promise.all([ensureEngine(env, report), ensureEngine(env, report)]);
    assert.deepEqual(
      engines.map(({ path }) => path),
      [installedEnginePath(env), installedEnginePath(env)],
    );
    assert.equal(builds(), "built\n");
    assert.equal(reports.filter((line) => line.startsWith("Another command is getting")).length, 1);
    await ensureEngine({ ...env, PATH: "" }, report);
    assert.equal(builds(), "built\n");
  });

  it("says what Go said where the build fails, and leaves nothing half done", async () => {
    folder.write("bin/go", fakeGo("echo 'no space left on device' >&2; exit 1"));
    await assert.rejects(
      ensureEngine(env, () => undefined),
      (error: Error) => {
        assert.ok(error instanceof EngineUnavailableError);
        assert.match(error.message, /no space left on device/);
        return true;
      },
    );
    folder.write("bin/go", fakeGo(succeeding));
    assert.equal((await ensureEngine(env, () => undefined)).from, "PULUMI_HOME");
  });

  it("says every way out where it can be neither downloaded nor built", async () => {
    env["PATH"] = join(folder.path, "bin");
    await assert.rejects(
      ensureEngine(env, () => undefined),
      (error: Error) => {
        assert.ok(error instanceof EngineUnavailableError);
        for (const part of [
          "no pulumi on PATH",
          "switched off",
          "no Go",
          "install the Pulumi CLI",
          "put Go 1.25.11",
        ]) {
          assert.ok(error.message.includes(part), `${part} is missing in:\n${error.message}`);
        }
        return true;
      },
    );
  });

  it("gives up a blocked download within seconds, and builds instead", async () => {
    folder.write("bin/go", fakeGo(succeeding));
    const reports: string[] = [];
    const original = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new Error("connect ECONNREFUSED"));
    try {
      await ensureEngine({ ...env, TIERGUARD_ENGINE_DOWNLOAD: "" }, (line) => void reports.push(line));
    } finally {
      globalThis.fetch = original;
    }
    assert.match(reports.join("\n"), /The download did not work \(connect ECONNREFUSED\)/);
    assert.equal(builds(), "built\n");
  });
});
