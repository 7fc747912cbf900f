import { catalogueView, type Holder } from "../../core/reports/catalogue-view";
import type { ViewSources } from "../../core/reports/environment-view";
import type { Mask } from "../../core/masking";
import { joinWords } from "../../core/wording/join-words";
import { environmentFacts } from "./environment-sections";
import { pageRenderer, timeInWords } from "./render-page";

/** What the policy documentation is made from. */
export interface PolicyReportData extends ViewSources {
  /** When it was made. */
  made: Date;
  /** Hides what no report may show. */
  mask: Mask;
}

/**
 * The policy documentation, as one HTML page: every template of the catalogue with what it allows in words, who has it
 * in this environment, and its document; then what the config states itself, and AWS's own policies.
 */
export function policyReport({ made, mask, ...sources }: PolicyReportData): string {
  const { blueprint } = sources;
  const { services, own, awsManaged } = catalogueView(sources);
  const templates = services.flatMap((service) => service.templates);
  const withHolders = <T extends { holders: Holder[] }>(item: T) => ({
    ...item,
    holdersInWords: holdersInWords(item.holders),
  });
  return pageRenderer(mask)("./policy-report", {
    title: `${blueprint.config.client.company_name}: policies`,
    eyebrow: "Policy documentation",
    lead: `Every policy of the catalogue, and what ${blueprint.stem} uses of it.`,
    facts: environmentFacts(blueprint),
    sections: [
      { id: "overview", label: "Overview" },
      ...services.map(({ id, title }) => ({ id: `service-${id}`, label: title })),
      { id: "own", label: "Of the config" },
      { id: "aws-managed", label: "Of AWS" },
    ],
    figures: [
      ["Templates", templates.length],
      ["Used here", templates.filter(({ holders }) => holders.length > 0).length],
      ["Managed policies", blueprint.policies.length],
      ["Of the config", own.length],
      ["Of AWS", awsManaged.length],
    ],
    services: services.map((service) => ({ ...service, templates: service.templates.map(withHolders) })),
    own: own.map(withHolders),
    awsManaged: awsManaged.map(withHolders),
    made,
    madeInWords: timeInWords(made),
  });
}

/** `groups a and b; roles c and d`; empty where nobody has it. */
function holdersInWords(holders: readonly Holder[]): string {
  const named = (kind: Holder["kind"]) =>
    holders.filter((holder) => holder.kind === kind).map(({ configName }) => configName);
  const words = (noun: string, names: string[]) =>
    names.length === 0 ? [] : [`${noun}${names.length === 1 ? "" : "s"} ${joinWords(names)}`];
  return [...words("group", named("group")), ...words("role", named("role"))].join("; ");
}
