import { createRequire } from "node:module";
import { referenceData } from "../../core/analysis/reference/reference-data";
import { exportedPolicies } from "../../core/exports/export-policies";
import { exportAction } from "../export-action";
import type * as reports from "../reports/policy-report";

/** Loads what makes the report once there is something to report: the other actions have no use for it. */
const load = createRequire(__filename);

/** Writes every managed policy of the stack as it will be deployed, for a review, and documents the catalogue. */
export const exportServicePolicies = exportAction({
  id: "export-service-policies",
  title: "Export the managed policies",
  summary: "Write each managed policy of the stack as JSON, and a page that documents all policies",
  folder: "policies",
  nouns: ["policy", "policies"],
  kinds: ["policy"],
  files: exportedPolicies,
  report: ({ catalogue, log }, blueprint) => {
    const { policyReport } = load("../reports/policy-report") as typeof reports;
    const mask = (text: string) => log.withoutSecrets(text);
    return policyReport({ blueprint, catalogue, reference: referenceData(), made: log.begun, mask });
  },
});
