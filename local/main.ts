import { createRequire } from "node:module";
import type * as analysis from "../bench/analysis";
import type * as coldStart from "../bench/cold-start";
import type * as preview from "../bench/preview";
import { ExitCode, TierguardError } from "../core/errors";
import type * as aws from "./aws-command";
import type * as build from "./build-command";
import type * as pulumi from "./pulumi-command";
import type * as start from "./start/start";
import type * as test from "./test-command";
import type * as tierguard from "./tierguard-command";

/** A dynamic import would go through Node's module loader, which knows no TypeScript. */
const load = createRequire(__filename);

const USAGE = `Everything here works on an embedded AWS: no account is needed, and none is touched.

  npm start                            preview and deploy the dev environment, and show what it is then
  npm run local -- pulumi <args>       any pulumi command, as: pulumi preview --diff
  npm run local -- tierguard <action>  any action of the command line
  npm run local -- aws <args>          your AWS command line, if you have one: aws sagemaker list-models
  npm run local -- build <stage>       the commands of an ML product's model-build or model-deploy project
  npm test                             every test
  npm run bench                        every timing, or one of: analysis, cold-start, preview`;

/** Each is loaded when it is asked for: nobody waits for the parts of another. */
const COMMANDS: Record<string, (args: string[]) => Promise<number>> = {
  start: () => (load("./start/start") as typeof start).start(),
  pulumi: (args) => (load("./pulumi-command") as typeof pulumi).runPulumi(args),
  tierguard: (args) => (load("./tierguard-command") as typeof tierguard).runTierguard(args),
  aws: (args) => (load("./aws-command") as typeof aws).runAws(args),
  build: (args) => (load("./build-command") as typeof build).runProductBuild(args),
  test: (args) => (load("./test-command") as typeof test).runTests(args),
  bench: ([what]) => bench(what),
};

/** The timings by name, in the order in which they are run. None has an exit code of its own: they only tell. */
const BENCHES: Record<string, () => unknown> = {
  "cold-start": () => (load("../bench/cold-start") as typeof coldStart).benchColdStart(),
  analysis: () => (load("../bench/analysis") as typeof analysis).benchAnalysis(),
  preview: () => (load("../bench/preview") as typeof preview).bench(),
};

/** Runs one of the timings, or all. */
async function bench(what: string | undefined): Promise<number> {
  const chosen = what === undefined ? Object.keys(BENCHES) : [what];
  if (!chosen.every((name) => Object.hasOwn(BENCHES, name))) {
    console.error(USAGE);
    return ExitCode.BadInput;
  }
  for (const name of chosen) await BENCHES[name]!();
  return ExitCode.Done;
}

/** Runs one of the local commands; resolves with the exit code. Expected failures are told without a stack trace. */
export async function main(args: string[]): Promise<number> {
  const run = Object.hasOwn(COMMANDS, args[0] ?? "") ? COMMANDS[args[0]!] : undefined;
  if (run === undefined) {
    console.error(USAGE);
    return args.length === 0 || args[0] === "help" || args[0] === "--help" ? 0 : 2;
  }
  try {
    return await run(args.slice(1));
  } catch (error) {
    if (!(error instanceof TierguardError)) throw error;
    console.error(error.message);
    if (error.hint !== undefined) console.error(error.hint);
    return error.exitCode;
  }
}
