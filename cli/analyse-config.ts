import { relative } from "node:path";
import { type Analysis, analyse } from "../core/analysis/analyse";
import { referenceData } from "../core/analysis/reference/reference-data";
import type { Blueprint } from "../core/security/blueprint";
import type { ActionContext } from "./action";

/** The analysis of a config as of today, with files named as seen from the current folder. */
export function analyseConfig(
  blueprint: Blueprint,
  { catalogue, source }: Pick<ActionContext, "catalogue" | "source">,
): Analysis {
  const today = new Date().toISOString().slice(0, 10);
  const analysis = analyse(blueprint, { data: referenceData(), today, origins: { catalogue, source } });
  const shown = <Finding extends Analysis["findings"][number]>(finding: Finding): Finding => {
    const { place } = finding;
    return place?.file === undefined
      ? finding
      : { ...finding, place: { ...place, file: fromHere(place.file) } };
  };
  return { ...analysis, findings: analysis.findings.map(shown), exempted: analysis.exempted.map(shown) };
}

/** A file below the current folder by its way from there, any other as it is. */
function fromHere(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith("..") || path === "" ? file : path;
}

/** Whether an analysis fails. */
export function hasErrors({ findings }: Pick<Analysis, "findings">): boolean {
  return findings.some(({ severity }) => severity === "error");
}
