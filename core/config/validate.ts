import type { Problem } from "../errors";
import type { CheckContext } from "./checks/check-context";
import { checkBoundary } from "./checks/boundary";
import { checkDeployment } from "./checks/deployment";
import { checkDocuments } from "./checks/documents";
import { checkLicense } from "./checks/license";
import { checkNames } from "./checks/names";
import { checkReferencesOfConfig } from "./checks/references";
import { checkRoles } from "./checks/roles";
import { checkTags } from "./checks/tags";
import { checkTier } from "./checks/tier";
import { configFailure } from "./config-failure";
import { frozen } from "./draft";
import { judge, validator } from "./judge";
import type { LoadOptions } from "./load-options";
import { productOf } from "./product";
import { idleRemovals, layered, type Master, readMaster } from "./resolve-security";
import type { Config } from "./schema";
import { schemaFindings } from "./schema-problems";
import { type ConfigSource, isObject, type JsonObject, own } from "./source";

const checks = [
  checkTier,
  checkReferencesOfConfig,
  checkRoles,
  checkNames,
  checkDocuments,
  checkTags,
  checkDeployment,
  checkBoundary,
  checkLicense,
];

function resolved(user: ConfigSource, draft: JsonObject, master: Master, problems: Problem[]): ConfigSource {
  const judged = judge("security", master.security, master.source, ["security"]);
  problems.push(...judged.problems);
  const source = layered(user, draft, master, judged.draft);
  const merged = own(source.value, "security");
  const overrides = own(draft, "security_overrides");
  if (isObject(overrides) && isObject(merged) && judged.problems.length === 0) {
    problems.push(...idleRemovals(overrides, judged.draft as JsonObject, user));
    // All else that is wrong was found in its own layer: only the whole shows what a new definition lacks.
    const lacking = schemaFindings(validator("security"), merged, source, ["security"]);
    problems.push(...lacking.filter(({ keyword }) => keyword === "required").map(({ problem }) => problem));
  }
  return source;
}

/** Judges the sections one by one, `security` and `security_overrides` among them. */
function judgeSections(user: ConfigSource): { problems: Problem[]; draft: JsonObject } {
  const root = isObject(user.value) ? user.value : {};
  const bodies = [
    ["security", "security"],
    ["security_overrides", "overrides"],
  ] as const;
  const names: readonly string[] = bodies.map(([section]) => section);
  const outer = Object.assign(Object.create(null) as JsonObject, root);
  for (const name of names) if (isObject(outer[name])) outer[name] = Object.create(null);
  const judged = judge("sections", outer, user, []);
  const problems = [...judged.problems];
  const draft = isObject(judged.draft) ? judged.draft : {};
  for (const [section, part] of bodies) {
    const body = own(root, section);
    if (!isObject(body)) continue;
    const inner = judge(part, body, user, [section]);
    problems.push(...inner.problems);
    draft[section] = inner.draft;
  }
  return { problems, draft };
}

/** A config, and where each part of it was written. */
export interface LoadedConfig {
  /** Complete, deeply frozen. */
  config: Config;
  source: ConfigSource;
}

/**
 * Judges a security config by its schema and by what no schema expresses, and fills in the master definitions.
 * @throws InvalidInputError with every problem at once.
 */
export function validateConfig(user: ConfigSource, options: LoadOptions): LoadedConfig {
  if (productOf(user.value) === "ml") {
    const message = "this is the config of an ML product, and security configs are read here";
    const place = user.place(["ml_product"], "key");
    throw configFailure([{ ...place, message, hint: "a security config has no ml_product" }], user);
  }
  const { problems, draft } = judgeSections(user);
  let source = user;
  let config = draft;
  if (!isObject(user.value) || !Object.hasOwn(user.value, "security")) {
    const master = readMaster(user, options.masterDirectory, problems);
    if (master !== undefined) {
      source = resolved(user, draft, master, problems);
      config = source.value as JsonObject;
    }
  } else if (Object.hasOwn(user.value, "security_overrides")) {
    const message = "security_overrides changes the master definitions, which security replaces";
    problems.push({ ...user.place(["security_overrides"], "key"), message, hint: "keep one of the two" });
  }
  const context: CheckContext = {
    config,
    catalogue: options.catalogue,
    report: (path, part, message, hint) => problems.push({ ...source.place(path, part), message, hint }),
  };
  for (const check of checks) check(context);
  if (problems.length > 0) throw configFailure(problems, user);
  return { config: frozen(config) as Config, source };
}
