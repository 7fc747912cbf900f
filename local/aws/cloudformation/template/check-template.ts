import { findResourceType } from "../../resource-types/registry";
import { validationError } from "../errors";
import { dependenciesOf, refuseCycles } from "./dependencies";
import { PSEUDO_PARAMETERS, referencesIn } from "./references";
import type { TemplateDocument } from "./template-document";

const SECTIONS = [
  "AWSTemplateFormatVersion",
  "Conditions",
  "Description",
  "Mappings",
  "Metadata",
  "Outputs",
  "Parameters",
  "Resources",
  "Rules",
];

const RESOURCE_KEYS = [
  "Condition",
  "CreationPolicy",
  "DeletionPolicy",
  "DependsOn",
  "Metadata",
  "Properties",
  "Type",
  "UpdatePolicy",
  "UpdateReplacePolicy",
];

/** Quotas of one template. */
const LIMITS = [
  { section: "Mappings", name: "mappings", most: 200 },
  { section: "Outputs", name: "outputs", most: 200 },
  { section: "Parameters", name: "parameters", most: 200 },
  { section: "Resources", name: "resources", most: 500 },
] as const;

const MAX_DESCRIPTION_BYTES = 1024;

/** Everything that CloudFormation refuses of a template before it looks at parameters. Throws its validation error. */
export function checkTemplate(value: unknown): TemplateDocument {
  const template = value as TemplateDocument;
  checkSections(template);
  for (const { section, name, most } of LIMITS) {
    const count = Object.keys(template[section] ?? {}).length;
    if (count > most) {
      throw formatError(`Number of ${name}, ${count}, is greater than maximum allowed, ${most}`);
    }
  }
  checkResources(template);
  checkTypes(template);
  checkReferences(template);
  checkConditions(template);
  refuseCycles(dependenciesOf(template.Resources));
  return template;
}

function checkSections(template: TemplateDocument): void {
  const unknown = Object.keys(template).filter((name) => !SECTIONS.includes(name));
  if (unknown.length > 0)
    throw validationError(`Invalid template property or properties [${unknown.join(", ")}]`);
  const version = template.AWSTemplateFormatVersion;
  if (version !== undefined && String(version) !== "2010-09-09") {
    throw formatError(`Template format version ${String(version)} is not supported.`);
  }
  const { Description: description } = template;
  if (description !== undefined && typeof description !== "string") {
    throw formatError("Description must be a string.");
  }
  if (Buffer.byteLength(description ?? "") > MAX_DESCRIPTION_BYTES) {
    throw formatError(`'Description' length is greater than ${MAX_DESCRIPTION_BYTES}.`);
  }
  for (const section of ["Parameters", "Mappings", "Conditions", "Resources", "Outputs"] as const) {
    const content = template[section];
    if (content !== undefined && !isObject(content)) throw formatError(`[/${section}] must be an object.`);
  }
  if (Object.keys(template.Resources ?? {}).length === 0) {
    throw formatError("At least one Resources member must be defined.");
  }
}

function checkResources({ Resources }: TemplateDocument): void {
  for (const [id, resource] of Object.entries(Resources)) {
    if (!/^[A-Za-z0-9]+$/.test(id)) throw formatError(`Resource name ${id} is non alphanumeric.`);
    if (id.length > 255) throw formatError(`Resource name ${id} is longer than 255 characters.`);
    if (!isObject(resource)) throw formatError(`[/Resources/${id}] resource definition is malformed`);
    if (typeof resource.Type !== "string") {
      throw formatError(`[/Resources/${id}] Every Resources object must contain a Type member.`);
    }
    const unknown = Object.keys(resource).filter((name) => !RESOURCE_KEYS.includes(name));
    if (unknown.length > 0) throw validationError(`Invalid template resource property '${unknown[0]}'`);
    if (resource.Properties !== undefined && !isObject(resource.Properties)) {
      throw formatError(`[/Resources/${id}/Properties] must be an object.`);
    }
    const policy = resource.DeletionPolicy ?? "Delete";
    if (!["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"].includes(policy)) {
      throw formatError(`Unrecognized DeletionPolicy ${String(policy)} for resource ${id}`);
    }
  }
}

function checkTypes({ Resources }: TemplateDocument): void {
  const unknown = Object.values(Resources)
    .map((resource) => resource.Type)
    .filter((type) => findResourceType(type) === undefined);
  if (unknown.length > 0) {
    throw formatError(`Unrecognized resource types: [${[...new Set(unknown)].join(", ")}]`);
  }
}

function checkReferences(template: TemplateDocument): void {
  const blocks = {
    Resources: Object.values(template.Resources).flatMap(({ Properties, DependsOn }) => [
      ...referencesIn(Properties),
      ...[DependsOn ?? []].flat().map((name) => ({ name, dependsOn: true })),
    ]),
    Outputs: referencesIn(template.Outputs ?? {}),
  };
  for (const [block, references] of Object.entries(blocks)) {
    const unresolved = new Set<string>();
    for (const reference of references) {
      const isResource = Object.hasOwn(template.Resources, reference.name);
      if ("attribute" in reference && reference.attribute !== undefined) {
        checkAttribute(template, reference.name, reference.attribute, isResource);
      } else if (
        !isResource &&
        ("dependsOn" in reference ||
          (!PSEUDO_PARAMETERS.includes(reference.name) &&
            !Object.hasOwn(template.Parameters ?? {}, reference.name)))
      ) {
        unresolved.add(reference.name);
      }
    }
    if (unresolved.size > 0) {
      const names = [...unresolved].join(", ");
      throw formatError(`Unresolved resource dependencies [${names}] in the ${block} block of the template`);
    }
  }
}

function checkAttribute(
  template: TemplateDocument,
  id: string,
  attribute: string,
  isResource: boolean,
): void {
  if (!isResource) {
    throw validationError(`Template error: instance of Fn::GetAtt references undefined resource ${id}`);
  }
  const type = findResourceType(template.Resources[id]!.Type)!;
  if (type.readOnly.includes(attribute) || type.extraAttributes?.includes(attribute) || attribute === "")
    return;
  throw validationError(
    `Template error: resource ${id} does not support attribute type ${attribute} in Fn::GetAtt`,
  );
}

function checkConditions(template: TemplateDocument): void {
  const declared = template.Conditions ?? {};
  for (const block of ["Resources", "Outputs"] as const) {
    for (const member of Object.values<{ Condition?: string }>(template[block] ?? {})) {
      if (member.Condition !== undefined && !Object.hasOwn(declared, member.Condition)) {
        throw formatError(
          `Unresolved condition dependency ${member.Condition} in the ${block} block of the template`,
        );
      }
    }
  }
  for (const [name, output] of Object.entries(template.Outputs ?? {})) {
    if (!/^[A-Za-z0-9]+$/.test(name)) throw formatError(`Output name ${name} is non alphanumeric.`);
    if (!isObject(output) || output.Value === undefined) {
      throw formatError(`[/Outputs/${name}] Every Outputs member must contain a Value object`);
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function formatError(message: string) {
  return validationError(`Template format error: ${message}`);
}
