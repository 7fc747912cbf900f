import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The parts of a package.json that matter to Pulumi. */
export interface PackageManifest {
  name?: string;
  version?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  pulumi?: {
    resource?: boolean;
    name?: string;
    version?: string;
    server?: string;
    parameterization?: { name: string; version: string; value: string };
  };
}

/** Undefined where the folder has no package.json, or a broken one. */
export function readManifest(directory: string): PackageManifest | undefined {
  try {
    return JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as PackageManifest;
  } catch {
    return undefined;
  }
}

function foldersIn(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith("."))
      .map((entry) => join(directory, entry.name));
  } catch {
    return [];
  }
}

/** Every package installed below the folder, nested ones included. */
function packagesBelow(directory: string): PackageManifest[] {
  const folders = foldersIn(join(directory, "node_modules")).flatMap((folder) =>
    folder.includes(`${join("node_modules", "@")}`) && readManifest(folder) === undefined
      ? foldersIn(folder)
      : [folder],
  );
  return folders.flatMap((folder) => {
    const manifest = readManifest(folder);
    return [...(manifest === undefined ? [] : [manifest]), ...packagesBelow(folder)];
  });
}

/** Every installed package that a program in the folder can load: its own, and those of the folders above it. */
export function installedPackages(programDirectory: string): PackageManifest[] {
  const found: PackageManifest[] = [];
  for (let directory = programDirectory; ; directory = dirname(directory)) {
    found.push(...packagesBelow(directory));
    if (dirname(directory) === directory) return found;
  }
}
