import { join } from "node:path";
import { referenceData } from "../../../core/analysis/reference/reference-data";
import { loadCatalogue } from "../../../core/catalogue/load";
import { loadConfigFile } from "../../../core/config/load-file";
import type { JsonObject } from "../../../core/config/source";
import { environmentOfConfig, type JudgedEnvironment } from "../../../core/guardrails/environment";
import { judgeBy } from "../../../core/guardrails/judge";
import { readTemplate } from "../../../core/guardrails/read-template";
import { guardrails } from "../../../core/guardrails/rules";
import { stackOfBlueprint } from "../../../core/guardrails/stack-of-blueprint";
import type { JudgedTemplate, Subject } from "../../../core/guardrails/subject";
import { buildMlBlueprint } from "../../../core/ml/build-ml-blueprint";
import { loadMlConfigFile } from "../../../core/ml/config/load";
import { renderMlTemplate } from "../../../core/ml/template/render-ml-template";
import type { StackBlueprint } from "../../../core/security/blueprint";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import type { Template } from "../../../core/template/cloudformation";
import { renderTemplate } from "../../../core/template/render-template";
import { byText } from "../../../core/text-order";
import { type Deployed, type Mutation, mutations } from "./mutate-template";

const root = join(__dirname, "..", "..", "..");

/** Guardrails that need the whole template; all others see all that they judge in one resource. */
const OF_WHOLE_TEMPLATES = new Set(["tier-limits", "no-escalation", "own-roles", "tls-only", "told-alerts"]);
/** Guardrails that see in the whole template what is missing, and in one resource what is wrong with it. */
const OF_BOTH = new Set(["recorded-calls", "vpc-endpoints"]);

/** How many mutations of a kind were made, and by which guardrails they were caught. */
export interface KindScore {
  kind: string;
  made: number;
  caught: number;
  /** Guardrails that caught one first, in the order of the documentation. */
  by: string[];
}

/** The tiers whose own templates are broken; of ML products the configs that have most of their tier. */
export const PROFILES = [
  "startup-5",
  "medium-10",
  "enterprise-12",
  "ml/techcorp-prod-a001-us-west-2-customer-churn-ml-codecommit",
  "ml/edge-prod-b001-us-west-2-fraud-detection-ml-codecommit",
  "ml/globalbank-prod-c001-us-west-2-demand-forecasting-ml-codecommit-standalone-direct-rtb",
] as const;

/** Breaks each guarded property of a tier's own template, one at a time, and says what was caught. */
export function scoreOf(profile: string): { mutation: Mutation; caughtBy: string | undefined }[] {
  const { deployed, environment } = shipped(profile);
  return mutations(deployed).map((mutation) => ({ mutation, caughtBy: firstCatch(mutation, environment) }));
}

/** Sums up by kind. */
export function byKind(scores: ReturnType<typeof scoreOf>): KindScore[] {
  const kinds = new Map<string, KindScore>();
  for (const { mutation, caughtBy } of scores) {
    const { kind } = mutation;
    const score = kinds.get(kind) ?? { kind, made: 0, caught: 0, by: [] };
    kinds.set(kind, score);
    score.made += 1;
    if (caughtBy === undefined) continue;
    score.caught += 1;
    if (!score.by.includes(caughtBy)) score.by.push(caughtBy);
  }
  const order = guardrails.map(({ name }) => name);
  for (const { by } of kinds.values()) by.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return [...kinds.values()].sort((a, b) => byText(a.kind, b.kind));
}

function firstCatch(
  { kind, changed, template, stack }: Mutation,
  environment: JudgedEnvironment,
): string | undefined {
  const catches = (subject: Subject, whole: boolean) =>
    guardrails.find(
      (guardrail) =>
        (OF_WHOLE_TEMPLATES.has(guardrail.name) === whole || OF_BOTH.has(guardrail.name)) &&
        // Escalation takes conditions to hold: it does not see that one is missing.
        !(guardrail.name === "no-escalation" && kind.includes("condition on")) &&
        judgeBy(guardrail, subject, { context: { environment, data: referenceData() } }).result ===
          "violation",
    )?.name;
  const first = catches({ template: changedAlone(template, changed, environment), stack }, false);
  if (first !== undefined) return first;
  return catches({ template: readTemplate(template, environment) }, true);
}

/** The changed resources; of the others only the names, so that references to them are known. */
function changedAlone(
  template: JsonObject,
  changed: JsonObject,
  environment: JudgedEnvironment,
): JudgedTemplate {
  const resources = Object.entries(template.Resources as Record<string, JsonObject>).map(([id, resource]) => {
    const { GroupName, RoleName, ManagedPolicyName } = (resource.Properties ?? {}) as JsonObject;
    const named = { Type: resource.Type, Properties: { GroupName, RoleName, ManagedPolicyName } };
    return [id, Object.hasOwn(changed, id) ? resource : named] as const;
  });
  const read = readTemplate({ ...template, Resources: Object.fromEntries(resources) }, environment);
  const isChanged = ({ logicalId }: { logicalId: string }) => Object.hasOwn(changed, logicalId);
  return {
    ...read,
    whole: false,
    resources: read.resources.filter(isChanged),
    open: read.open.filter(isChanged),
  };
}

function shipped(profile: string): { deployed: Deployed; environment: JudgedEnvironment } {
  const { blueprint, rendered, environment } = renderedProfile(profile);
  const stack = stackOfBlueprint(blueprint, "url");
  const template = JSON.parse(JSON.stringify(rendered)) as JsonObject;
  return { deployed: { template, stack, ofProduct: environment.product !== undefined }, environment };
}

function renderedProfile(profile: string): {
  blueprint: StackBlueprint;
  rendered: Template;
  environment: JudgedEnvironment;
} {
  const masterDirectory = join(root, "configs");
  const file = join(masterDirectory, `${profile}.yaml`);
  if (profile.startsWith("ml/")) {
    const config = loadMlConfigFile(file);
    const blueprint = buildMlBlueprint(config);
    return { blueprint, rendered: renderMlTemplate(blueprint), environment: environmentOfConfig(config) };
  }
  const catalogue = loadCatalogue(join(root, "policy-templates"));
  const config = loadConfigFile(file, { masterDirectory, catalogue: catalogue.index });
  const blueprint = buildBlueprint(config, catalogue);
  return { blueprint, rendered: renderTemplate(blueprint), environment: environmentOfConfig(config) };
}
