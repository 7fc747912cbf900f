import { isObject, type JsonObject, own } from "./source";

/** The kind of definition that the names in each list refer to. */
const KIND_OF_LIST: Readonly<Record<string, string>> = {
  assumable_roles: "assumable_roles",
  enabled_groups: "iam_groups",
  enabled_service_roles: "service_roles",
  enabled_assumable_roles: "assumable_roles",
  enabled_cross_account_roles: "cross_account_roles",
};

/** The kinds of definitions that have such lists. */
const REFERRING_KINDS = ["iam_groups", "security_profiles"];

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = own(object, key);
  return isObject(value) ? value : {};
}

function isDocument(value: JsonObject): boolean {
  return Object.hasOwn(value, "Statement");
}

function merge(base: unknown, override: unknown): unknown {
  if (!isObject(override) || isDocument(override)) return override;
  const result = Object.create(null) as JsonObject;
  if (isObject(base) && !isDocument(base)) Object.assign(result, base);
  for (const [key, value] of Object.entries(override)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value);
  }
  return result;
}

/** A definition whose lists no longer name what the overrides remove; lists of the overrides stay as written. */
function withoutRemoved(definition: JsonObject, overridden: JsonObject, overrides: JsonObject): JsonObject {
  const result = Object.assign(Object.create(null) as JsonObject, definition);
  for (const [list, kind] of Object.entries(KIND_OF_LIST)) {
    const names = own(definition, list);
    if (!Array.isArray(names) || Object.hasOwn(overridden, list)) continue;
    const definitions = objectAt(overrides, kind);
    result[list] = names.filter((name) => typeof name !== "string" || own(definitions, name) !== null);
  }
  return result;
}

/**
 * The master definitions with overrides laid over them: merged by name and field, `null` removes, lists and policy
 * documents are replaced whole. What is removed also leaves the lists of the master definitions that name it.
 */
export function mergeOverrides(master: JsonObject, overrides: JsonObject): JsonObject {
  const merged = merge(master, overrides) as JsonObject;
  for (const kind of REFERRING_KINDS) {
    const overridden = objectAt(overrides, kind);
    const definitions = own(merged, kind);
    if (!isObject(definitions)) continue;
    const result = Object.create(null) as JsonObject;
    for (const [name, definition] of Object.entries(definitions)) {
      result[name] = isObject(definition)
        ? withoutRemoved(definition, objectAt(overridden, name), overrides)
        : definition;
    }
    merged[kind] = result;
  }
  return merged;
}
