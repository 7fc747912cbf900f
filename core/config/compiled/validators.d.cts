import type { ValidateFunction } from "ajv";
import type { PolicyTemplateFile } from "../../catalogue/schema";

/** Every section of a config but the two large ones. */
export const sections: ValidateFunction;
/** The section `security`. */
export const security: ValidateFunction;
/** The section `security_overrides`. */
export const overrides: ValidateFunction;
/** Every section of an ML product's config. */
export const mlSections: ValidateFunction;
/** A file of `policy-templates/`. */
export const policyTemplate: ValidateFunction<PolicyTemplateFile>;
