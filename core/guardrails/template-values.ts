import { isObject, type JsonObject, own } from "../config/source";
import type { TemplateResource, TemplateValue } from "../template/cloudformation";
import { valueText } from "../value-text";

/** A Sub with all that a text can hold of a template. */
interface Sub {
  "Fn::Sub": string;
}

/**
 * Carries out in a template's values what the stack's inputs decide: parameters and joins. References to the template's
 * own resources of other kinds than IAM's stay as `${LogicalId.Attribute}`: AWS makes them up, but they are the stack's
 * own.
 */
export class TemplateValues {
  readonly #parameters = new Map<string, TemplateValue>();

  constructor(
    raw: JsonObject,
    private readonly resources: Readonly<Record<string, TemplateResource>>,
    given: Readonly<Record<string, unknown>>,
  ) {
    const declared = own(raw, "Parameters");
    for (const [name, parameter] of Object.entries(isObject(declared) ? declared : {})) {
      const type = isObject(parameter) ? valueText(parameter.Type) : "";
      const value = own(given, name) ?? (isObject(parameter) ? parameter.Default : undefined);
      // CloudFormation replaces the value of these by what Parameter Store has at that time.
      if (value === undefined || type.startsWith("AWS::SSM::Parameter::")) continue;
      const list = type === "CommaDelimitedList" || type.startsWith("List<");
      this.#parameters.set(
        name,
        list && typeof value === "string" ? value.split(",") : (value as TemplateValue),
      );
    }
  }

  preparedResource({ Type, Properties }: TemplateResource): TemplateResource {
    const entries = Object.entries(Properties).map(([key, value]) => [key, this.#prepared(value)]);
    return { Type, Properties: Object.fromEntries(entries) as Record<string, TemplateValue> };
  }

  #prepared(value: TemplateValue): TemplateValue {
    if (Array.isArray(value)) return value.map((item) => this.#prepared(item));
    if (typeof value !== "object" || value === null) return value;
    const [key = "", ...more] = Object.keys(value);
    if (more.length === 0) {
      const replaced = this.#function(key, value[key]!);
      if (replaced !== undefined) return replaced;
    }
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.#prepared(item)]));
  }

  #function(name: string, argument: TemplateValue): TemplateValue | undefined {
    switch (name) {
      case "Ref":
        return typeof argument === "string" ? this.#ref(argument) : undefined;
      case "Fn::GetAtt":
        return this.#attribute(argument);
      case "Fn::Sub":
        return this.#sub(argument);
      case "Fn::Join":
        return this.#join(argument);
      default:
        return undefined;
    }
  }

  #ref(name: string): TemplateValue | undefined {
    return this.#parameters.get(name) ?? (this.#isOwn(name) ? `\${${name}}` : undefined);
  }

  #attribute(argument: TemplateValue): TemplateValue | undefined {
    const [logicalId, ...attribute] =
      typeof argument === "string" ? argument.split(".") : [argument].flat().map(valueText);
    if (logicalId === undefined) return undefined;
    if (this.#isOwn(logicalId)) return `\${${[logicalId, ...attribute].join(".")}}`;
    return { "Fn::GetAtt": [logicalId, attribute.join(".")] };
  }

  /** A resource of the template whose name AWS makes up, or whose ARN nothing here depends on. */
  #isOwn(name: string): boolean {
    const resource = own(this.resources, name);
    return resource !== undefined && !resource.Type.startsWith("AWS::IAM::");
  }

  #sub(argument: TemplateValue): TemplateValue | undefined {
    const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
    if (typeof text !== "string" || !isObject(variables)) return undefined;
    let known = true;
    const replaced = text.replace(/\$\{([^!}][^}]*)\}/g, (all, name: string) => {
      const given = own(variables as Record<string, TemplateValue>, name);
      if (given !== undefined) {
        const part = asText(this.#prepared(given));
        known &&= part !== undefined;
        return part ?? all;
      }
      const parameter = this.#parameters.get(name);
      if (parameter !== undefined) return typeof parameter === "object" ? all : escaped(String(parameter));
      return this.#isOwn(name.split(".")[0]!) ? `\${!${name}}` : attributeText(name, all);
    });
    return known ? { "Fn::Sub": replaced } : undefined;

    function attributeText(name: string, all: string): string {
      // The resolver takes an attribute in a text as a name of its own.
      known &&= !/^[A-Za-z0-9]+\./.test(name);
      return all;
    }
  }

  #join(argument: TemplateValue): TemplateValue | undefined {
    if (!Array.isArray(argument) || argument.length !== 2) return undefined;
    const [separator, list] = argument;
    const items = this.#prepared(list!);
    if (typeof separator !== "string" || !Array.isArray(items)) return undefined;
    const parts = items.map(asText);
    return parts.includes(undefined) ? undefined : { "Fn::Sub": parts.join(escaped(separator)) };
  }
}

/** A prepared value as a part of a Sub's text, or undefined where it can't be one. */
function asText(value: TemplateValue): string | undefined {
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (!isObject(value)) return undefined;
  const { Ref, "Fn::Sub": sub } = value as { Ref?: unknown } & Partial<Sub>;
  if (typeof Ref === "string") return `\${${Ref}}`;
  return typeof sub === "string" ? sub : undefined;
}

function escaped(text: string): string {
  return text.replace(/\$\{(?!!)/g, "${!");
}
