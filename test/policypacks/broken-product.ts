import type { JsonObject } from "../../core/config/source";
import { environmentOfConfig } from "../../core/guardrails/environment";
import { readTemplate } from "../../core/guardrails/read-template";
import { rendered } from "../core/ml/rendered";
import { OWN_OBJECTS } from "./judged";
import { bad, type RuleCase } from "./rule-case";

type Resources = Record<string, { Type: string; Properties: JsonObject }>;

/** A shipped product's template with a change to it, and what its config says. */
export function shippedProduct(
  name: string,
  change: (resources: Resources) => void = () => undefined,
): Pick<RuleCase, "subject" | "environment"> {
  const { blueprint, template } = rendered(name);
  const raw = JSON.parse(JSON.stringify(template)) as JsonObject & { Resources: Resources };
  change(raw.Resources);
  const environment = environmentOfConfig(blueprint.config);
  return { subject: { template: readTemplate(raw, environment) }, environment };
}

/** The same with one property of one resource set, or taken out. */
export function withProperty(name: string, id: string, property: string, value: unknown) {
  return shippedProduct(name, (resources) => {
    const { [property]: before, ...rest } = resources[id]!.Properties;
    if (before === value) throw new Error(`${id}.${property} is that already`);
    resources[id]!.Properties = value === undefined ? rest : { ...rest, [property]: value };
  });
}

/** The same with the statements of one resource's policy changed. */
export function withStatements(
  name: string,
  [id, property]: [id: string, property: string],
  change: (statements: JsonObject[]) => JsonObject[],
) {
  return shippedProduct(name, (resources) => {
    const document = resources[id]!.Properties[property] as { Statement: JsonObject[] };
    document.Statement = change(document.Statement);
  });
}

/** The case of a shipped product with nothing changed. */
export const kept = (name: string): RuleCase => ({ name: "a shipped product's", ...shippedProduct(name) });
/** The case of a template that has nothing of the kind. */
export const none = (notApplicable: RegExp): RuleCase => ({
  name: "none",
  subject: bad(OWN_OBJECTS),
  notApplicable,
});
