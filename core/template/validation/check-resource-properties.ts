import { called, kinds } from "../../config/called";
import { hintFor, nearest } from "../../config/nearest";
import { isObject, type Path, shown } from "../../config/source";
import { propertyViolations, type Reading, type Violation } from "../resource-schemas/check-properties";
import { namespaces, type PropertyShape, resourceSchema, typesIn } from "../resource-schemas/type-schema";
import { functionOf } from "./functions";
import type { TemplateContext } from "./template-context";

/** What a value of a template stands for: what a function gives is known after the deployment. */
function read(value: unknown): Reading {
  const name = functionOf(value);
  if (name === undefined) return { kind: "value", value };
  const argument = (value as Record<string, unknown>)[name];
  if (name === "Ref" && argument === "AWS::NoValue") return { kind: "absent" };
  if (name === "Fn::If" && Array.isArray(argument) && argument.length === 3) {
    return { kind: "either", values: [1, 2].map((index) => [["Fn::If", index], argument[index]] as const) };
  }
  return { kind: "open" };
}

/** Judges the type and the properties of every resource by CloudFormation's own schemas. */
export function checkResourceProperties(context: TemplateContext): void {
  for (const { type, path, body } of context.resources()) {
    const schema = resourceSchema(type);
    if (schema === undefined) {
      checkType(context, type, [...path, "Type"]);
      continue;
    }
    const { Properties: properties = {} } = body;
    if (!isObject(properties) || Object.keys(properties).some((key) => key.startsWith("Fn::"))) continue;
    const at = Object.hasOwn(body, "Properties") ? [...path, "Properties"] : path;
    for (const violation of propertyViolations(schema, properties, read)) report(context, violation, at);
  }
}

/** A type of AWS's own that AWS does not have; of others nothing is known. */
function checkType(context: TemplateContext, type: string, path: Path): void {
  const [namespace, name] = [type.slice(0, type.lastIndexOf("::")), type.split("::").at(-1)!];
  const known = typesIn(namespace);
  if (known?.includes(name) || !type.startsWith("AWS::") || type.endsWith("::MODULE")) return;
  const message = `there is no resource type ${shown(type)}`;
  if (known !== undefined) {
    context.report(path, "value", message, hintFor(name, known, `types of ${namespace}`));
    return;
  }
  const close = nearest(namespace, namespaces());
  context.report(path, "value", message, close === undefined ? undefined : `did you mean ${close}::${name}?`);
}

function report(context: TemplateContext, violation: Violation, at: Path): void {
  const { kind, name, shape, value, known = [] } = violation;
  const path = [...at, ...violation.path];
  switch (kind) {
    case "missing":
      return context.report(path, "key", `${name} is missing`);
    case "unknown": {
      const hint = hintFor(name!, known, "properties");
      return context.report([...path, name!], "key", `unknown property ${shown(name!)}`, hint);
    }
    case "enum": {
      const allowed = (shape as { oneOf: string[] }).oneOf;
      return context.report(path, "value", `${called(value)} is not one of: ${allowed.join(", ")}`);
    }
    case "type":
      return context.report(path, "value", `must be ${expected(shape!)}, but is ${called(value)}`);
  }
}

function expected(shape: PropertyShape): string {
  if (typeof shape !== "string") return kinds["list" in shape ? "array" : "object"]!;
  return kinds[shape === "json" ? "object" : shape]!;
}
