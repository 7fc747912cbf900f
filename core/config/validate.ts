import type { ValidateFunction } from "ajv";
import { InvalidInputError, type Problem } from "../errors";
import type { CheckContext } from "./checks/check-context";
import { checkDeployment } from "./checks/deployment";
import { checkDocuments } from "./checks/documents";
import { checkNames } from "./checks/names";
import { checkReferencesOfConfig } from "./checks/references";
import { checkRoles } from "./checks/roles";
import { checkTags } from "./checks/tags";
import { checkTier } from "./checks/tier";
import { frozen, withoutValues } from "./draft";
import { configFileSchema } from "./file-schema";
import type { LoadOptions } from "./load-options";
import { idleRemovals, layered, type Master, readMaster } from "./resolve-security";
import { type Config, SecuritySchema } from "./schema";
import { compileSchema, type SchemaFinding, schemaFindings } from "./schema-problems";
import { type ConfigSource, isObject, type JsonObject, own, type Path } from "./source";
import { type TextFinding, textFindings } from "./text-findings";

const checks = [
  checkTier,
  checkReferencesOfConfig,
  checkRoles,
  checkNames,
  checkDocuments,
  checkTags,
  checkDeployment,
];

interface Validators {
  file: ValidateFunction;
  security: ValidateFunction;
}

let compiled: Validators | undefined;

/** Compiling costs some milliseconds and always gives the same, so that a process does it once, when it first needs it. */
function validators(): Validators {
  compiled ??= {
    file: compileSchema(configFileSchema("startup")),
    security: compileSchema(JSON.parse(JSON.stringify(SecuritySchema)) as JsonObject),
  };
  return compiled;
}

const key = (path: Path): string => JSON.stringify(path);

/** The findings of the schema that say more than those about the text at the same place. */
function beyondText(findings: SchemaFinding[], texts: TextFinding[]): SchemaFinding[] {
  const told = new Set(texts.map((text) => key(text.path)));
  return findings.filter((finding) =>
    finding.part === "key" && finding.keyword === "required" ? true : !told.has(key(finding.path)),
  );
}

interface Layer {
  problems: Problem[];
  draft: unknown;
}

/** Judges one document by its schema, and keeps what of it can be used. */
function judge(validate: ValidateFunction, root: unknown, source: ConfigSource, prefix: Path): Layer {
  const texts = textFindings(source).filter(({ path }) =>
    prefix.every((step, index) => path[index] === step),
  );
  const all = schemaFindings(validate, root, source, prefix);
  // Which tiers there are is judged with the tier's limits, in words of its own.
  const findings = beyondText(all, texts).filter(
    ({ path, keyword }) => !(keyword === "enum" && key(path) === '["tier","name"]'),
  );
  const unusable = [
    ...texts,
    ...all.flatMap(({ unusable: path, keyword }) =>
      path === undefined || (keyword === "enum" && key(path) === '["tier","name"]') ? [] : [{ path }],
    ),
  ];
  const draft = withoutValues(
    root,
    unusable.map(({ path }) => path.slice(prefix.length)),
  );
  return {
    problems: [...texts.map(({ problem }) => problem), ...findings.map(({ problem }) => problem)],
    draft,
  };
}

function resolved(user: ConfigSource, draft: JsonObject, master: Master, problems: Problem[]): ConfigSource {
  const { security } = validators();
  const judged = judge(security, master.security, master.source, ["security"]);
  problems.push(...judged.problems);
  const source = layered(user, draft, master, judged.draft);
  const merged = own(source.value, "security");
  const overrides = own(draft, "security_overrides");
  if (isObject(overrides) && isObject(merged) && judged.problems.length === 0) {
    problems.push(...idleRemovals(overrides, judged.draft as JsonObject, user));
    // All else that is wrong was found in its own layer: only the whole shows what a new definition lacks.
    const lacking = schemaFindings(security, merged, source, ["security"]);
    problems.push(...lacking.filter(({ keyword }) => keyword === "required").map(({ problem }) => problem));
  }
  return source;
}

function placeOrder(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** Each problem once, by place, those of the user's own file first. */
function ordered(problems: Problem[], userFile: string | undefined): Problem[] {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  const sorted = [...distinct.values()].sort(placeOrder);
  return [
    ...sorted.filter(({ file }) => file === userFile),
    ...sorted.filter(({ file }) => file !== userFile),
  ];
}

/**
 * Judges a config by its schema and by what no schema expresses, and fills in the master definitions.
 * @returns a complete config, deeply frozen.
 * @throws InvalidInputError with every problem at once.
 */
export function validateConfig(user: ConfigSource, options: LoadOptions): Config {
  const { problems, draft } = judge(validators().file, user.value, user, []);
  const userDraft = isObject(draft) ? draft : {};
  let source = user;
  let config = userDraft;
  if (isObject(user.value) && !Object.hasOwn(user.value, "security")) {
    const master = readMaster(user, options.masterDirectory, problems);
    if (master !== undefined) {
      source = resolved(user, userDraft, master, problems);
      config = source.value as JsonObject;
    }
  } else if (Object.hasOwn(userDraft, "security_overrides")) {
    const message = "security_overrides changes the master definitions, which security replaces";
    problems.push({ ...user.place(["security_overrides"], "key"), message, hint: "keep one of the two" });
  }
  const context: CheckContext = {
    config: config,
    catalogue: options.catalogue,
    report: (path, part, message, hint) => {
      const found = source.place(path, part);
      problems.push({ ...found, message, ...(hint === undefined ? {} : { hint }) });
    },
  };
  for (const check of checks) check(context);
  if (problems.length > 0) {
    const { file } = user.place([], "key");
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    throw new InvalidInputError(ordered(problems, file), `The config has ${count}:`);
  }
  return frozen(config) as Config;
}
