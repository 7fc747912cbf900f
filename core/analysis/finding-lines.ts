import { formatProblem } from "../errors";
import type { Analysis } from "./analyse";
import type { ExemptedFinding, Finding } from "./finding";

/** The findings of an analysis as people read them, exempted ones at the end. */
export function findingLines({ findings, exempted, referenceDate }: Analysis): string[] {
  const counts = (["error", "warning", "note"] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? severity : `${severity}s`}`];
  });
  const summary = counts.length === 0 ? "no findings" : counts.join(", ");
  return [
    `Analysis by AWS's reference of ${referenceDate}: ${summary}${exempted.length === 0 ? "" : `, ${exempted.length} exempted`}`,
    ...findings.flatMap(linesOf),
    ...exempted.flatMap(exemptedLines),
  ];
}

function linesOf(finding: Finding): string[] {
  const { place, source, severity, rule, message, instead, principals, policy, statement } = finding;
  const where = { file: place?.file, line: place?.line, column: place?.column, path: place?.path ?? source };
  const named = statement?.sid === undefined ? policy : `${policy}, statement ${statement.sid}`;
  return [
    `  ${formatProblem({ ...where, message: `${severity} ${rule}: ${message}` })}`,
    `      ${[named, ...principals].filter((text) => text !== "").join("; ")}`,
    `      ${instead}`,
  ];
}

function exemptedLines(finding: ExemptedFinding): string[] {
  const { reason, expires } = finding.exemption;
  return [...linesOf(finding).slice(0, 2), `      exempted until ${expires}: ${reason}`];
}
