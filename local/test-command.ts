import { join } from "node:path";
import { ensureEngine, EngineUnavailableError } from "./engine/ensure-engine";
import { PROJECT_DIR } from "./local-environment";
import { runCommand } from "./run-command";

/** Runs mocha over all tests, or with the given arguments. Gets the engine first, so that no test waits for a build. */
export async function runTests(args: readonly string[]): Promise<number> {
  try {
    const { path, version } = await ensureEngine();
    console.error(`Testing with Pulumi ${version} (${path}).`);
  } catch (error) {
    if (!(error instanceof EngineUnavailableError)) throw error;
    console.error(error.message);
    console.error(
      process.env["CI"] === "true"
        ? "CI is set: tests that need the engine will fail."
        : "Tests that need the engine are skipped.",
    );
  }
  const mocha = join(PROJECT_DIR, "node_modules", "mocha", "bin", "mocha.js");
  return runCommand(process.execPath, [mocha, ...args], {
    cwd: PROJECT_DIR,
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  });
}
