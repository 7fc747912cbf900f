import type { Catalogue } from "../catalogue/policy-template";
import { parsePath } from "../config/place-problems";
import type { ConfigSource, Path, Place } from "../config/source";
import type { Finding } from "./finding";
import type { AnalysedPolicy, AnalysedPrincipal } from "./principals";

/** Where the parts of a blueprint were written. */
export interface Origins {
  /** Of security configs. */
  catalogue?: Catalogue;
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
    return { ...finding, place: inConfig(policy?.askedBy ?? `${finding.source}${within}`, origins.source) };
  });
}

function inTemplate(finding: Finding, { template }: AnalysedPolicy, { catalogue }: Origins): Place {
  const found = catalogue?.find(template!.service, template!.id);
  const index = finding.statement?.index ?? 0;
  return { file: found?.file, ...found?.positions[index], path: `statements[${index}]` };
}

/** Where a path was written; of one that leads further than the config does, the part that the config has. */
function inConfig(path: string, source: ConfigSource): Place {
  let steps: Path = parsePath(path);
  while (steps.length > 1 && !source.has(steps)) steps = steps.slice(0, -1);
  return source.place(steps, "value");
}

function attachment(holder: AnalysedPrincipal | undefined, policy: string, source: ConfigSource): string {
  if (holder === undefined) return "security";
  const path = [...parsePath(holder.source), "managed_policies"];
  for (let index = 0; source.has([...path, index]); index++) {
    if (source.writtenAs([...path, index])?.replace(/^["']|["']$/g, "") === policy)
      return `${path.join(".")}[${index}]`;
  }
  return holder.source;
}
