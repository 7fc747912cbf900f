import { isObject, type JsonObject, own } from "./source";

/** Kinds of definitions whose names other definitions refer to, and the lists that do. */
const references = [
  { kind: "iam_groups", lists: ["enabled_groups"] },
  { kind: "service_roles", lists: ["enabled_service_roles"] },
  { kind: "assumable_roles", lists: ["enabled_assumable_roles", "assumable_roles"] },
  { kind: "cross_account_roles", lists: ["enabled_cross_account_roles"] },
];

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

/** Takes removed names out of the lists that the master definitions hold; lists of the overrides stay as written. */
function withoutRemoved(security: JsonObject, overrides: JsonObject): void {
  for (const { kind, lists } of references) {
    const changed = own(overrides, kind);
    if (!isObject(changed)) continue;
    const removed = Object.keys(changed).filter((name) => changed[name] === null);
    for (const section of ["iam_groups", "security_profiles"]) {
      const definitions = own(security, section);
      if (!isObject(definitions) || removed.length === 0) continue;
      for (const [name, definition] of Object.entries(definitions)) {
        if (!isObject(definition)) continue;
        const overridden = own(overrides, section);
        const own_ = isObject(overridden) ? own(overridden, name) : undefined;
        for (const list of lists) {
          const values = own(definition, list);
          if (!Array.isArray(values) || (isObject(own_) && Object.hasOwn(own_, list))) continue;
          const kept = values.filter((value) => !removed.includes(value as string));
          definitions[name] = Object.assign(Object.create(null) as JsonObject, definition, { [list]: kept });
        }
      }
    }
  }
}

/**
 * The master definitions with overrides laid over them: merged by name and field, `null` removes, lists and policy
 * documents are replaced whole. What is removed also leaves the lists of the master definitions that name it.
 */
export function mergeOverrides(master: JsonObject, overrides: JsonObject): JsonObject {
  const merged = merge(master, overrides) as JsonObject;
  for (const section of ["iam_groups", "security_profiles"]) {
    const definitions = merged[section];
    if (isObject(definitions))
      merged[section] = Object.assign(Object.create(null) as JsonObject, definitions);
  }
  withoutRemoved(merged, overrides);
  return merged;
}
