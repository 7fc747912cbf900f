import { relative } from "node:path";
import { type Analysis, analyse } from "../../core/analysis/analyse";
import type { Origins } from "../../core/analysis/place-findings";
import type { TenantPlace } from "../../core/analysis/rule";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { ExitCode } from "../../core/errors";
import { tenantPlace } from "../../core/analysis/tenant-names";
import type { MlBlueprint } from "../../core/ml/blueprint";
import { productPlace } from "../../core/ml/product-place";
import type { Blueprint } from "../../core/security/blueprint";

/** What is analysed: a config's blueprint, and whose names are its own. */
export type Analysed =
  { blueprint: Blueprint; tenant: TenantPlace } | { blueprint: MlBlueprint; tenant: TenantPlace };

/** A security config's environment, to be analysed. */
export function ofEnvironment(blueprint: Blueprint): Analysed {
  return { blueprint, tenant: tenantPlace(blueprint.config) };
}

/** An ML product, to be analysed. */
export function ofProduct(blueprint: MlBlueprint): Analysed {
  return { blueprint, tenant: productPlace(blueprint.config) };
}

/** The analysis of a config as of today, with files named as seen from the current folder. */
export function analyseConfig({ blueprint, tenant }: Analysed, origins: Origins): Analysis {
  const today = new Date().toISOString().slice(0, 10);
  const analysis = analyse(blueprint, { data: referenceData(), tenant, today, origins });
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

/** The exit code of an action that shows these findings. */
export function exitCodeOf({ findings }: Pick<Analysis, "findings">): ExitCode {
  return findings.some(({ severity }) => severity === "error") ? ExitCode.GuardrailViolated : ExitCode.Done;
}

export { explainRule } from "../../core/analysis/all-rules";
export { findingLines } from "../../core/analysis/finding-lines";
