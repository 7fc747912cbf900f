import type { Catalogue } from "../core/catalogue/load";
import type { Config } from "../core/config/schema";
import type { StackBlueprint } from "../core/security/blueprint";
import { buildBlueprint } from "../core/security/build-blueprint";
import { renderTemplate } from "../core/template/render-template";
import { templateJson } from "../core/template/serialize";
import type { WatchedResource } from "../core/template/watched-resource";
import { watchedResources } from "../core/template/watched-resources";
import { chooseDelivery, type Delivery } from "../core/template/delivery";

/** All that is decided of a stack, of whichever product, before anything is registered with Pulumi. */
export interface RenderedStack {
  blueprint: StackBlueprint;
  delivery: Delivery;
  /** One for each resource of the template that the engine is to see. */
  watched: WatchedResource[];
}

/** Renders one security environment. Throws InvalidInputError where it has no valid template or no way to deliver it. */
export function renderStack(config: Config, catalogue: Catalogue): RenderedStack {
  const blueprint = buildBlueprint(config, catalogue);
  const template = renderTemplate(blueprint);
  const { region } = config.environment;
  return {
    blueprint,
    delivery: chooseDelivery(templateJson(template), {
      deployment: config.deployment,
      stem: blueprint.stem,
      region,
    }),
    watched: watchedResources(template, { accountId: config.client.account_id, region }),
  };
}
