import { buildBlueprint } from "../../core/security/build-blueprint";
import { renderTemplate } from "../../core/template/render-template";
import { watchedResources } from "../../core/template/watched-resources";
import { shippedConfig } from "../core/shipped-configs";
import { shippedCatalogue } from "../core/startup-config";
import { type DeployedStack, deployStack } from "./deployed-stack";

const REGION = "us-west-1";

/** A shipped config as it would be deployed. */
export function renderTier(configName: string) {
  const config = shippedConfig(configName, ({ environment }) => (environment.region = REGION));
  const blueprint = buildBlueprint(config, shippedCatalogue);
  const template = renderTemplate(blueprint);
  const { account_id: accountId } = config.client;
  const { stackName } = blueprint;
  const where = { accountId, region: REGION };
  return { stackName, template, ...where, watched: watchedResources(template, where) };
}

/** Deploys a shipped config, such as `medium-10`. */
export function deployTier(configName: string): Promise<DeployedStack> {
  const tier = renderTier(configName);
  return deployStack(tier, () => tier);
}
