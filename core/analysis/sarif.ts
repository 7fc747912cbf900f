import { allRules } from "./all-rules";
import type { Analysis } from "./analyse";
import type { ExemptedFinding, Finding } from "./finding";

/** What a SARIF log says of the tool. */
export interface SarifTool {
  version: string;
  /** The file of a finding as the repository names it, with slashes. */
  uriOf: (file: string) => string;
}

/**
 * The findings as a SARIF 2.1.0 log (OASIS standard), as code scanning takes it: exempted ones are in it, suppressed
 * with their reason.
 */
export function sarifLog({ findings, exempted }: Analysis, tool: SarifTool): Record<string, unknown> {
  const rules = allRules.map(({ id, title, why, remediation, severity }) => ({
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: remediation },
    defaultConfiguration: { level: severity },
  }));
  const results = [
    ...findings.map((finding) => resultOf(finding, tool)),
    ...exempted.map((finding) => ({ ...resultOf(finding, tool), suppressions: [suppression(finding)] })),
  ];
  const driver = { name: "tierguard", version: tool.version, rules };
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
}

function resultOf(finding: Finding, { uriOf }: SarifTool): Record<string, unknown> {
  const { rule, severity, principals, policy, message, instead, place, statement } = finding;
  const who = principals.length === 0 ? "" : ` Held by ${principals.join(", ")}.`;
  const physicalLocation = {
    artifactLocation: { uri: uriOf(place?.file ?? finding.source) },
    region: { startLine: place?.line ?? 1, startColumn: place?.column ?? 1 },
  };
  return {
    ruleId: rule,
    ruleIndex: allRules.findIndex(({ id }) => id === rule),
    level: severity,
    message: { text: `${message}. ${instead}.${who}`.replaceAll("..", ".") },
    locations: [
      { physicalLocation, logicalLocations: [{ fullyQualifiedName: place?.path ?? finding.source }] },
    ],
    // Lines move: what stays the same is what the finding is about.
    partialFingerprints: {
      "finding/v1": [rule, policy, statement?.sid ?? statement?.index ?? "", message].join("|"),
    },
  };
}

function suppression({ exemption: { reason, expires } }: ExemptedFinding): Record<string, string> {
  return { kind: "external", justification: `${reason} (until ${expires})` };
}
