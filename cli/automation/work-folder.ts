import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { parse, stringify } from "yaml";
import { NAMESPACE } from "../../core/config/stack-source";
import { ExitCode, TierguardError } from "../../core/errors";
import type { StackConfig } from "../../core/security/blueprint";
import type { StackSettings } from "../stack-settings";

/** The project whose program is run: the one that this command line is part of. */
const PROJECT = resolve(__dirname, "..", "..");

/** Where Pulumi runs: a folder with a Pulumi.yaml and the stack's config. */
export interface WorkFolder {
  path: string;
  /** Removes the folder, where it was made for the run. */
  close: () => void;
}

interface ProjectFile {
  runtime: { name: string; options: { nodeargs: string } };
  plugins: { providers: { name: string; path: string }[] };
}

/** The project's own Pulumi.yaml, for a folder elsewhere: every path in it made absolute. */
function projectElsewhere(): string {
  const project = parse(readFileSync(join(PROJECT, "Pulumi.yaml"), "utf8")) as ProjectFile;
  const { options } = project.runtime;
  const inProject = (path: string) => `"${join(PROJECT, path)}"`;
  options.nodeargs = options.nodeargs.replaceAll(/\.\/\S+/g, inProject);
  const providers = project.plugins.providers.map((provider) => ({
    ...provider,
    path: resolve(PROJECT, provider.path),
  }));
  return stringify({ ...project, main: PROJECT, plugins: { ...project.plugins, providers } });
}

function isProject(folder: string): boolean {
  const program = join(folder, "index.ts");
  return (
    existsSync(join(folder, "Pulumi.yaml")) &&
    existsSync(program) &&
    realpathSync(program) === realpathSync(join(PROJECT, "index.ts"))
  );
}

/** A folder of the run's own, so that runs at the same time, and the user's project folder, stay undisturbed. */
function ownFolder(fill: (path: string) => void): WorkFolder {
  const path = mkdtempSync(join(tmpdir(), "tierguard-"));
  const close = () => rmSync(path, { recursive: true, force: true });
  try {
    writeFileSync(join(path, "Pulumi.yaml"), projectElsewhere());
    fill(path);
    return { path, close };
  } catch (cause) {
    close();
    throw new TierguardError(`A folder for the run can't be made in ${tmpdir()}: ${String(cause)}`, {
      code: "no-work-folder",
      exitCode: ExitCode.Failed,
      hint: "set TMPDIR to a folder that you may write to",
      cause,
    });
  }
}

/**
 * The folder of a stack's own config file: the project itself where the file lies in it, as if `pulumi` were typed
 * there; else, or where the run needs one of its `own`, a folder with a copy of the file.
 */
export function stackFileFolder(file: string, { own }: { own: boolean }): WorkFolder {
  const folder = dirname(resolve(file));
  if (!own && isProject(folder)) return { path: folder, close: () => undefined };
  return ownFolder((path) => copyFileSync(file, join(path, basename(file))));
}

/** A folder in which `stack` has exactly this config, and the settings that stood beside it. */
export function configFolder(stack: string, config: StackConfig, settings: StackSettings): WorkFolder {
  const sections = Object.fromEntries(
    Object.entries<unknown>(config).map(([section, value]) => [`${NAMESPACE}:${section}`, value]),
  );
  // JSON is YAML in which no text can be taken for a number or a date.
  const text = JSON.stringify({ ...settings.file, config: { ...sections, ...settings.config } });
  return ownFolder((path) => writeFileSync(join(path, `Pulumi.${stack}.yaml`), `${text}\n`));
}
