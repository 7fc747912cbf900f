import Ajv from "ajv";
import standaloneCode from "ajv/dist/standalone";
import { join } from "node:path";
import type { JsonSchema } from "./file-schema";
import { schemaFiles } from "./schema-files";

/** The generated module: to load ajv and compile the schemas takes longer than everything else that a config needs. */
export const VALIDATORS_FILE = join(__dirname, "compiled", "validators.cjs");

const BANNER = "// Generated from the schemas in schemas/ by `npm run gen`: do not edit.\n";

/** The parts of a config that are judged each by its own part of the schema, and the files of the catalogue. */
function schemas(): Record<string, JsonSchema> {
  const files = schemaFiles();
  const parsed = (name: string) => JSON.parse(files[name]!) as JsonSchema;
  const { properties, ...rest } = parsed("startup.schema.json") as { properties: Record<string, JsonSchema> };
  // Which tiers there are is judged with their limits, and the two large sections by themselves.
  const open = { type: "object" };
  const tier = properties.tier!;
  const fields = {
    ...(tier.properties as JsonSchema),
    name: { type: "string", description: "name of the tier" },
  };
  const outer = { ...properties, tier: { ...tier, properties: fields } };
  return {
    sections: { ...rest, properties: { ...outer, security: open, security_overrides: open } },
    security: properties.security!,
    overrides: properties.security_overrides!,
    policyTemplate: parsed("policy-template.schema.json"),
  };
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
