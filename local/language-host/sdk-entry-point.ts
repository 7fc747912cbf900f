import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Resolves a module as a file in the given folder would; throws an error for people where the SDK is missing. */
export function sdkEntryPoint(directory: string, module: string): string {
  try {
    return createRequire(join(directory, "index.js")).resolve(module);
  } catch (cause) {
    const installed = existsSync(join(directory, "node_modules"));
    throw new Error(
      `The Pulumi SDK (${module}) was not found from ${directory}. ` +
        (installed ? "Add @pulumi/pulumi to its package.json." : "Have you run npm install there?"),
      { cause },
    );
  }
}
