import type { JsonSchema } from "./file-schema";
import type { Config } from "./schema";
import { fillDefaults, schemaOf } from "./schema-defaults";

/**
 * A validated config with everything filled in that applies where it says nothing: the schema's defaults, and who
 * has to sign in with MFA. It means the same, and gives the same template.
 */
export function withDefaults(config: Config): Config {
  const { tier, client, environment, deployment = {}, quotas = {}, ...rest } = structuredClone(config);
  const complete: Config = { tier, client, environment, deployment, ...rest, quotas };
  fillDefaults(complete, schemaOf("common").definitions as JsonSchema);
  for (const role of Object.values(complete.security.assumable_roles)) {
    // A role that lifts rights always asks for MFA.
    role.require_mfa ??= role.custom_permissions !== undefined;
  }
  for (const role of Object.values(complete.security.cross_account_roles)) role.require_mfa ??= false;
  return complete;
}
