import { createRequire } from "node:module";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { buildMlOperatorPolicies } from "../../core/ml/operator-policy/build-policy";
import { checklistOf } from "../../core/ml/review/checklist";
import { costDriversOf } from "../../core/ml/review/cost-drivers";
import { stackOfBlueprint } from "../../core/guardrails/stack-of-blueprint";
import { deliveryKind } from "../../core/template/delivery";
import { templateYaml } from "../../core/template/serialize";
import { parseTemplate } from "../../core/template/validation/parse-template";
import { counted } from "../../core/wording/join-words";
import { variantOf } from "../../core/operator-policy/variants";
import { templateProblems } from "../../core/template/validation/template-problems";
import { watchedResources } from "../../core/template/watched-resources";
import { action, type MlContext } from "../action";
import type * as judging from "../analysis/analyse-config";
import { guardrailResults, judgeTemplate } from "../judge-template";
import { templatePath } from "./create-prov-template";
import { namedResources } from "../product-resources";
import { placed, renderMl } from "../render";
import type * as reports from "../reports/review-report";
import { writeWhole } from "../write-whole";

/** Loads what makes the page once there is something to report: the other actions have no use for it. */
const load = createRequire(__filename);

function review(context: MlContext) {
  const { config, log } = context;
  const { blueprint, template, deliveredBytes, fileStem } = renderMl(context);
  const target = { accountId: config.client.account_id, region: config.environment.region };
  const resources = watchedResources(template, target);
  const reference = referenceData();
  const source = parseTemplate(templatePath(context.output, fileStem), templateYaml(template));
  const stack = stackOfBlueprint(
    blueprint,
    deliveryKind(config.deployment, deliveredBytes) === "s3" ? "url" : "inline",
  );
  const judgement = judgeTemplate(source, { ...context, stack, blueprint: () => blueprint });
  const guardrails = guardrailResults(judgement);
  const { analyseConfig, ofProduct } = load("../analysis/analyse-config") as typeof judging;
  const { findings, exempted } = analyseConfig(ofProduct(blueprint), context);
  const policies = placed(context, () => buildMlOperatorPolicies(blueprint, variantOf(config.environment)));
  const costs = costDriversOf(blueprint, resources);
  const checklist = checklistOf({
    blueprint,
    guardrails,
    findings,
    exempted,
    templateProblems: templateProblems(template, target),
    operatorPolicies: policies.length,
  });
  const path = log.beside("html");
  const { reviewReport } = load("../reports/review-report") as typeof reports;
  const named = namedResources(template, resources);
  const parameters = Object.keys(template.Outputs);
  const mask = (text: string) => log.withoutSecrets(text);
  const made = log.begun;
  const judged = { guardrails, findings, exempted };
  const page = { blueprint, reference, ...judged, costs, checklist, deliveredBytes, made, mask };
  writeWhole(path, reviewReport({ ...page, resources: named, parameters }));
  log.info(`wrote ${path}`);
  return { path, resources: named.length, parameters: parameters.length, ...judged, costs, checklist };
}

type Review = ReturnType<typeof review>;

const MARKS: Readonly<Record<Review["checklist"][number]["state"], string>> = {
  passed: "x",
  failed: "!",
  open: " ",
  none: "-",
};

/** Writes what a person needs to approve a product's deployment, or to refuse it. */
export const createReviewReport = action<Review>({
  id: "create-review-report",
  title: "Create the review report",
  summary: "Write what will be created, how safe it is, what it costs and what is left to check, as HTML",
  options: [],
  effect: "local",
  files: ["reports/{stem}-create-review-report-{time}.html"],
  runMl: review,
  describe: ({ path, resources, parameters, guardrails, findings, exempted, checklist }) => {
    const bad = guardrails.filter(({ state }) => state === "violated");
    const judged = guardrails.filter(({ state }) => state !== "not-applicable");
    return [
      `Wrote ${path}`,
      `  resources  ${resources}, and ${parameters} parameters`,
      `  guardrails ${judged.length - bad.length} of ${judged.length} kept`,
      ...bad.map(({ name, detail }) => `    violated: ${name}: ${detail}`),
      `  analysis   ${counted(findings.length, "finding")}, ${exempted.length} exempted`,
      "Before production (x checked, ! failed, - does not apply, the rest is left to you)",
      ...checklist.map(({ text, state, detail }) => `  [${MARKS[state]}] ${text}: ${detail}`),
    ];
  },
});
