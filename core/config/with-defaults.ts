import Ajv from "ajv";
import type { JsonSchema } from "./file-schema";
import { sectionSchema } from "./security-parts";
import type { Config } from "./schema";

/**
 * A validated config with everything filled in that applies where it says nothing: the schema's defaults, and who
 * has to sign in with MFA. It means the same, and gives the same template.
 */
export function withDefaults(config: Config): Config {
  const { tier, client, environment, deployment = {}, quotas = {}, ...rest } = structuredClone(config);
  const complete: Config = { tier, client, environment, deployment, ...rest, quotas };
  // Without allErrors it would stop at the name of the tier, which the schema of another tier does not know.
  const ajv = new Ajv({
    useDefaults: true,
    allErrors: true,
    meta: false,
    validateSchema: false,
    strict: false,
  });
  const properties: Record<string, JsonSchema> = {};
  for (const section of Object.keys(complete)) properties[section] = sectionSchema(section);
  ajv.validate({ type: "object", properties }, complete);
  for (const role of Object.values(complete.security.assumable_roles)) {
    // A role that lifts rights always asks for MFA.
    role.require_mfa ??= role.custom_permissions !== undefined;
  }
  for (const role of Object.values(complete.security.cross_account_roles)) role.require_mfa ??= false;
  return complete;
}
