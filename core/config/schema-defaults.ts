import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import type { JsonSchema } from "./file-schema";

const SCHEMAS = join(__dirname, "..", "..", "schemas");

/** A file of `schemas/` by its name without `.schema.json`. */
export function schemaOf(name: string): JsonSchema {
  return JSON.parse(readFileSync(join(SCHEMAS, `${name}.schema.json`), "utf8")) as JsonSchema;
}

/** Fills in the defaults that schemas of sections have, in the config itself; what is there stays as it is. */
export function fillDefaults(config: object, sections: JsonSchema): void {
  const ajv = new Ajv({
    useDefaults: true,
    meta: false,
    validateSchema: false,
    strict: false,
  });
  ajv.validate({ type: "object", properties: sections }, config);
}
