import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Ajv, { type SchemaObject, type ValidateFunction } from "ajv";
import { InvalidInputError, type Problem } from "../errors";
import { TEMPLATE_NAME_PATTERN, type Catalogue, type PolicyTemplate } from "./policy-template";
import { readTemplateFile, type TemplateSource } from "./read-template-file";
import type { PolicyTemplateFile } from "./schema";

export type { Catalogue, PolicyTemplate, Position } from "./policy-template";

/** No template of sense comes near it: IAM's own limit for a policy is 6,144 characters. */
const MAX_FILE_BYTES = 256 * 1024;

/**
 * Loads every `{service}/{id}-{slug}.yaml` below the directory; a new file needs no code.
 * @throws InvalidInputError with all problems of all files, each with line and column.
 */
export function loadCatalogue(directory: string): Catalogue {
  const problems: Problem[] = [];
  const validate = templateValidator();
  const templates: PolicyTemplate[] = [];
  for (const source of templateSources(directory, problems)) {
    const result = readTemplateFile(source, validate);
    if (Array.isArray(result)) problems.push(...result);
    else templates.push(result);
  }
  templates.sort((a, b) => compare(a.service, b.service) || compare(a.id, b.id));
  problems.push(...duplicateIds(templates));
  if (problems.length > 0) throw new InvalidInputError(problems, "The policy templates are not valid:");
  return catalogueOf(templates);
}

/** The generated schema is read, and not made anew: loading TypeBox takes longer than all the templates. */
function templateValidator(): ValidateFunction<PolicyTemplateFile> {
  const file = join(__dirname, "..", "..", "schemas", "policy-template.schema.json");
  const schema = JSON.parse(readFileSync(file, "utf8")) as SchemaObject;
  return new Ajv({ allErrors: true, verbose: true }).compile(schema);
}

function catalogueOf(templates: PolicyTemplate[]): Catalogue {
  const byKey = new Map(templates.map((template) => [`${template.service}/${template.id}`, template]));
  const index = Object.create(null) as Record<string, string[]>;
  for (const { service, id } of templates) (index[service] ??= []).push(id);
  return { templates, index, find: (service, id) => byKey.get(`${service}/${id}`) };
}

function templateSources(directory: string, problems: Problem[]): TemplateSource[] {
  if (!existsSync(directory)) {
    problems.push({
      file: directory,
      path: "",
      message: "this directory of policy templates does not exist",
    });
    return [];
  }
  const sources: TemplateSource[] = [];
  for (const service of visibleEntries(directory)) {
    if (!service.isDirectory()) continue;
    const folder = join(directory, service.name);
    if (!new RegExp(TEMPLATE_NAME_PATTERN).test(service.name)) {
      problems.push({
        file: folder,
        path: "",
        message: "a service's folder has lower-case letters, digits and hyphens",
      });
      continue;
    }
    for (const entry of visibleEntries(folder)) {
      const file = join(folder, entry.name);
      const source = entry.name.endsWith(".md") ? undefined : readSource(file, service.name, problems);
      if (source !== undefined) sources.push(source);
    }
  }
  return sources;
}

function readSource(file: string, service: string, problems: Problem[]): TemplateSource | undefined {
  if (!file.endsWith(".yaml")) {
    problems.push({
      file,
      path: "",
      message: "is no template file",
      hint: "template files are named {id}-{slug}.yaml",
    });
    return undefined;
  }
  const bytes = readBytes(file);
  if (bytes === undefined) {
    problems.push({ file, path: "", message: "can't be read" });
    return undefined;
  }
  if (bytes.length > MAX_FILE_BYTES) {
    problems.push({
      file,
      path: "",
      message: `has ${bytes.length} bytes, a template file at most ${MAX_FILE_BYTES}`,
    });
    return undefined;
  }
  const baseName = basename(file, ".yaml");
  return { file, service, baseName, text: bytes.toString("utf8") };
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function visibleEntries(directory: string) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith("."))
    .sort((a, b) => compare(a.name, b.name));
}

function duplicateIds(templates: PolicyTemplate[]): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, PolicyTemplate>();
  for (const template of templates) {
    const key = `${template.service}/${template.id}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, template);
    } else {
      problems.push({
        file: template.file,
        path: "id",
        message: `${template.service} has another template with the id ${template.id}: ${earlier.file}`,
      });
    }
  }
  return problems;
}

/** By code unit, so that the order is the same under every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
