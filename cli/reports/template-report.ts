import type { ViewSources } from "../../core/reports/environment-view";
import type { TemplateFigures } from "../../core/reports/sizes";
import { deliveryKind } from "../../core/template/delivery";
import type { Mask } from "../../core/masking";
import { ENVIRONMENT_SECTIONS, environmentFacts, environmentSections } from "./environment-sections";
import { pageRenderer, timeInWords } from "./render-page";

/** What the report on a template is made from. */
export interface TemplateReportData extends ViewSources, TemplateFigures {
  /** When it was made. */
  made: Date;
  /** Hides what no report may show. */
  mask: Mask;
}

/** The report of create-prov-template, as one HTML page: what the template would bring about, in words. */
export function templateReport(data: TemplateReportData): string {
  const { blueprint, deliveredBytes, resources, outputs, made, mask } = data;
  const { groups, roles, policies, config } = blueprint;
  const delivery =
    deliveryKind(blueprint.config.deployment, deliveredBytes) === "inline" ? "inline" : "through S3";
  return pageRenderer(mask)("./template-report", {
    ...environmentSections(data, data),
    title: `${config.client.company_name}: access in ${config.environment.env}`,
    eyebrow: "CloudFormation template",
    lead: `What the template of ${blueprint.stem} would bring about: who may do what, on which resources, and who may assume which role.`,
    facts: environmentFacts(blueprint),
    sections: [{ id: "summary", label: "Summary" }, ...ENVIRONMENT_SECTIONS],
    figures: [
      ["Groups", groups.length],
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
