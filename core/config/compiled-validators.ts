import Ajv from "ajv";
import standaloneCode from "ajv/dist/standalone";
import { join } from "node:path";
import { PolicyTemplateSchema } from "../catalogue/schema";
import { mlConfigFileSchema } from "../ml/config/file-schema";
import { ALWAYS_REQUIRED } from "../ml/config/tiers";
import { anyTier } from "./common-schema";
import { configFileSchema, type JsonSchema } from "./file-schema";

/** The generated module: to load ajv and compile the schemas takes longer than everything else that a config needs. */
export const VALIDATORS_FILE = join(__dirname, "compiled", "validators.cjs");

const BANNER = "// Generated from the schemas in schemas/ by `npm run gen`: do not edit.\n";

/** The parts of a config that are judged each by its own part of the schema, and the files of the catalogue. */
function schemas(): Record<string, JsonSchema> {
  const { properties: given, ...rest } = configFileSchema("startup");
  const properties = given as Record<string, JsonSchema>;
  // The two large sections are judged by themselves.
  const open = { type: "object" };
  const outer = { ...properties, tier: anyTier(properties.tier!) };
  return {
    sections: { ...rest, properties: { ...outer, security: open, security_overrides: open } },
    mlSections: mlSections(mlConfigFileSchema("enterprise")),
    security: properties.security!,
    overrides: properties.security_overrides!,
    policyTemplate: { ...PolicyTemplateSchema },
  };
}

/** All sections of an ML product's config, with the keys of every tier: which tier has which is judged beside. */
function mlSections({ properties: given, ...rest }: JsonSchema): JsonSchema {
  const properties = given as Record<string, JsonSchema>;
  const product = { ...properties.ml_product, required: [...ALWAYS_REQUIRED] };
  return { ...rest, properties: { ...properties, tier: anyTier(properties.tier!), ml_product: product } };
}

/** The text of the module, as it should stand in the file. */
export function validatorsModule(): string {
  const options = { allErrors: true, verbose: true, ownProperties: true, strictTypes: false };
  const ajv = new Ajv({ ...options, validateSchema: false, code: { source: true, lines: true } });
  const exported: Record<string, string> = {};
  for (const [name, schema] of Object.entries(schemas())) {
    ajv.addSchema({ ...schema, $id: name });
    exported[name] = name;
  }
  return `${BANNER}${standaloneCode(ajv, exported)}\n`;
}
