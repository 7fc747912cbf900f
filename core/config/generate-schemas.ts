import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { VALIDATORS_FILE, validatorsModule } from "./compiled-validators";
import { schemaFiles } from "./schema-files";

for (const [name, text] of Object.entries(schemaFiles())) {
  writeFileSync(join(__dirname, "..", "..", "schemas", name), text);
}
writeFileSync(VALIDATORS_FILE, validatorsModule());
