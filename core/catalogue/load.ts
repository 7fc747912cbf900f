import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { policyTemplate } from "../config/compiled/validators.cjs";
import { InvalidInputError, type Problem } from "../errors";
import { byText } from "../text-order";
import { TEMPLATE_NAME_PATTERN, type Catalogue, type PolicyTemplate } from "./policy-template";
import { readTemplateFile, type TemplateSource } from "./read-template-file";

export type { Catalogue, PolicyTemplate, Position } from "./policy-template";

/** No template of sense comes near it: IAM's own limit for a policy is 6,144 characters. */
const MAX_FILE_BYTES = 256 * 1024;

/** The top-level `id` of a template file in the form that all files have it: one plain scalar on a line. */
const DECLARED_ID = /^id:[ \t]+["']?([a-z0-9-]+)["']?[ \t]*(?:#.*)?$/m;

/**
 * Finds every `{service}/{id}-{slug}.yaml` below the directory; a new file needs no code. A file is judged when it is
 * first asked for, since a config names a few of them and parsing YAML is what takes time.
 * @throws InvalidInputError with all problems, where folders or ids are wrong. What it returns throws the same, with
 * line and column, where files are: `find` for the one that it finds, `templates` for all at once.
 */
export function loadCatalogue(directory: string): Catalogue {
  const problems: Problem[] = [];
  const files = templateSources(directory, problems)
    .map((source) => new TemplateFile(source))
    .sort((a, b) => byText(a.service, b.service) || byText(a.id, b.id));
  problems.push(...duplicateIds(files));
  if (problems.length > 0) throw new InvalidInputError([...problems, ...problemsIn(files)], SUMMARY);
  return catalogueOf(files);
}

const SUMMARY = "The policy templates are not valid:";

/** One file of the catalogue, read only as far as it was asked for. */
class TemplateFile {
  readonly id: string;
  private result: PolicyTemplate | Problem[] | undefined;

  constructor(private readonly source: TemplateSource) {
    // A file without such a line is not valid: reading it says why.
    this.id = DECLARED_ID.exec(source.text)?.[1] ?? source.baseName;
  }

  get service(): string {
    return this.source.service;
  }

  get file(): string {
    return this.source.file;
  }

  /** The template, or everything that is wrong with the file. */
  read(): PolicyTemplate | Problem[] {
    return (this.result ??= readTemplateFile(this.source, policyTemplate));
  }
}

function catalogueOf(files: TemplateFile[]): Catalogue {
  const byKey = new Map(files.map((file) => [`${file.service}/${file.id}`, file]));
  const index = Object.create(null) as Record<string, string[]>;
  for (const { service, id } of files) (index[service] ??= []).push(id);
  return {
    index,
    get templates() {
      return valid(files);
    },
    find(service, id) {
      const file = byKey.get(`${service}/${id}`);
      return file === undefined ? undefined : valid([file])[0];
    },
  };
}

function valid(files: TemplateFile[]): PolicyTemplate[] {
  const problems = problemsIn(files);
  if (problems.length > 0) throw new InvalidInputError(problems, SUMMARY);
  return files.map((file) => file.read() as PolicyTemplate);
}

function problemsIn(files: TemplateFile[]): Problem[] {
  return files.flatMap((file) => {
    const result = file.read();
    return Array.isArray(result) ? result : [];
  });
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
    .sort((a, b) => byText(a.name, b.name));
}

function duplicateIds(files: TemplateFile[]): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, TemplateFile>();
  for (const file of files) {
    const key = `${file.service}/${file.id}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, file);
    } else {
      problems.push({
        file: file.file,
        path: "id",
        message: `${file.service} has another template with the id ${file.id}: ${earlier.file}`,
      });
    }
  }
  return problems;
}
