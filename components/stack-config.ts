import { join, relative } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { loadCatalogue } from "../core/catalogue/load";
import { loadPulumiConfig } from "../core/config/load-pulumi";
import { withErrorsForPeople } from "./errors-for-people";
import type { SecurityStackArgs } from "./security-stack";

/** Pulumi.yaml declares these with `{}`, which Pulumi wants of keys that may be left out. */
const DECLARED_EMPTY = ["deployment", "security_overrides", "tags", "license", "quotas"];

/** The stack's Pulumi config without the sections that it leaves out. */
function writtenSections(): Record<string, string> {
  const absent = new Set(DECLARED_EMPTY.map((section) => `${pulumi.getProject()}:${section}`));
  return Object.fromEntries(
    Object.entries(pulumi.runtime.allConfig()).filter(([key, value]) => !(absent.has(key) && value === "{}")),
  );
}

/**
 * The config of the Pulumi stack that runs, judged against the project's policy templates and master definitions.
 * Throws RunError with every problem at once.
 */
export function loadStackConfig(projectDirectory: string): SecurityStackArgs {
  return withErrorsForPeople(() => {
    const catalogue = loadCatalogue(join(projectDirectory, "policy-templates"));
    const stackFile = relative(process.cwd(), join(projectDirectory, `Pulumi.${pulumi.getStack()}.yaml`));
    const config = loadPulumiConfig(writtenSections(), {
      masterDirectory: join(projectDirectory, "configs"),
      catalogue: catalogue.index,
      stackFile,
    });
    return { config, catalogue };
  });
}
