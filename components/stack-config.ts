import { createRequire } from "node:module";
import { join, relative } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { loadCatalogue } from "../core/catalogue/load";
import { openPulumiConfig } from "../core/config/load-pulumi";
import { productOf } from "../core/config/product";
import type { Config } from "../core/config/schema";
import { testCopyOf } from "../core/config/test-copy";
import { validateConfig } from "../core/config/validate";
import { ExitCode, TierguardError } from "../core/errors";
import type * as mlConfigs from "../core/ml/config/validate";
import type * as mlNames from "../core/naming/ml-names";
import { stem } from "../core/naming/stack-names";
import { withErrorsForPeople } from "./errors-for-people";
import type { MlProductArgs } from "./ml-product";
import type { SecurityStackArgs } from "./security-stack";

/** What belongs to ML products alone is loaded for them alone: a preview of a security stack does not wait for it. */
const load = createRequire(__filename);

/** What the program deploys: the arguments of the component that the config's content chooses. */
export type StackProgram =
  ({ product: "security" } & SecurityStackArgs) | ({ product: "ml" } & MlProductArgs);

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
function asTestCopy<C extends Pick<Config, "deployment" | "testSuffix">>(
  config: C,
  testSuffix: string | undefined,
  nameOf: (copy: C) => string,
): C {
  if (testSuffix === undefined) return config;
  const copy = testCopyOf(config, testSuffix);
  if (pulumi.getStack() === nameOf(copy)) return copy;
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
 * The config of the Pulumi stack that runs, of whichever product it is, judged against the project's policy templates
 * and master definitions. Throws RunError with every problem at once.
 */
export function loadStackConfig(projectDirectory: string): StackProgram {
  return withErrorsForPeople(() => {
    const stackFile = relative(process.cwd(), join(projectDirectory, `Pulumi.${pulumi.getStack()}.yaml`));
    const { sections, testSuffix } = writtenSections();
    const source = openPulumiConfig(sections, stackFile);
    if (productOf(source.value) === "ml") {
      const { validateMlConfig } = load("../core/ml/config/validate") as typeof mlConfigs;
      const { mlName } = load("../core/naming/ml-names") as typeof mlNames;
      const { config } = validateMlConfig(source);
      return { product: "ml" as const, config: asTestCopy(config, testSuffix, mlName) };
    }
    const catalogue = loadCatalogue(join(projectDirectory, "policy-templates"));
    const options = { masterDirectory: join(projectDirectory, "configs"), catalogue: catalogue.index };
    const { config } = validateConfig(source, options);
    return { product: "security" as const, config: asTestCopy(config, testSuffix, stem), catalogue };
  });
}
