import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadCatalogue } from "../../core/catalogue/load";
import { readPulumiConfig } from "../../core/config/load-pulumi";
import { NAMESPACE } from "../../core/config/stack-source";
import { testCopyOf } from "../../core/config/test-copy";
import type { WrittenConfig } from "../../core/guardrails/locate-violations";
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
  const catalogue = loadCatalogue(join(project, "policy-templates"));
  const suffixKey = `${NAMESPACE}:testSuffix`;
  // An empty section stands for one that is left out: Pulumi.yaml gives them that default.
  const sections = Object.entries(config).filter(([key, value]) => key !== suffixKey && value !== "{}");
  const { config: loaded, source } = readPulumiConfig(Object.fromEntries(sections), {
    masterDirectory: join(project, "configs"),
    catalogue: catalogue.index,
    stackFile: join(project, `Pulumi.${stack.split("/").at(-1)}.yaml`),
  });
  const suffix = config[suffixKey];
  const blueprint = buildBlueprint(suffix === undefined ? loaded : testCopyOf(loaded, suffix), catalogue);
  return { blueprint, catalogue, source, folder: project };
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
