import { createRequire } from "node:module";
import type * as automation from "@pulumi/pulumi/automation";

/** An `import()` would read through the package once more, to find out what it exports. */
const load = createRequire(__filename);

/** Pulumi's Automation API, loaded when it is first asked for: it takes half a second, which local actions don't wait for. */
export function loadAutomation(): typeof automation {
  return load("@pulumi/pulumi/automation") as typeof automation;
}
