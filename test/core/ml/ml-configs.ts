import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { MlConfig } from "../../../core/ml/config/schema";

const directory = join(__dirname, "..", "..", "..", "configs", "ml");

/** Names of the shipped configs of ML products, without `.yaml`. */
export const mlConfigNames = readdirSync(directory)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(/\.yaml$/, ""));

/** The path of one of them. */
export function mlConfigFile(name: string): string {
  return join(directory, `${name}.yaml`);
}

/** The text of one of them. */
export function mlConfigText(name: string): string {
  return readFileSync(mlConfigFile(name), "utf8");
}

/** One of them, a copy of its own for every caller, with a change to it. */
export function mlConfig(name: string, change: (config: MlConfig) => void = () => undefined): MlConfig {
  const config = parse(mlConfigText(name)) as MlConfig;
  change(config);
  return config;
}

/** One shipped config of each tier, by which the others are explained. */
export const STARTER = "techcorp-prod-a001-us-west-2-customer-churn-ml-codecommit";
/** Of the professional tier. */
export const PROFESSIONAL = "edge-prod-b001-us-west-2-fraud-detection-ml-codecommit-workload";
/** Of the enterprise tier. */
export const ENTERPRISE =
  "globalbank-prod-c001-us-west-2-demand-forecasting-ml-codecommit-standalone-direct-rtb";
/** Of the enterprise tier, with a name that is too long for a role. */
export const WORKLOAD =
  "globalbank-prod-c001-us-west-2-demand-forecasting-ml-codecommit-standalone-ssm-workload";
