import { resourceType } from "../../resource-types/registry";
import { AwsError } from "../../service";
import type { TemplateDocument } from "./template-document";

/** The capability that a template needs: of its IAM resources the strongest. */
export function requiredCapability(template: TemplateDocument): string | undefined {
  const iam = iamResources(template);
  if (iam.length === 0) return undefined;
  return iam.some(({ named }) => named) ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM";
}

/** The types of a template's IAM resources, in AWS's wording of why a capability is needed. */
export function capabilitiesReason(template: TemplateDocument): string | undefined {
  const types = [...new Set(iamResources(template).map(({ type }) => type))];
  if (types.length === 0) return undefined;
  return `The following resource(s) require capabilities: [${types.join(", ")}]`;
}

/** Throws InsufficientCapabilitiesException where what the template needs was not acknowledged. */
export function requireCapabilities(template: TemplateDocument, given: readonly string[]): void {
  const required = requiredCapability(template);
  if (required === undefined || given.includes("CAPABILITY_NAMED_IAM") || given.includes(required)) return;
  throw new AwsError("InsufficientCapabilitiesException", `Requires capabilities : [${required}]`, 400);
}

function iamResources(template: TemplateDocument): { type: string; named: boolean }[] {
  return Object.values(template.Resources)
    .map(({ Type, Properties }) => ({ type: resourceType(Type), properties: Properties ?? {} }))
    .filter(({ type }) => type.needsIamCapability)
    .map(({ type, properties }) => ({
      type: type.type,
      named: type.nameProperty !== undefined && Object.hasOwn(properties, type.nameProperty.name),
    }));
}
