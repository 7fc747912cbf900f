import { canonicalProperties, type Properties } from "../drift/canonical-properties";
import { isObject, type JsonObject, own } from "../config/source";
import type { Template, TemplateResource, TemplateValue } from "../template/cloudformation";
import { type DeploymentTarget, IntrinsicResolver } from "../template/resolve-intrinsics";
import { watchedResources } from "../template/watched-resources";
import type { JudgedResource, JudgedTemplate, OpenValue } from "./subject";
import { TemplateValues } from "./template-values";

/** Where a template is deployed, and what its stack gives for its parameters. */
export interface TemplateTarget extends DeploymentTarget {
  parameters?: Readonly<Record<string, unknown>>;
}

/**
 * Brings a template into the form that guardrails judge: names and ARNs as AWS will have them. What can't be told before
 * the deployment is kept as such, and reported in `open`.
 */
export function readTemplate(raw: JsonObject, target: TemplateTarget): JudgedTemplate {
  const bodies = resourceBodies(raw);
  const prepare = new TemplateValues(raw, bodies, target.parameters ?? {});
  const prepared = Object.fromEntries(
    Object.entries(bodies).map(([logicalId, body]) => [logicalId, prepare.preparedResource(body)]),
  );
  const open: OpenValue[] = [];
  let at: { logicalId: string; property: string } = { logicalId: "", property: "" };
  const note = (why: string) => {
    open.push({ ...at, why });
    return UNKNOWN;
  };
  const resolver = new IntrinsicResolver({ Resources: prepared }, target, { open: note });
  const resources = Object.entries(prepared).map(
    ([logicalId, { Type, Properties: values }]): JudgedResource => {
      const entries = Object.entries(values).map(([property, value]) => {
        at = { logicalId, property };
        return [property, resolver.resolve(value)];
      });
      return {
        logicalId,
        type: Type,
        properties: Object.fromEntries(entries) as JsonObject,
        path: ["Resources", logicalId],
      };
    },
  );
  return { resources, open, raw, whole: true };
}

/** What stands where nobody can say what will stand; fits no name, action or ARN. */
export const UNKNOWN = "${unknown}";

/** One watched resource as a template of its own: nothing in it is open. */
export function watchedTemplate(watched: {
  logicalId: string;
  type: string;
  properties: JsonObject;
}): JudgedTemplate {
  const { logicalId, type, properties } = watched;
  const path = ["Resources", logicalId];
  const raw = { Resources: { [logicalId]: { Type: type, Properties: properties } } };
  return { resources: [{ logicalId, type, properties, path }], open: [], raw, whole: false };
}

function resourceBodies(raw: JsonObject): Record<string, TemplateResource> {
  const section = own(raw, "Resources");
  const entries = Object.entries(isObject(section) ? section : {}).flatMap(([logicalId, body]) => {
    if (!isObject(body) || typeof body.Type !== "string") return [];
    const values = isObject(body.Properties) ? (body.Properties as Record<string, TemplateValue>) : {};
    return [[logicalId, { Type: body.Type, Properties: values }] as const];
  });
  return Object.fromEntries(entries);
}

/** A resource in the form in which two are compared. */
export interface WatchedForm {
  type: string;
  properties: Properties;
}

/** What a watched resource shows, in the form in which two are compared. */
export function watchedForm(type: string, properties: Properties): WatchedForm {
  return { type, properties: canonicalProperties(type, properties) };
}

/** What the watched resources of a template show, by logical id. */
export function watchedForms(raw: JsonObject, target: DeploymentTarget): Map<string, WatchedForm> {
  const parameters = own(raw, "Parameters");
  const template = {
    Resources: resourceBodies(raw),
    Parameters: (isObject(parameters) ? parameters : {}) as Template["Parameters"],
  };
  const forms = watchedResources(template, target, (_why, name) => name ?? UNKNOWN).map(
    ({ logicalId, type, properties }) => {
      const resolved = JSON.parse(JSON.stringify(properties)) as Properties;
      return [logicalId, watchedForm(type, resolved)] as const;
    },
  );
  return new Map(forms);
}
