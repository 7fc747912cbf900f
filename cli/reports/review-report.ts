import type { Mask } from "../../core/masking";
import type { ChecklistItem } from "../../core/ml/review/checklist";
import type { CostDriver } from "../../core/ml/review/cost-drivers";
import type { ExemptedFinding, Finding } from "../../core/analysis/finding";
import type { GuardrailResult } from "../../core/guardrails/guardrail-result";
import { counted } from "../../core/wording/join-words";
import type { Note } from "./environment-sections";
import { productFacts, productSections, type ProductSources } from "./product-sections";
import { pageRenderer, timeInWords } from "./render-page";

/** What the review of a product is made from. */
export interface ReviewReportData extends ProductSources {
  guardrails: readonly GuardrailResult[];
  findings: readonly Finding[];
  exempted: readonly ExemptedFinding[];
  costs: readonly CostDriver[];
  checklist: readonly ChecklistItem[];
  deliveredBytes: number;
  /** When it was made. */
  made: Date;
  /** Hides what no report may show. */
  mask: Mask;
}

const GUARDRAILS: Readonly<Record<GuardrailResult["state"], { word: string; tone: string }>> = {
  kept: { word: "kept", tone: "good" },
  violated: { word: "violated", tone: "bad" },
  "not-applicable": { word: "does not apply", tone: "" },
};

const CHECKLIST: Readonly<Record<ChecklistItem["state"], { word: string; tone: string }>> = {
  passed: { word: "checked by machine", tone: "good" },
  failed: { word: "failed by machine", tone: "bad" },
  open: { word: "left to you", tone: "warn" },
  none: { word: "does not apply", tone: "" },
};

/** What was found, the worst first; what the checklist calls failed says what is wrong. */
function notesOf({ findings, exempted, checklist, blueprint }: ReviewReportData): Note[] {
  const failed = checklist.filter(({ state }) => state === "failed");
  const open = checklist.filter(({ state }) => state === "open");
  const notes: Note[] = failed.map(({ text, detail }) => ({ tone: "bad", text: `${text}: no; ${detail}.` }));
  if (failed.length === 0) notes.push({ tone: "good", text: "Nothing that a machine can check is wrong." });
  if (findings.length + exempted.length > 0) {
    const text = `The analysis has ${counted(findings.length, "finding")}; the config exempts ${exempted.length}.`;
    notes.push({ tone: "warn", text });
  }
  return [
    ...notes,
    { tone: "warn", text: `${open.length} points of the checklist are left to people.` },
    ...blueprint.notes.map(({ path, message }) => ({ tone: "plain" as const, text: `${path}: ${message}.` })),
  ];
}

function shownFinding({ rule, severity, principals, policy, message, instead, place }: Finding) {
  const at = [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(":");
  const tone = severity === "error" ? "bad" : "warn";
  return { rule, severity, tone, who: principals.join(", "), policy, message, instead, at };
}

/** The review of a product, as one HTML page: what will be, how safe it is, what it costs, and what is left to do. */
export function reviewReport(data: ReviewReportData): string {
  const { blueprint, resources, parameters, guardrails, costs, checklist, made, mask } = data;
  const { config, roles, stem } = blueprint;
  return pageRenderer(mask)("./review-report", {
    title: `${config.client.company_name}: review of ${config.ml_product.use_case}`,
    eyebrow: "ML product",
    lead: `What the deployment of ${stem} would create, and what to see to before.`,
    ...productSections(data),
    facts: productFacts(blueprint),
    sections: [
      { id: "summary", label: "Summary" },
      { id: "resources", label: "What will be created" },
      { id: "guardrails", label: "Guardrails" },
      { id: "findings", label: "Analysis and exemptions" },
      { id: "roles", label: "Roles" },
      { id: "costs", label: "What costs" },
      { id: "checklist", label: "Before production" },
    ],
    figures: [
      ["Resources", resources.length],
      ["Roles", roles.length],
      ["Parameters", parameters.length],
      ["Bytes of the template", data.deliveredBytes.toLocaleString("en")],
    ],
    notes: notesOf(data),
    guardrails: guardrails.map((result) => ({ ...result, ...GUARDRAILS[result.state] })),
    findings: data.findings.map(shownFinding),
    exempted: data.exempted.map((finding) => ({ ...shownFinding(finding), ...finding.exemption })),
    referenceDate: data.reference.date,
    costs,
    checklist: checklist.map((item) => ({ ...item, ...CHECKLIST[item.state] })),
    made,
    madeInWords: timeInWords(made),
  });
}
