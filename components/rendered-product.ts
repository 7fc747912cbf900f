import { buildMlBlueprint } from "../core/ml/build-ml-blueprint";
import type { MlConfig } from "../core/ml/config/schema";
import { renderMlTemplate } from "../core/ml/template/render-ml-template";
import { chooseDelivery } from "../core/template/delivery";
import { templateJson } from "../core/template/serialize";
import { watchedResources } from "../core/template/watched-resources";
import type { RenderedStack } from "./rendered-stack";

/** Renders one ML product. Throws InvalidInputError where it has no valid template or no way to deliver it. */
export function renderProduct(config: MlConfig): RenderedStack {
  const blueprint = buildMlBlueprint(config);
  const template = renderMlTemplate(blueprint);
  const { region } = config.environment;
  const { deployment } = config;
  const delivery = chooseDelivery(templateJson(template), { deployment, stem: blueprint.stem, region });
  const watched = watchedResources(template, { accountId: config.client.account_id, region });
  return { blueprint, delivery, watched };
}
