import type { Catalogue } from "../catalogue/policy-template";
import { placeProblems } from "../config/place-problems";
import type { ConfigSource, Place } from "../config/source";
import type { Blueprint } from "../security/blueprint";
import type { Finding } from "./finding";
import type { AnalysedPolicy, AnalysedPrincipal } from "./principals";

/** Where the parts of a blueprint were written. */
export interface Origins {
  catalogue: Catalogue;
  source: ConfigSource;
}

/** Says of each finding where it was written: in a policy template, or in the config. */
export function placeFindings<Placed extends Finding>(
  findings: readonly Placed[],
  principals: readonly AnalysedPrincipal[],
  origins: Origins,
): Placed[] {
  const policies = new Map(
    principals.flatMap((principal) => principal.policies.map((policy) => [policy.source, policy] as const)),
  );
  const byName = new Map(principals.map((principal) => [principal.name, principal]));
  return findings.map((finding) => {
    const policy = policies.get(finding.source);
    if (policy?.template !== undefined) return { ...finding, place: inTemplate(finding, policy, origins) };
    if (policy?.origin === "aws" || finding.rule === "unknown-policy") {
      const holder = finding.principals.map((name) => byName.get(name)).find((found) => found !== undefined);
      return {
        ...finding,
        place: inConfig(attachment(holder, finding.policy, origins.source), origins.source),
      };
    }
    const within = finding.statement === undefined ? "" : `.Statement[${finding.statement.index}]`;
    return { ...finding, place: inConfig(`${finding.source}${within}`, origins.source) };
  });
}

function inTemplate(finding: Finding, { template }: AnalysedPolicy, { catalogue }: Origins): Place {
  const found = catalogue.find(template!.service, template!.id);
  const index = finding.statement?.index ?? 0;
  return { file: found?.file, ...found?.positions[index], path: `statements[${index}]` };
}

function inConfig(path: string, source: ConfigSource): Place {
  const [placed] = placeProblems([{ path, message: "" }], source);
  const { file, line, column } = placed!;
  return { file, line, column, path: placed!.path };
}

/** The section of a config in which a group or role of this kind is written. */
export function sectionOf(kind: AnalysedPrincipal["kind"]): keyof Blueprint["config"]["security"] {
  if (kind === "group") return "iam_groups";
  if (kind === "service") return "service_roles";
  return kind === "cross-account" ? "cross_account_roles" : "assumable_roles";
}

function attachment(holder: AnalysedPrincipal | undefined, policy: string, source: ConfigSource): string {
  if (holder === undefined) return "security";
  const path = ["security", sectionOf(holder.kind), holder.configName, "managed_policies"];
  for (let index = 0; source.has([...path, index]); index++) {
    if (source.writtenAs([...path, index])?.replace(/^["']|["']$/g, "") === policy)
      return `${path.join(".")}[${index}]`;
  }
  return path.slice(0, 3).join(".");
}
