import type { Config } from "../schema";
import type { ProductCheck } from "./check-context";

/** Tags that the system itself sets on the stack and its resources. */
export const SYSTEM_TAGS = ["ManagedBy", "Company", "Environment", "TenantId", "Tier", "Stem"] as const;

/** AWS allows 50 tags a resource. */
const MAX_TAGS = 50 - SYSTEM_TAGS.length;

// Letters, spaces, digits and _ . : / = + - @, of any language (IAM user guide, "Tag naming rules").
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Custom tags fit AWS's rules and leave the system's own alone. */
export const checkTags: ProductCheck<Pick<Config, "tags">> = ({ config, report }) => {
  const keys = Object.keys(config.tags ?? {});
  if (keys.length > MAX_TAGS) {
    const hint = `AWS allows 50 tags, ${SYSTEM_TAGS.length} are the system's own`;
    report(["tags", keys[MAX_TAGS]!], "key", `${keys.length} tags are given, ${MAX_TAGS} are allowed`, hint);
  }
  const seen = new Map<string, string>();
  for (const key of keys) {
    const path = ["tags", key];
    const system = SYSTEM_TAGS.find((name) => name.toLowerCase() === key.toLowerCase());
    const same = seen.get(key.toLowerCase());
    if (system !== undefined) {
      report(
        path,
        "key",
        `the tag ${system} is set by the system`,
        `the system's own: ${SYSTEM_TAGS.join(", ")}`,
      );
    } else if (same !== undefined) {
      report(
        path,
        "key",
        `differs from ${same} in case only`,
        "IAM takes such tags as one: keep one of them",
      );
    } else if (/^aws:/i.test(key)) {
      report(path, "key", "tag keys may not begin with aws:", "that prefix is AWS's own");
    } else if (key.length < 1 || key.length > 128) {
      report(path, "key", `the tag key has ${key.length} characters`, "1 to 128 are allowed");
    } else if (!ALLOWED.test(key)) {
      report(
        path,
        "key",
        "the tag key has a character that AWS does not allow",
        "letters, digits, spaces and _ . : / = + - @",
      );
    }
    seen.set(key.toLowerCase(), key);
    const value = config.tags?.[key];
    if (value !== undefined && !ALLOWED.test(value)) {
      report(
        path,
        "value",
        "the tag value has a character that AWS does not allow",
        "letters, digits, spaces and _ . : / = + - @",
      );
    }
  }
};
