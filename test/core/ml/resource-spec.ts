import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import type { Template, TemplateValue } from "../../../core/template/cloudformation";

const database = loadAwsServiceSpecSync();

interface SpecProperty {
  type: SpecType;
  required?: boolean;
}

interface SpecType {
  type: string;
  element?: SpecType;
  types?: SpecType[];
  reference?: { $ref: string };
  allowedValues?: string[];
}

function resource(type: string) {
  return database.lookup("resource", "cloudFormationType", "equals", type).only();
}

/** Whether resources of a type take tags. */
export function takesTags(type: string): boolean {
  return resource(type).tagInformation !== undefined;
}

/** Everything in which a template breaks CloudFormation's own resource schemas: types, properties, references, attributes. */
export function specViolations(template: Template): string[] {
  const found: string[] = [];
  for (const [logicalId, { Type, Properties, DependsOn = [] }] of Object.entries(template.Resources)) {
    const specs = resource(Type).properties as unknown as Record<string, SpecProperty>;
    checkProperties(specs, Properties, logicalId, found);
    checkReferences(template, Properties, logicalId, found);
    for (const other of DependsOn) {
      if (!(other in template.Resources)) found.push(`${logicalId} depends on ${other}, which is not there`);
    }
  }
  checkReferences(template, template.Outputs as unknown as TemplateValue, "Outputs", found);
  return found;
}

function checkProperties(
  specs: Record<string, SpecProperty>,
  value: TemplateValue,
  path: string,
  found: string[],
): void {
  if (typeof value !== "object" || Array.isArray(value)) {
    found.push(`${path} is no object`);
    return;
  }
  for (const [name, { required }] of Object.entries(specs)) {
    if (required === true && !(name in value)) found.push(`${path}.${name} is missing`);
  }
  for (const [name, item] of Object.entries(value)) {
    const spec = specs[name];
    if (spec === undefined) found.push(`${path}.${name} does not exist`);
    else check(spec.type, item, `${path}.${name}`, found);
  }
}

/** A function of CloudFormation gives a text, or a list where a list is read from a parameter. */
function isFunction(value: TemplateValue): boolean {
  if (typeof value !== "object" || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && (keys[0] === "Ref" || keys[0]!.startsWith("Fn::"));
}

function check(type: SpecType, value: TemplateValue, path: string, found: string[]): void {
  const wrong = (what: string) => found.push(`${path} is no ${what}: ${JSON.stringify(value)}`);
  if (isFunction(value)) return;
  switch (type.type) {
    case "array":
      if (!Array.isArray(value)) wrong("list");
      else value.forEach((item, index) => check(type.element!, item, `${path}[${index}]`, found));
      return;
    case "map":
      if (typeof value !== "object" || Array.isArray(value)) wrong("map");
      else
        Object.entries(value).forEach(([key, item]) => check(type.element!, item, `${path}.${key}`, found));
      return;
    case "tag":
      checkProperties({ Key: text, Value: text }, value, path, found);
      return;
    case "ref": {
      const definition = database.get("typeDefinition", type.reference!.$ref);
      checkProperties(definition.properties as unknown as Record<string, SpecProperty>, value, path, found);
      return;
    }
    case "union": {
      const attempts = type.types!.map((member) => {
        const problems: string[] = [];
        check(member, value, path, problems);
        return problems;
      });
      if (attempts.every((problems) => problems.length > 0)) found.push(...attempts[0]!);
      return;
    }
    case "string":
      if (typeof value !== "string") wrong("text");
      else if (type.allowedValues !== undefined && !type.allowedValues.includes(value))
        wrong("allowed value");
      return;
    case "integer":
    case "number":
      if (typeof value !== "number") wrong("number");
      return;
    case "boolean":
      if (typeof value !== "boolean") wrong("truth value");
      return;
    default:
      if (typeof value !== "object" && typeof value !== "string") wrong("JSON");
  }
}

const text: SpecProperty = { type: { type: "string" }, required: true };

const PSEUDO = ["AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::StackId"];

function checkReferences(template: Template, value: TemplateValue, path: string, found: string[]): void {
  const known = (name: string) =>
    name in template.Resources || name in (template.Parameters ?? {}) || PSEUDO.includes(name);
  const walk = (item: TemplateValue): void => {
    if (Array.isArray(item)) item.forEach(walk);
    else if (typeof item === "object") {
      if (typeof item.Ref === "string" && !known(item.Ref)) found.push(`${path} refers to ${item.Ref}`);
      const sub = item["Fn::Sub"];
      if (typeof sub === "string") {
        for (const [, name] of sub.matchAll(/\$\{([^!}][^}]*)\}/g)) {
          if (!known(name!)) found.push(`${path} refers to ${name}`);
        }
      }
      const attribute = item["Fn::GetAtt"];
      if (Array.isArray(attribute)) checkAttribute(attribute as [string, string]);
      Object.values(item).forEach(walk);
    }
  };
  const checkAttribute = ([logicalId, name]: [string, string]) => {
    const type = template.Resources[logicalId]?.Type;
    if (type === undefined) found.push(`${path} refers to ${logicalId}`);
    else if (!(name in resource(type).attributes)) found.push(`${path}: ${type} has no attribute ${name}`);
  };
  walk(value);
}
