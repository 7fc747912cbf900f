import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ExitCode, TierguardError } from "../core/errors";
import { loadMlConfigFile } from "../core/ml/config/load";
import { mlNames } from "../core/naming/ml-names";
import { runBuild } from "./codebuild/run-build";
import { openLocalEnvironment, PROJECT_DIR } from "./local-environment";
import { runCommand } from "./run-command";
import { configTarget } from "./stack-config";

const STAGES = ["model-build", "model-deploy"] as const;

interface BuildArguments {
  stage: (typeof STAGES)[number];
  config: string;
  source: string;
}

/** @throws TierguardError where stage or config are missing. */
function readArguments(args: readonly string[], cwd: string): BuildArguments {
  const options = { config: { type: "string" }, source: { type: "string" } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const stage = STAGES.find((name) => name === positionals[0]);
    if (stage !== undefined && values.config !== undefined && positionals.length === 1) {
      const sample = join(PROJECT_DIR, "configs", "ml", "samples", stage);
      const source = values.source === undefined ? sample : resolve(cwd, values.source);
      return { stage, config: resolve(cwd, values.config), source };
    }
  } catch {
    // An option that there is not: said below, with those that there are.
  }
  throw new TierguardError(`build takes ${STAGES.join(" or ")}, and the product's config`, {
    code: "bad-arguments",
    exitCode: ExitCode.BadInput,
    hint: "npm run local -- build model-build --config FILE [--source FOLDER]",
  });
}

/** Runs the build specification of one of a product's two projects on this machine; resolves with its exit code. */
export async function runProductBuild(args: readonly string[]): Promise<number> {
  const { stage, config, source } = readArguments(args, process.env["INIT_CWD"] || process.cwd());
  const names = mlNames(loadMlConfigFile(config));
  const local = await openLocalEnvironment({ stack: "dev", engine: false, configFile: config });
  try {
    return await runBuild({
      endpoint: local.env["AWS_ENDPOINT_URL"]!,
      target: configTarget(config),
      project: stage === "model-build" ? names.modelBuildProject : names.modelDeployProject,
      source,
      base: local.env,
      run(command, options) {
        console.error(`+ ${command}`);
        return runCommand("sh", ["-c", command], options);
      },
    });
  } finally {
    local.close();
  }
}
