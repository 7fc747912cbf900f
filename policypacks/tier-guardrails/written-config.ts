import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadCatalogue } from "../../core/catalogue/load";
import { openPulumiConfig } from "../../core/config/load-pulumi";
import { productOf } from "../../core/config/product";
import type { Config } from "../../core/config/schema";
import { NAMESPACE } from "../../core/config/stack-source";
import { testCopyOf } from "../../core/config/test-copy";
import { validateConfig } from "../../core/config/validate";
import type { WrittenConfig } from "../../core/guardrails/locate-violations";
import { buildMlBlueprint } from "../../core/ml/build-ml-blueprint";
import { validateMlConfig } from "../../core/ml/config/validate";
import { buildBlueprint } from "../../core/security/build-blueprint";
import type { EngineStack } from "./engine-stack";

/**
 * The config of the stack as it was written in the project's files, to say where violations come from. Nothing is
 * decided by it: undefined where there is none, as in a program that is no Tierguard project.
 * @param starts folders in or below the project, such as the one that the command was called in.
 */
export function findWrittenConfig(stack: EngineStack, starts: readonly string[]): WrittenConfig | undefined {
  const project = projectFolder(stack.project, starts);
  if (project === undefined) return undefined;
  try {
    return readProject(project, stack);
  } catch {
    // What is wrong with the files is said by the program, which reads the same.
    return undefined;
  }
}

function readProject(project: string, { stack, config }: EngineStack): WrittenConfig {
  const suffixKey = `${NAMESPACE}:testSuffix`;
  // An empty section stands for one that is left out: Pulumi.yaml gives them that default.
  const entries = Object.entries(config).filter(([key, value]) => key !== suffixKey && value !== "{}");
  const sections = Object.fromEntries(entries);
  const stackFile = join(project, `Pulumi.${stack.split("/").at(-1)}.yaml`);
  const suffix = config[suffixKey];
  const asDeployed = <C extends Pick<Config, "deployment" | "testSuffix">>(loaded: C): C =>
    suffix === undefined ? loaded : testCopyOf(loaded, suffix);
  const opened = openPulumiConfig(sections, stackFile);
  if (productOf(opened.value) === "ml") {
    const { config: loaded, source } = validateMlConfig(opened);
    return { blueprint: buildMlBlueprint(asDeployed(loaded)), source, folder: project };
  }
  const catalogue = loadCatalogue(join(project, "policy-templates"));
  const options = { masterDirectory: join(project, "configs"), catalogue: catalogue.index };
  const { config: loaded, source } = validateConfig(opened, options);
  return { blueprint: buildBlueprint(asDeployed(loaded), catalogue), catalogue, source, folder: project };
}

function projectFolder(name: string, starts: readonly string[]): string | undefined {
  return starts.map(nearestProject).find((folder) => folder !== undefined && nameIn(folder) === name);
}

/** The nearest folder, from here upwards, with a Pulumi.yaml in it. */
function nearestProject(start: string): string | undefined {
  if (existsSync(join(start, PROJECT_FILE))) return start;
  return dirname(start) === start ? undefined : nearestProject(dirname(start));
}

const PROJECT_FILE = "Pulumi.yaml";

function nameIn(folder: string): string | undefined {
  const text = readFileSync(join(folder, PROJECT_FILE), "utf8");
  return /^name:[ \t]+["']?([^"'\s#]+)/m.exec(text)?.[1];
}
