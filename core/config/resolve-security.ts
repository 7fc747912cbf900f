import { readdirSync } from "node:fs";
import { join } from "node:path";
import { InvalidInputError, type Problem } from "../errors";
import { LayeredSource } from "./layered-source";
import { mergeOverrides } from "./merge-overrides";
import { hintFor } from "./nearest";
import { readText } from "./read-text";
import { PROFILE_NAME_PATTERN } from "./name-patterns";
import { type ConfigSource, isObject, type JsonObject, own } from "./source";
import { parseYaml } from "./yaml-source";

/** A tier's master definitions, as read. */
export interface Master {
  source: ConfigSource;
  security: unknown;
}

/** The security profiles that have master definitions. */
function profilesIn(directory: string): string[] {
  let files: string[];
  try {
    files = readdirSync(directory);
  } catch {
    return [];
  }
  const names = files.filter((file) => file.endsWith(".yaml")).map((file) => file.slice(0, -".yaml".length));
  return names.filter((name) => new RegExp(PROFILE_NAME_PATTERN).test(name)).sort();
}

/** Reads the master definitions that a config without `security` builds on; undefined, and a problem, where it can't. */
export function readMaster(user: ConfigSource, directory: string, problems: Problem[]): Master | undefined {
  const tier = isObject(user.value) ? own(user.value, "tier") : undefined;
  const profile = isObject(tier) ? own(tier, "security_profile") : undefined;
  if (typeof profile !== "string" || !new RegExp(PROFILE_NAME_PATTERN).test(profile)) return undefined;
  const profiles = profilesIn(directory);
  if (!profiles.includes(profile)) {
    const message = `there are no master definitions for the profile ${profile}`;
    const hint = hintFor(profile, profiles, "profiles");
    problems.push({ ...user.place(["tier", "security_profile"], "value"), message, hint });
    return undefined;
  }
  const file = join(directory, `${profile}.yaml`);
  try {
    const source = parseYaml(file, readText(file));
    const security = isObject(source.value) ? own(source.value, "security") : undefined;
    if (security === undefined)
      problems.push({ ...source.place([], "key"), path: "security", message: "security is missing" });
    return { source, security };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** What the overrides remove although the master definitions do not have it. */
export function idleRemovals(overrides: JsonObject, master: JsonObject, user: ConfigSource): Problem[] {
  const problems: Problem[] = [];
  for (const [kind, definitions] of Object.entries(overrides)) {
    if (!isObject(definitions)) continue;
    const known = own(master, kind);
    for (const [name, definition] of Object.entries(definitions)) {
      if (definition !== null || (isObject(known) && Object.hasOwn(known, name))) continue;
      const message = `the master definitions have no ${name} to remove`;
      const hint = hintFor(name, Object.keys(isObject(known) ? known : {}), "names");
      problems.push({ ...user.place(["security_overrides", kind, name], "key"), message, hint });
    }
  }
  return problems;
}

/** The config with the master definitions, and what the user overrides of them, as its `security`. */
export function layered(
  user: ConfigSource,
  draft: JsonObject,
  master: Master,
  masterDraft: unknown,
): LayeredSource {
  const overrides = own(draft, "security_overrides");
  const security = isObject(masterDraft)
    ? mergeOverrides(masterDraft, isObject(overrides) ? overrides : {})
    : undefined;
  const value = Object.assign(Object.create(null) as JsonObject, draft, { security });
  delete value.security_overrides;
  return new LayeredSource(user, master.source, value);
}
