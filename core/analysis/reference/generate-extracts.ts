import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { extractFiles } from "./extract-files";

for (const [name, text] of Object.entries(extractFiles())) {
  writeFileSync(join(__dirname, name), text);
}
