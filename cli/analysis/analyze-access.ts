import { readFileSync } from "node:fs";
import { isAbsolute, join, sep } from "node:path";
import { pathToFileURL } from "node:url";
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
import { buildBlueprint } from "../../core/security/build-blueprint";
import type { ActionContext } from "../action";
import { analyseConfig } from "./analyse-config";
import { loadSecurity } from "../load";
import { render } from "../render";

/** How a result is printed. */
export type Format = "table" | "json" | "csv" | "sarif";

/** Who may do what, and what is wrong with it. */
export type AnalyzeResult = {
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

/** The analysis and the matrix of a config, and how they differ from another's, as the options ask. */
export function analyzeAccess(context: ActionContext): AnalyzeResult {
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
}

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
  const { config, catalogue } = loadSecurity(against);
  const matrix = accessMatrix(buildBlueprint(config, catalogue), referenceData());
  return matrixDifference(here, { matrix, place: tenantPlace(config) });
}

/** The result in the form that was asked for. */
export function analyzeLines(result: AnalyzeResult): string[] {
  const { format, explained, difference, matrix } = result;
  if (format === "json") return [JSON.stringify(result, undefined, 2)];
  if (format === "csv") return matrixCsv(matrix).trimEnd().split("\r\n");
  if (format === "sarif")
    return [JSON.stringify(sarifLog(result, { version: version(), uriOf }), undefined, 2)];
  if (explained.length > 0) return [...explained, "", ...findingLines(result)];
  const access = difference === undefined ? matrixTable(matrix) : differenceLines(difference);
  return [...findingLines(result), "", ...access];
}

/** SARIF takes a URI: below the current folder relative to it, elsewhere absolute. */
function uriOf(file: string): string {
  return isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.split(sep).join("/"));
}

function version(): string {
  const text = readFileSync(join(__dirname, "..", "..", "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
