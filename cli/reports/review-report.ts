import type { Mask } from "../../core/masking";
import type { ChecklistItem } from "../../core/ml/review/checklist";
import type { CostDriver } from "../../core/ml/review/cost-drivers";
import type { PostureCheck } from "../../core/ml/review/posture";
import type { Note } from "./environment-sections";
import { productFacts, productSections, type ProductSources } from "./product-sections";
import { pageRenderer, timeInWords } from "./render-page";

/** What the review of a product is made from. */
export interface ReviewReportData extends ProductSources {
  posture: readonly PostureCheck[];
  costs: readonly CostDriver[];
  checklist: readonly ChecklistItem[];
  deliveredBytes: number;
  /** When it was made. */
  made: Date;
  /** Hides what no report may show. */
  mask: Mask;
}

const POSTURE: Readonly<Record<PostureCheck["state"], { word: string; tone: string }>> = {
  good: { word: "yes", tone: "good" },
  bad: { word: "no", tone: "bad" },
  none: { word: "does not apply", tone: "" },
};

const CHECKLIST: Readonly<Record<ChecklistItem["state"], { word: string; tone: string }>> = {
  passed: { word: "checked", tone: "good" },
  failed: { word: "failed", tone: "bad" },
  open: { word: "left to you", tone: "warn" },
  none: { word: "does not apply", tone: "" },
};

function notesOf({ posture, checklist, blueprint }: ReviewReportData): Note[] {
  const bad = posture.filter(({ state }) => state === "bad");
  const failed = checklist.filter(({ state }) => state === "failed");
  const open = checklist.filter(({ state }) => state === "open");
  return [
    bad.length === 0
      ? { tone: "good", text: "Nothing in the template breaks a rule." }
      : { tone: "bad", text: `Breaks a rule: ${bad.map(({ title }) => title.toLowerCase()).join("; ")}.` },
    ...failed.map(({ text, detail }) => ({ tone: "bad" as const, text: `${text}: no; ${detail}.` })),
    { tone: "warn", text: `${open.length} points of the checklist are left to people.` },
    ...blueprint.notes.map(({ path, message }) => ({ tone: "plain" as const, text: `${path}: ${message}.` })),
  ];
}

/** The review of a product, as one HTML page: what will be, how safe it is, what it costs, and what is left to do. */
export function reviewReport(data: ReviewReportData): string {
  const { blueprint, resources, parameters, posture, costs, checklist, made, mask } = data;
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
      { id: "posture", label: "Security posture" },
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
    posture: posture.map((check) => ({ ...check, ...POSTURE[check.state] })),
    costs,
    checklist: checklist.map((item) => ({ ...item, ...CHECKLIST[item.state] })),
    made,
    madeInWords: timeInWords(made),
  });
}
