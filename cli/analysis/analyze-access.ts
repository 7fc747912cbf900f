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
import type { Origins } from "../../core/analysis/place-findings";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { sarifLog } from "../../core/analysis/sarif";
import type { ActionContext, MlContext, RunContext } from "../action";
import { loadAs } from "../load";
import { render, renderMl } from "../render";
import { type Analysed, analyseConfig, ofEnvironment, ofProduct } from "./analyse-config";

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

/** The analysis and the matrix of a security config, and how they differ from another's, as the options ask. */
export function analyzeAccess(context: ActionContext): AnalyzeResult {
  return analyzed(ofEnvironment(render(context).blueprint), context, (against) => {
    const other = loadAs("security", against);
    return ofEnvironment(render(other).blueprint);
  });
}

/** The same of the config of an ML product. */
export function analyzeProduct(context: MlContext): AnalyzeResult {
  return analyzed(ofProduct(renderMl(context).blueprint), context, (against) => {
    const other = loadAs("ml", against);
    return ofProduct(renderMl(other).blueprint);
  });
}

function analyzed(
  subject: Analysed,
  context: RunContext & Origins,
  other: (file: string) => Analysed,
): AnalyzeResult {
  const { file, options } = context;
  const { blueprint, tenant } = subject;
  const explain = options.explain as string | undefined;
  const matrix = accessMatrix(blueprint, referenceData());
  const against = options.against as string | undefined;
  return {
    config: file,
    stem: blueprint.stem,
    format: options.format as Format,
    explained: explain === undefined ? [] : explainRule(explain),
    ...only(analyseConfig(subject, context), explain),
    matrix,
    ...(against === undefined
      ? {}
      : { against, difference: differenceTo(other(against), { matrix, place: tenant }) }),
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

function differenceTo({ blueprint, tenant }: Analysed, here: PlacedMatrix): MatrixDifference {
  const matrix = accessMatrix(blueprint, referenceData());
  return matrixDifference(here, { matrix, place: tenant });
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
