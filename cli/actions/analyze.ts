import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { accessMatrix } from "../../core/analysis/access-matrix";
import type { AccessMatrix } from "../../core/analysis/access-row";
import { explainRule } from "../../core/analysis/all-rules";
import type { Analysis } from "../../core/analysis/analyse";
import { findingLines } from "../../core/analysis/finding-lines";
import { matrixCsv } from "../../core/analysis/matrix-csv";
import {
  differenceLines,
  matrixDifference,
  type MatrixDifference,
  type PlacedMatrix,
} from "../../core/analysis/matrix-difference";
import { matrixTable } from "../../core/analysis/matrix-table";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { sarifLog } from "../../core/analysis/sarif";
import { tenantPlace } from "../../core/analysis/tenant-names";
import { ExitCode } from "../../core/errors";
import { buildBlueprint } from "../../core/security/build-blueprint";
import { action } from "../action";
import { analyseConfig, hasErrors } from "../analyse-config";
import { load } from "../load";
import { render } from "../render";

const FORMATS = ["table", "json", "csv", "sarif"] as const;
type Format = (typeof FORMATS)[number];

/** Who may do what, and what is wrong with it. */
type AnalyzeResult = {
  config: string;
  stem: string;
  format: Format;
  /** What the rule is about that was asked for. */
  explained: string[];
  referenceDate: Analysis["referenceDate"];
  findings: Analysis["findings"];
  exempted: Analysis["exempted"];
  matrix: AccessMatrix;
  /** The other config, where there is one, and how the access of this one differs from it. */
  against?: string;
  difference?: MatrixDifference;
};

/** Judges every grant, says who may do what, and compares it with another config. */
export const analyze = action<AnalyzeResult>({
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
  run: (context) => {
    const { file, options } = context;
    const { blueprint } = render(context);
    const explain = options.explain as string | undefined;
    const matrix = accessMatrix(blueprint, referenceData());
    const against = options.against as string | undefined;
    return {
      config: file,
      stem: blueprint.stem,
      format: options.format as Format,
      explained: explain === undefined ? [] : explainRule(explain),
      ...only(analyseConfig(blueprint, context), explain),
      matrix,
      ...(against === undefined
        ? {}
        : { against, difference: differenceTo(against, { matrix, place: tenantPlace(context.config) }) }),
    };
  },
  describe: linesOf,
  exitCode: (result) => (hasErrors(result) ? ExitCode.GuardrailViolated : ExitCode.Done),
});

function only(analysis: Analysis, rule: string | undefined): Analysis {
  if (rule === undefined) return analysis;
  const { findings, exempted } = analysis;
  return {
    ...analysis,
    findings: findings.filter((finding) => finding.rule === rule),
    exempted: exempted.filter((finding) => finding.rule === rule),
  };
}

function differenceTo(against: string, here: PlacedMatrix): MatrixDifference {
  const { config, catalogue } = load(against);
  const matrix = accessMatrix(buildBlueprint(config, catalogue), referenceData());
  return matrixDifference(here, { matrix, place: tenantPlace(config) });
}

function linesOf(result: AnalyzeResult): string[] {
  const { format, explained, difference, matrix } = result;
  if (format === "json") return [JSON.stringify(result, undefined, 2)];
  if (format === "csv") return matrixCsv(matrix).trimEnd().split("\r\n");
  if (format === "sarif")
    return [JSON.stringify(sarifLog(result, { version: version(), uriOf }), undefined, 2)];
  if (explained.length > 0) return [...explained, "", ...findingLines(result)];
  const access = difference === undefined ? matrixTable(matrix) : differenceLines(difference);
  return [...findingLines(result), "", ...access];
}

/** SARIF takes a relative URI: slashes, and nothing in it that a URI can't have. */
function uriOf(file: string): string {
  return encodeURI(file.split(sep).join("/"));
}

function version(): string {
  const text = readFileSync(join(__dirname, "..", "..", "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
