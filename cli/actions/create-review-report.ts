import { createRequire } from "node:module";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { buildMlOperatorPolicies } from "../../core/ml/operator-policy/build-policy";
import { checklistOf } from "../../core/ml/review/checklist";
import { costDriversOf } from "../../core/ml/review/cost-drivers";
import { postureOf } from "../../core/ml/review/posture";
import { variantOf } from "../../core/operator-policy/variants";
import { templateProblems } from "../../core/template/validation/template-problems";
import { watchedResources } from "../../core/template/watched-resources";
import { action, type MlContext } from "../action";
import { namedResources } from "../product-resources";
import { placed, renderMl } from "../render";
import type * as reports from "../reports/review-report";
import { writeWhole } from "../write-whole";

/** Loads what makes the page once there is something to report: the other actions have no use for it. */
const load = createRequire(__filename);

function review(context: MlContext) {
  const { config, log } = context;
  const { blueprint, template, deliveredBytes } = renderMl(context);
  const target = { accountId: config.client.account_id, region: config.environment.region };
  const resources = watchedResources(template, target);
  const reference = referenceData();
  const posture = postureOf({ blueprint, resources, reference });
  const policies = placed(context, () => buildMlOperatorPolicies(blueprint, variantOf(config.environment)));
  const costs = costDriversOf(blueprint, resources);
  const checklist = checklistOf({
    blueprint,
    posture,
    templateProblems: templateProblems(template, target),
    operatorPolicies: policies.length,
  });
  const path = log.beside("html");
  const { reviewReport } = load("../reports/review-report") as typeof reports;
  const named = namedResources(template, resources);
  const parameters = Object.keys(template.Outputs);
  const mask = (text: string) => log.withoutSecrets(text);
  const made = log.begun;
  const page = { blueprint, reference, posture, costs, checklist, deliveredBytes, made, mask };
  writeWhole(path, reviewReport({ ...page, resources: named, parameters }));
  log.info(`wrote ${path}`);
  return { path, resources: named.length, parameters: parameters.length, posture, costs, checklist };
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
  describe: ({ path, resources, parameters, posture, checklist }) => {
    const bad = posture.filter(({ state }) => state === "bad");
    const judged = posture.filter(({ state }) => state !== "none");
    return [
      `Wrote ${path}`,
      `  resources  ${resources}, and ${parameters} parameters`,
      `  posture    ${judged.length - bad.length} of ${judged.length} hold`,
      ...bad.map(({ title, detail }) => `    does not hold: ${title}: ${detail}`),
      "Before production (x checked, ! failed, - does not apply, the rest is left to you)",
      ...checklist.map(({ text, state, detail }) => `  [${MARKS[state]}] ${text}: ${detail}`),
    ];
  },
});
