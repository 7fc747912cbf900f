import { byText } from "../text-order";
import type { Exemption } from "../config/exemption-schema";
import { escalationFindings } from "./escalation/escalation-findings";
import { applyExemptions } from "./exemptions";
import type { ExemptedFinding, Finding } from "./finding";
import { heldPolicies, judgePolicy } from "./judge-policies";
import { type Origins, placeFindings } from "./place-findings";
import { type AnalysedBlueprint, type AnalysedPrincipal, principalsOf } from "./principals";
import type { ReferenceData } from "./reference/reference-data";
import type { Severity, TenantPlace } from "./rule";

/** What the analysis of a config found. */
export interface Analysis {
  /** The date of AWS's service authorization reference, `YYYY-MM-DD`. */
  referenceDate: string;
  /** By severity, then by place. */
  findings: Finding[];
  /** What the config exempts: shown in every report. */
  exempted: ExemptedFinding[];
}

/** What an analysis needs beside the blueprint. */
export interface AnalysisContext {
  data: ReferenceData;
  /** Whose the environment or the product is: what lies outside is a finding. */
  tenant: TenantPlace;
  /** The day of the judgement in UTC, `YYYY-MM-DD`. */
  today: string;
  /** Undefined where nobody asks for places. */
  origins?: Origins;
}

/** Judges everything that a blueprint grants, by every rule, and follows every way of escalation. */
export function analyse(
  blueprint: AnalysedBlueprint & { config: { exemptions?: readonly Exemption[] } },
  { data, tenant, today, origins }: AnalysisContext,
): Analysis {
  const principals = principalsOf(blueprint, data);
  const all = [
    ...heldPolicies(principals).flatMap((held) => judgePolicy(held, { data, tenant })),
    ...escalationFindings(principals, { data, tenant }),
  ];
  const judged = applyExemptions(all, blueprint.config.exemptions ?? [], {
    nameOf: (name) => namesOf(name, principals),
    today,
  });
  const placed = <Placed extends Finding>(findings: readonly Placed[]) =>
    (origins === undefined ? [...findings] : placeFindings(findings, principals, origins)).sort(inOrder);
  return {
    referenceDate: data.date,
    findings: placed(judged.findings),
    exempted: placed(judged.exempted),
  };
}

function namesOf(configName: string, principals: readonly AnalysedPrincipal[]): string[] {
  return principals.filter((principal) => principal.configName === configName).map(({ name }) => name);
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

function inOrder(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    byText(a.place?.file ?? "", b.place?.file ?? "") ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    byText(a.rule, b.rule) ||
    byText(a.message, b.message)
  );
}
