import { checkDeployment } from "../../config/checks/deployment";
import { checkLicense } from "../../config/checks/license";
import { checkTags } from "../../config/checks/tags";
import { configFailure } from "../../config/config-failure";
import { frozen } from "../../config/draft";
import { judge } from "../../config/judge";
import { productOf } from "../../config/product";
import { type ConfigSource, isObject } from "../../config/source";
import type { MlCheck } from "./checks/check";
import { checkCompliance } from "./checks/compliance";
import { checkKeyAdministrators } from "./checks/key-administrators";
import { checkNames } from "./checks/names";
import { checkNetwork } from "./checks/network";
import { checkRetention } from "./checks/retention";
import { checkSource } from "./checks/source";
import { checkTier } from "./checks/tier";
import type { MlConfig } from "./schema";

const checks: readonly MlCheck[] = [
  checkTier,
  checkSource,
  checkNetwork,
  checkRetention,
  checkCompliance,
  checkKeyAdministrators,
  checkNames,
  checkTags,
  checkDeployment,
  checkLicense,
];

/** The config of an ML product, and where each part of it was written. */
export interface LoadedMlConfig {
  /** Deeply frozen. */
  config: MlConfig;
  source: ConfigSource;
}

/**
 * Judges the config of an ML product by its schema and by what no schema expresses.
 * @throws InvalidInputError with every problem at once.
 */
export function validateMlConfig(source: ConfigSource): LoadedMlConfig {
  if (productOf(source.value) !== "ml") {
    const message = "this is a security config, and configs of ML products are read here";
    const place = source.place([], "key");
    throw configFailure([{ ...place, message, hint: "an ML product's config has ml_product" }], source);
  }
  const { problems, draft } = judge("mlSections", source.value, source, []);
  const config = isObject(draft) ? draft : {};
  const report: Parameters<MlCheck>[0]["report"] = (path, part, message, hint) =>
    problems.push({ ...source.place(path, part), message, hint });
  for (const check of checks) check({ config, report });
  if (problems.length > 0) throw configFailure(problems, source);
  return { config: frozen(config) as MlConfig, source };
}
