import type { ErrorObject, ValidateFunction } from "ajv";
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { Problem } from "../errors";
import type { Statement } from "../security/policy-document";
import { placeholderProblems } from "./placeholders";
import type { PolicyTemplate, Position } from "./policy-template";
import type { PolicyTemplateFile, TemplateStatement } from "./schema";

/** A file of the catalogue as it lies on disk. */
export interface TemplateSource {
  /** As a person reaches it. */
  file: string;
  /** Name of the folder. */
  service: string;
  /** File name without `.yaml`. */
  baseName: string;
  text: string;
}

/** Path in the YAML document. */
type Path = (string | number)[];

interface Parsed {
  document: Document;
  counter: LineCounter;
}

/** Reads one template file: the template, or everything that is wrong with it. */
export function readTemplateFile(
  source: TemplateSource,
  validate: ValidateFunction<PolicyTemplateFile>,
): PolicyTemplate | Problem[] {
  const counter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: counter, prettyErrors: false });
  const parsed = { document, counter };
  if (document.errors.length > 0) {
    return document.errors.map((error) => {
      const { line, col } = counter.linePos(error.pos[0]);
      return { file: source.file, line, column: col, path: "", message: error.message };
    });
  }
  const problemAt = (path: Path, message: string, hint?: string): Problem => {
    const { line, column } = positionOf(parsed, path);
    return { file: source.file, line, column, path: formatPath(path), message, ...(hint ? { hint } : {}) };
  };
  const content: unknown = toPlain(document);
  if (!validate(content)) return schemaProblems(validate.errors ?? [], problemAt);
  const problems = [...nameProblems(source, content, problemAt), ...statementProblems(content, problemAt)];
  if (problems.length > 0) return problems;
  return {
    service: content.service,
    id: content.id,
    slug: content.slug ?? "",
    file: source.file,
    description: content.description,
    audience: content.audience,
    cannot: content.cannot,
    document: { Version: "2012-10-17", Statement: content.statements.map(toStatement) },
    positions: content.statements.map((_, index) => positionOf(parsed, ["statements", index])),
  };
}

type ProblemAt = (path: Path, message: string, hint?: string) => Problem;

function toPlain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    // Only a file whose aliases multiply gets here; the schema then says that it is no template.
    return undefined;
  }
}

function schemaProblems(errors: ErrorObject[], problemAt: ProblemAt): Problem[] {
  const specific = (error: ErrorObject) =>
    error.keyword !== "anyOf" &&
    error.keyword !== "propertyNames" &&
    !(error.keyword === "type" && isBesideTheWrittenForm(error));
  return errors.filter(specific).map((error) => {
    const path = pointerPath(error.instancePath);
    const params = error.params as Record<string, unknown>;
    if (error.keyword === "additionalProperties") {
      const key = String(params.additionalProperty);
      // YAML reads a bare Null as no value at all; it is the name of a condition operator.
      const hint = key === "" ? 'write "Null" in quotes' : allowedKeys(error);
      return problemAt([...path, key], `unknown key "${key}"`, hint);
    }
    if (error.keyword === "required") {
      return problemAt(path, `"${String(params.missingProperty)}" is missing`);
    }
    if (error.keyword === "enum") {
      const allowed = (params.allowedValues as unknown[]).join(" or ");
      return problemAt(path, `"${String(error.data)}" can't stand here`, `write ${allowed}`);
    }
    if (error.keyword === "pattern") {
      return problemAt(path, `"${String(error.data)}" can't stand here`, descriptionOf(error));
    }
    return problemAt(path, error.message ?? "is not valid", descriptionOf(error));
  });
}

/** Where a text or a list may stand, ajv complains about the form that was not chosen too. */
function isBesideTheWrittenForm(error: ErrorObject): boolean {
  const inUnion = /\/anyOf\/\d+\/type$/.test(error.schemaPath);
  return inUnion && (typeof error.data === "string" || Array.isArray(error.data));
}

function descriptionOf(error: ErrorObject): string | undefined {
  return (error.parentSchema as { description?: string } | undefined)?.description;
}

function allowedKeys(error: ErrorObject): string | undefined {
  const schema = error.parentSchema as { properties?: Record<string, unknown> } | undefined;
  return schema?.properties === undefined
    ? undefined
    : `allowed are ${Object.keys(schema.properties).join(", ")}`;
}

function nameProblems(source: TemplateSource, content: PolicyTemplateFile, problemAt: ProblemAt): Problem[] {
  const problems: Problem[] = [];
  if (content.service !== source.service) {
    problems.push(
      problemAt(["service"], `"${content.service}" is not the folder's name`, `write ${source.service}`),
    );
  }
  const expected = content.slug === undefined ? content.id : `${content.id}-${content.slug}`;
  if (expected !== source.baseName) {
    problems.push(
      problemAt(
        ["id"],
        `the file is named ${source.baseName}.yaml, its id and slug say ${expected}.yaml`,
        "a template file is named {id}-{slug}.yaml",
      ),
    );
  }
  return problems;
}

function statementProblems(content: PolicyTemplateFile, problemAt: ProblemAt): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  content.statements.forEach((statement, index) => {
    const path = ["statements", index];
    if (seen.has(statement.Sid)) {
      problems.push(problemAt([...path, "Sid"], `"${statement.Sid}" is the Sid of an earlier statement too`));
    }
    seen.add(statement.Sid);
    for (const [place, text] of textsOf(statement)) {
      for (const { message, hint } of placeholderProblems(text)) {
        problems.push(problemAt([...path, ...place], message, hint));
      }
    }
  });
  return problems;
}

/** Every text of a statement that may hold placeholders, with its path. */
function* textsOf(statement: TemplateStatement): Generator<[Path, string]> {
  yield* texts(statement.Resource, ["Resource"]);
  for (const [operator, keys] of Object.entries(statement.Condition ?? {})) {
    for (const [key, value] of Object.entries(keys)) {
      yield [["Condition", operator, key], key];
      yield* texts(value, ["Condition", operator, key]);
    }
  }
}

function* texts(value: string | string[], path: Path): Generator<[Path, string]> {
  if (typeof value === "string") yield [path, value];
  else for (const [index, text] of value.entries()) yield [[...path, index], text];
}

function toStatement(statement: TemplateStatement): Statement {
  const { Sid, Effect, Action, Resource, Condition } = statement;
  const result: Statement = { Sid, Effect, Action: [Action].flat(), Resource: [Resource].flat() };
  return Condition === undefined ? result : { ...result, Condition };
}

function positionOf({ document, counter }: Parsed, path: Path): Position {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      const { line, col } = counter.linePos(node.range[0]);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}

function pointerPath(pointer: string): Path {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function formatPath(path: Path): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
}
