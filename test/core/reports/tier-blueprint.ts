import { referenceData } from "../../../core/analysis/reference/reference-data";
import type { Config } from "../../../core/config/schema";
import type { ViewSources } from "../../../core/reports/environment-view";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import { shippedConfig } from "../shipped-configs";
import { shippedCatalogue } from "../startup-config";

/** What a report on a shipped config is made from, with a change to the config. */
export function tierSources(name: string, change?: (config: Config) => void): ViewSources {
  return {
    blueprint: buildBlueprint(shippedConfig(name, change), shippedCatalogue),
    catalogue: shippedCatalogue,
    reference: referenceData(),
  };
}
