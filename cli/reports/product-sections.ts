import type { ReferenceData } from "../../core/analysis/reference/reference-data";
import type { MlBlueprint } from "../../core/ml/blueprint";
import { scenario } from "../../core/naming/ml-names";
import { environmentView } from "../../core/reports/environment-view";
import type { NamedResource } from "../product-resources";
import { type Fact, ROLE_KINDS, type Section } from "./environment-sections";

/** What the sections on a product are made from. */
export interface ProductSources {
  blueprint: MlBlueprint;
  reference: ReferenceData;
  /** What the product has, without the parameters of the outputs. */
  resources: readonly NamedResource[];
  /** Keys of the outputs, each of which is a parameter. */
  parameters: readonly string[];
}

/** The sections that a report on a deployed product has. */
export const PRODUCT_SECTIONS: readonly Section[] = [
  { id: "resources", label: "What the product has" },
  { id: "roles", label: "Roles" },
];

/** Which product it is. */
export function productFacts({
  config,
  stackName,
  protect,
  retention,
  alertsEmail,
  boundary,
}: MlBlueprint): Fact[] {
  const { client, environment, tier } = config;
  const tags = Object.entries(config.tags ?? {}).map(([key, value]) => `${key}: ${value}`);
  return [
    ["Company", client.company_name],
    ["AWS account", client.account_id],
    ["Region", environment.region],
    ["Environment", environment.env],
    ["Tenant", client.tenant_id],
    ["Tier", `${tier.name} (${scenario(config)})`],
    ["Stack", stackName, true],
    ["Termination protection", protect ? "on" : "off"],
    ["Permission boundary", boundary?.name ?? "none", boundary !== undefined],
    ["Logs kept", `${retention.days} days`],
    ["Alerts to", alertsEmail ?? "nobody"],
    ...(tags.length === 0 ? [] : [["Tags of its own", tags.join(", ")] as const]),
  ];
}

function byType(resources: readonly NamedResource[]) {
  const types = [...new Set(resources.map(({ type }) => type))].sort();
  return types.map((type) => ({
    type,
    members: resources
      .filter((resource) => resource.type === type)
      .map(({ name, logicalId }) => ({ name: name ?? logicalId, byAws: name === undefined })),
  }));
}

/** What the templates of a product's sections show. */
export function productSections({ blueprint, reference, resources, parameters }: ProductSources) {
  return {
    resources: byType(resources),
    parameterPath: blueprint.parameterPath,
    parameters,
    roles: environmentView({ blueprint, reference }).roles.map((role) => ({
      ...role,
      kindInWords: ROLE_KINDS[role.kind],
    })),
  };
}
