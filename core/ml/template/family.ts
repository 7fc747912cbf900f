import type { TemplateParameter, TemplateResource, TemplateValue } from "../../template/cloudformation";
import type { StackOutput } from "../../template/stack-outputs";
import type { MlBlueprint } from "../blueprint";

/** What one family of resources adds to a product's template. */
export interface TemplatePart {
  parameters?: Record<string, TemplateParameter>;
  /** By logical id. */
  resources: Record<string, TemplateResource>;
  outputs?: StackOutput[];
}

/** Renders one family of resources; a product without them gets none. */
export type TemplateFamily = (blueprint: MlBlueprint) => TemplatePart;

/** A product without the family's resources. */
export const NOTHING: TemplatePart = { resources: {} };

/** The output that publishes a resource's ARN, as an attribute or as what a reference to it gives. */
export function arnOutput(
  what: string,
  logicalId: string,
  attribute: string | undefined = "Arn",
): StackOutput {
  const value: TemplateValue = { "Fn::GetAtt": [logicalId, attribute] };
  return { key: `${logicalId}Arn`, description: `${what} ARN`, value };
}

/** The output that publishes what a reference to a resource gives, where that is its ARN. */
export function refOutput(what: string, logicalId: string): StackOutput {
  return { key: `${logicalId}Arn`, description: `${what} ARN`, value: { Ref: logicalId } };
}
