import type { MlBlueprint, Note } from "./blueprint";
import { missingTypes } from "./config/region-types";

/** What a reviewer should know of a product, in the order of the config's keys. */
export function notesOf(blueprint: Omit<MlBlueprint, "notes">): Note[] {
  const { retention, network, compliance, executionRole, buildSource, key, config } = blueprint;
  const notes: Note[] = [];
  for (const type of missingTypes(config.environment.region)) {
    const message = `CloudFormation is not known to have ${type} in ${config.environment.region}: ask AWS before you deploy, or choose another region`;
    notes.push({ path: "environment.region", message });
  }
  const note = (key: string, message: string) => notes.push({ path: `ml_product.${key}`, message });
  if (buildSource.kind === "codecommit") {
    const message =
      "the repositories are empty at first: the first run of each pipeline fails until there is code in them";
    note("source_control", message);
  } else {
    const message = `${buildSource.bucket} has to be versioned, and to send its events to EventBridge: else no change starts a pipeline`;
    note("s3_prefix", message);
  }
  if (retention.days !== retention.asked) {
    const message = `logs are kept ${retention.days} days, the next number after ${retention.asked} that CloudWatch Logs takes`;
    note("log_retention_days", message);
  }
  if (executionRole.parameter !== undefined) {
    const message = `jobs and models run with ${executionRole.name} of the security stack, which the boundary of this stack does not bound`;
    note("security_stack", message);
  }
  if (network?.endpoints === "create" && network.routeTables.length === 0) {
    note("route_table_ids", "no route table leads to S3 through the gateway endpoint: it is used by nobody");
  }
  if (network?.endpoints === "create" && network.securityGroup === "create") {
    const message =
      "only members of the new security group reach the endpoints: attach it to what calls them";
    note("vpc_mode", message);
  }
  if (compliance?.trail === "account") {
    const message = `how long ${compliance.logGroup} keeps its events is set where the account's trail is`;
    note("compliance.trail", message);
  }
  if (key !== undefined) {
    const message =
      "whoever deploys has to be among them: KMS takes no key whose policy its creator can't change afterwards";
    note("key_administrators", message);
  }
  if (config.ml_product.alerts_email !== undefined) {
    note("alerts_email", "AWS asks the address to confirm: nothing is sent to it before");
  }
  return notes;
}
