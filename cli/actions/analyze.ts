import { ExitCode } from "../../core/errors";
import { createRequire } from "node:module";
import { action } from "../action";
import type * as judging from "../analysis/analyse-config";
import type * as analysis from "../analysis/analyze-access";

/** The analysis is loaded when it is asked for: no other action waits for it. */
const load = createRequire(__filename);
const access = () => load("../analysis/analyze-access") as typeof analysis;

const FORMATS: readonly analysis.Format[] = ["table", "json", "csv", "sarif"];

/** Judges every grant, says who may do what, and compares it with another config. */
export const analyze = action<analysis.AnalyzeResult>({
  id: "analyze",
  title: "Analyse the access",
  summary: "Judge every grant by AWS's service authorization reference, and say who may do what",
  options: [
    {
      flags: "--format <format>",
      description: "how the result is printed",
      choices: FORMATS,
      default: "table",
    },
    { flags: "--against <file>", description: "another config: say what each principal gains and loses" },
    { flags: "--explain <rule>", description: "say what a rule is about, and show its findings alone" },
  ],
  effect: "local",
  exitCodes: [ExitCode.GuardrailViolated],
  run: (context) => access().analyzeAccess(context),
  runMl: (context) => access().analyzeProduct(context),
  describe: (result) => access().analyzeLines(result),
  exitCode: (result) => (load("../analysis/analyse-config") as typeof judging).exitCodeOf(result),
});
