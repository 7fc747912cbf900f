import type { ReferenceData } from "../../core/analysis/reference/reference-data";
import type { Mask } from "../../core/masking";
import type { MlBlueprint } from "../../core/ml/blueprint";
import type { ChecklistItem } from "../../core/ml/review/checklist";
import type { CostDriver } from "../../core/ml/review/cost-drivers";
import type { PostureCheck } from "../../core/ml/review/posture";
import { mlParameterPath, scenario } from "../../core/naming/ml-names";
import { environmentView } from "../../core/reports/environment-view";
import type { NamedResource } from "../product-resources";
import { type Fact, type Note, ROLE_KINDS } from "./environment-sections";
import { pageRenderer, timeInWords } from "./render-page";

/** What the review of a product is made from. */
export interface ReviewReportData {
  blueprint: MlBlueprint;
  reference: ReferenceData;
  /** What will be created, without the parameters of the outputs. */
  resources: readonly NamedResource[];
  /** Keys of the outputs, each of which is a parameter. */
  parameters: readonly string[];
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

function factsOf({ config, stackName, protect, retention, alertsEmail, boundary }: MlBlueprint): Fact[] {
  const { client, environment, tier } = config;
  const tags = Object.entries(config.tags ?? {}).map(([key, value]) => `${key}: ${value}`);
  return [
    ["Company", client.company_name],
    ["AWS account", client.account_id],
    ["Region", environment.region],
    ["Environment", environment.env],
    ["Tenant", client.tenant_id],
    ["Tier", `${tier.name} (${scenario(config)})`],
    ["Stack", stackName, true],
    ["Termination protection", protect ? "on" : "off"],
    ["Permission boundary", boundary?.name ?? "none", boundary !== undefined],
    ["Logs kept", `${retention.days} days`],
    ["Alerts to", alertsEmail ?? "nobody"],
    ...(tags.length === 0 ? [] : [["Tags of its own", tags.join(", ")] as const]),
  ];
}

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

function byType(resources: readonly NamedResource[]) {
  const types = [...new Set(resources.map(({ type }) => type))].sort();
  return types.map((type) => ({
    type,
    members: resources
      .filter((resource) => resource.type === type)
      .map(({ name, logicalId }) => ({ name: name ?? logicalId, byAws: name === undefined })),
  }));
}

/** The review of a product, as one HTML page: what will be, how safe it is, what it costs, and what is left to do. */
export function reviewReport(data: ReviewReportData): string {
  const { blueprint, reference, resources, parameters, posture, costs, checklist, made, mask } = data;
  const { config, roles, stem } = blueprint;
  return pageRenderer(mask)("./review-report", {
    title: `${config.client.company_name}: review of ${config.ml_product.use_case}`,
    eyebrow: "ML product",
    lead: `What the deployment of ${stem} would create, and what to see to before.`,
    facts: factsOf(blueprint),
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
    resources: byType(resources),
    parameterPath: mlParameterPath(config),
    parameters,
    posture: posture.map((check) => ({ ...check, ...POSTURE[check.state] })),
    roles: environmentView({ blueprint, reference }).roles.map((role) => ({
      ...role,
      kindInWords: ROLE_KINDS[role.kind],
    })),
    costs,
    checklist: checklist.map((item) => ({ ...item, ...CHECKLIST[item.state] })),
    made,
    madeInWords: timeInWords(made),
  });
}
