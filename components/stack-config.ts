import { join, relative } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { loadCatalogue } from "../core/catalogue/load";
import { loadPulumiConfig } from "../core/config/load-pulumi";
import type { Config } from "../core/config/schema";
import { testCopyOf } from "../core/config/test-copy";
import { ExitCode, TierguardError } from "../core/errors";
import { stem } from "../core/naming/stack-names";
import { withErrorsForPeople } from "./errors-for-people";
import type { SecurityStackArgs } from "./security-stack";

/** Pulumi.yaml declares these with `{}`, which Pulumi wants of keys that may be left out. */
const DECLARED_EMPTY = ["deployment", "security_overrides", "tags", "license", "quotas"];

/** The stack's Pulumi config without the sections that it leaves out, and apart from them a test copy's suffix. */
function writtenSections(): { sections: Record<string, string>; testSuffix?: string } {
  const project = pulumi.getProject();
  const absent = new Set(DECLARED_EMPTY.map((section) => `${project}:${section}`));
  const { [`${project}:testSuffix`]: testSuffix, ...rest } = pulumi.runtime.allConfig();
  const sections = Object.fromEntries(
    Object.entries(rest).filter(([key, value]) => !(absent.has(key) && value === "{}")),
  );
  return { sections, ...(testSuffix === undefined ? {} : { testSuffix }) };
}

/** A test copy has a state of its own: set by hand in an environment's, the suffix would replace all that is deployed. */
function asTestCopy(config: Config, testSuffix: string): Config {
  const copy = testCopyOf(config, testSuffix);
  if (pulumi.getStack() === stem(copy)) return copy;
  throw new TierguardError(
    `testSuffix is set in the config of the Pulumi stack ${pulumi.getStack()}, which is no test copy`,
    {
      code: "test-suffix",
      exitCode: ExitCode.BadInput,
      hint: "take it out; tierguard test-deploy makes test copies",
    },
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
    const { sections, testSuffix } = writtenSections();
    const config = loadPulumiConfig(sections, {
      masterDirectory: join(projectDirectory, "configs"),
      catalogue: catalogue.index,
      stackFile,
    });
    return { config: testSuffix === undefined ? config : asTestCopy(config, testSuffix), catalogue };
  });
}
