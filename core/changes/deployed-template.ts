import { parseDocument, type Tags } from "yaml";
import type { Template, TemplateResource } from "../template/cloudformation";
import { escapeReferences } from "../template/open-references";
import { type DeploymentTarget, IntrinsicResolver, leaveOpen } from "../template/resolve-intrinsics";
import { withSeparateRules } from "../template/security-group-rules";
import type { WatchedResource } from "../template/watched-resource";

/** A resource of a template that nobody can compare, and why. */
export interface NotCompared {
  logicalId: string;
  /** CloudFormation type. */
  type: string;
  reason: string;
}

/** What a deployed template says, as far as it can be said without CloudFormation. */
export interface DeployedTemplate {
  resources: WatchedResource[];
  notCompared: NotCompared[];
}

/** YAML's short forms of CloudFormation's functions; others are refused, as they would be read as plain text. */
const SHORT_FORMS: Tags = [
  { tag: "!Ref", resolve: (text: string) => ({ Ref: text }) },
  { tag: "!Sub", resolve: (text: string) => ({ "Fn::Sub": text }) },
  { tag: "!GetAtt", resolve: (text: string) => ({ "Fn::GetAtt": text.split(/\.(.*)/s).slice(0, 2) }) },
];

/** JSON is YAML as well, but read as such it takes ten times as long. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseYaml(text);
  }
}

function parseYaml(text: string): unknown {
  const document = parseDocument(text, { customTags: SHORT_FORMS, strict: false });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw new SyntaxError(problem.message.split("\n")[0]);
  return document.toJS();
}

/**
 * Reads a template's text, JSON or YAML.
 * @throws SyntaxError where it is neither, or uses a function in a form that is not understood.
 */
function parseTemplate(text: string): Template {
  const template = /^\s*\{/.test(text) ? parseJson(text) : parseYaml(text);
  const isTemplate =
    typeof template === "object" && template !== null && typeof (template as Template).Resources === "object";
  if (!isTemplate) throw new SyntaxError("it has no Resources");
  return template as Template;
}

function watched(
  logicalId: string,
  resource: TemplateResource,
  resolver: IntrinsicResolver,
): WatchedResource {
  return {
    logicalId,
    type: resource.Type,
    identifier: resolver.identifierOf(logicalId, resource),
    properties: resolver.resolve(resource.Properties ?? {}) as Record<string, unknown>,
  };
}

/**
 * The resources of a template that was deployed, in the shape in which those of a config are compared.
 * @throws SyntaxError where the text is no template.
 */
export function readDeployedTemplate(text: string, where: DeploymentTarget): DeployedTemplate {
  const template = parseTemplate(text);
  const resolver = new IntrinsicResolver(template, where, { open: leaveOpen, literal: escapeReferences });
  const result: DeployedTemplate = { resources: [], notCompared: [] };
  for (const [logicalId, resource] of Object.entries(template.Resources)) {
    try {
      result.resources.push(watched(logicalId, resource, resolver));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      result.notCompared.push({ logicalId, type: resource.Type, reason });
    }
  }
  return { ...result, resources: withSeparateRules(result.resources) };
}
