import { hintFor } from "../../config/nearest";
import { isObject, own, type Path, shown } from "../../config/source";
import { resourceSchema } from "../resource-schemas/type-schema";
import { FUNCTIONS, PSEUDO_PARAMETERS } from "./functions";
import { attributeReferences, type BadCall, findReferences, type Found, type Reference } from "./references";
import type { TemplateContext } from "./template-context";

/** Types whose attributes are whatever their stack or function gives. */
const OPEN_ATTRIBUTES = /^(AWS::CloudFormation::(Stack|CustomResource|Macro)|Custom::.*|.*::MODULE)$/;

/** What may be named. */
interface Names {
  parameters: string[];
  resources: string[];
  conditions: string[];
  mappings: string[];
}

/** Judges everything that names another part of the template, and every function's name. */
export function checkReferences(context: TemplateContext): void {
  if (context.transformed) return;
  const names: Names = {
    parameters: Object.keys(context.section("Parameters")),
    resources: Object.keys(context.section("Resources")),
    conditions: Object.keys(context.section("Conditions")),
    mappings: Object.keys(context.section("Mappings")),
  };
  const edges = new Map<string, Set<string>>();
  for (const { logicalId, path, body } of context.resources()) {
    const found = findReferences(body, path);
    const references = [...attributeReferences(body, path), ...found.references];
    judge(context, names, { ...found, references });
    edges.set(logicalId, new Set(references.filter(isToResource(names)).map(({ name }) => name)));
  }
  for (const [name, output] of Object.entries(context.section("Outputs"))) {
    const path = ["Outputs", name];
    const found = findReferences(output, path);
    const own = isObject(output) ? attributeReferences(output, path) : [];
    judge(context, names, { ...found, references: [...own, ...found.references] });
  }
  checkConditions(context, names);
  checkCycles(context, edges);
}

const isToResource =
  ({ resources }: Names) =>
  ({ kind, name }: Reference) =>
    kind !== "condition" && kind !== "mapping" && resources.includes(name);

/** Conditions know parameters and other conditions only. */
function checkConditions(context: TemplateContext, names: Names): void {
  for (const [name, condition] of Object.entries(context.section("Conditions"))) {
    const path = ["Conditions", name];
    judge(context, { ...names, resources: [] }, findReferences(condition, path));
    walkConditions(condition, path, (target, at) => {
      if (!names.conditions.includes(target)) unknown(context, at, "condition", target, names.conditions);
    });
  }
}

function walkConditions(value: unknown, path: Path, visit: (name: string, at: Path) => void): void {
  if (Array.isArray(value)) value.forEach((item, index) => walkConditions(item, [...path, index], visit));
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === "Condition" && typeof item === "string") visit(item, [...path, key]);
    else walkConditions(item, [...path, key], visit);
  }
}

function judge(context: TemplateContext, names: Names, { references, bad, calls }: Found): void {
  for (const call of bad) reportBad(context, call);
  for (const { name, path } of calls) {
    if (name === "Ref" || FUNCTIONS.includes(name)) continue;
    context.report(path, "key", `there is no function ${shown(name)}`, hintFor(name, FUNCTIONS, "functions"));
  }
  for (const reference of references) judgeReference(context, names, reference);
}

function reportBad(context: TemplateContext, { path, name, wrong }: BadCall): void {
  context.report(path, "value", `${name} ${wrong}`);
}

function judgeReference(context: TemplateContext, names: Names, reference: Reference): void {
  const { kind, name, path } = reference;
  switch (kind) {
    case "condition":
      if (!names.conditions.includes(name)) unknown(context, path, "condition", name, names.conditions);
      return;
    case "mapping":
      if (!names.mappings.includes(name)) unknown(context, path, "mapping", name, names.mappings);
      return;
    case "depends-on":
      if (!names.resources.includes(name)) unknown(context, path, "resource", name, names.resources);
      return;
    case "attribute":
      if (names.resources.includes(name)) checkAttribute(context, reference);
      else unknown(context, path, "resource", name, names.resources);
      return;
    case "ref": {
      const known = [...names.parameters, ...names.resources];
      if (known.includes(name) || PSEUDO_PARAMETERS.includes(name)) return;
      const all = name.startsWith("AWS::") ? PSEUDO_PARAMETERS : known;
      unknown(context, path, "parameter or resource", name, all);
    }
  }
}

function checkAttribute(context: TemplateContext, { name, attribute, path }: Reference): void {
  const resource = own(context.section("Resources"), name);
  const type = isObject(resource) ? own(resource, "Type") : undefined;
  if (attribute === undefined || typeof type !== "string" || OPEN_ATTRIBUTES.test(type)) return;
  const attributes = resourceSchema(type)?.attributes;
  if (attributes === undefined || attributes.includes(attribute)) return;
  const message = `${type} has no attribute ${shown(attribute)}`;
  context.report(path, "value", message, hintFor(attribute, attributes, "attributes"));
}

function unknown(
  context: TemplateContext,
  path: Path,
  what: string,
  name: string,
  known: readonly string[],
): void {
  const hint = hintFor(name, known, `${what.replace(" or ", "s or ")}s`);
  context.report(path, "value", `there is no ${what} ${shown(name)}`, hint);
}

/** A resource that waits for itself, directly or through others, can't be created. */
function checkCycles(context: TemplateContext, edges: ReadonlyMap<string, ReadonlySet<string>>): void {
  const done = new Set<string>();
  const visit = (logicalId: string, way: string[]): void => {
    if (way.includes(logicalId)) {
      const circle = [...way.slice(way.indexOf(logicalId)), logicalId];
      const message = `resources depend on each other in a circle: ${circle.join(" → ")}`;
      context.cyclic = true;
      context.report(["Resources", logicalId], "key", message);
      return;
    }
    if (done.has(logicalId)) return;
    for (const next of edges.get(logicalId) ?? []) visit(next, [...way, logicalId]);
    done.add(logicalId);
  };
  for (const logicalId of edges.keys()) visit(logicalId, []);
}
