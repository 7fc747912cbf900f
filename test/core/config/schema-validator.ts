import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv, { type AnySchema, type ValidateFunction } from "ajv";

/** The folder of the shipped JSON Schemas. */
export const schemaFolder = join(__dirname, "..", "..", "..", "schemas");

/** A shipped schema, with the files that it refers to, as an editor reads it. */
export function schemaValidator(name: string): ValidateFunction {
  const read = (file: string) => JSON.parse(readFileSync(join(schemaFolder, file), "utf8")) as AnySchema;
  const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
  for (const common of ["common.schema.json", "ml-common.schema.json"]) ajv.addSchema(read(common));
  return ajv.compile(read(name));
}
