import { type Check, entries } from "./check-context";

/** A role for people has exactly one source of its permissions. */
export const checkRoles: Check = ({ config, report }) => {
  for (const [name, role] of entries(config.security?.assumable_roles)) {
    const path = ["security", "assumable_roles", name];
    const mirrors = Object.hasOwn(role, "mirrors_group");
    const custom = Object.hasOwn(role, "custom_permissions");
    if (mirrors && custom) {
      const message = "has both mirrors_group and custom_permissions";
      report([...path, "custom_permissions"], "key", message, "keep one of them");
    } else if (!mirrors && !custom) {
      const message = "has neither mirrors_group nor custom_permissions";
      report(path, "key", message, "name the group that it mirrors, or state its permissions");
    }
  }
};
