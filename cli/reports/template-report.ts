import type { ViewSources } from "../../core/reports/environment-view";
import type { TemplateFigures } from "../../core/reports/sizes";
import { deliveryKind } from "../../core/template/delivery";
import type { Mask } from "../../core/masking";
import {
  ENVIRONMENT_SECTIONS,
  environmentFacts,
  environmentSections,
  type Section,
} from "./environment-sections";
import { productFacts, productSections, type ProductSources } from "./product-sections";
import { pageRenderer, timeInWords } from "./render-page";

/** What every report on a template is made from. */
interface TemplateData {
  figures: TemplateFigures;
  /** When it was made. */
  made: Date;
  /** Hides what no report may show. */
  mask: Mask;
}

/** What the report on a template is made from: with a catalogue, that of a security environment. */
export type TemplateReportData = TemplateData & (ViewSources | ProductSources);

/** What the page says of the environment or the product itself. */
function subjectOf(data: TemplateReportData) {
  if ("catalogue" in data) {
    return {
      what: "access",
      lead: "who may do what, on which resources, and who may assume which role",
      facts: environmentFacts(data.blueprint),
      product: {},
      first: [] as Section[],
    };
  }
  const { resources, parameterPath, parameters } = productSections(data);
  return {
    what: data.blueprint.config.ml_product.use_case,
    lead: "what the product has, which role may do what, and which service takes it",
    facts: productFacts(data.blueprint),
    product: { resources, parameterPath, parameters },
    first: [{ id: "resources", label: "What the product has" }],
  };
}

/** The report of create-prov-template, as one HTML page: what the template would bring about, in words. */
export function templateReport(data: TemplateReportData): string {
  const { blueprint, figures, made, mask } = data;
  const { deliveredBytes, resources, outputs } = figures;
  const { groups, roles, policies, config } = blueprint;
  const delivery = deliveryKind(config.deployment, deliveredBytes) === "inline" ? "inline" : "through S3";
  const subject = subjectOf(data);
  const counts: Readonly<Record<string, number>> = { groups: groups.length, policies: policies.length };
  return pageRenderer(mask)("./template-report", {
    ...environmentSections(data, figures),
    ...subject.product,
    title: `${config.client.company_name}: ${subject.what} in ${config.environment.env}`,
    eyebrow: "CloudFormation template",
    lead: `What the template of ${blueprint.stem} would bring about: ${subject.lead}.`,
    facts: subject.facts,
    sections: [
      { id: "summary", label: "Summary" },
      ...subject.first,
      ...ENVIRONMENT_SECTIONS.filter(({ id }) => counts[id] !== 0),
    ],
    figures: [
      ...(groups.length === 0 ? [] : [["Groups", groups.length] as const]),
      ["Roles", roles.length],
      ["Managed policies", policies.length],
      ["Resources", resources],
      ["Outputs", outputs],
      [`Bytes, sent ${delivery}`, deliveredBytes.toLocaleString("en")],
    ],
    made,
    madeInWords: timeInWords(made),
  });
}
