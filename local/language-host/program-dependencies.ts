import { DependencyInfo } from "@pulumi/pulumi/proto/language_pb";
import { installedPackages, readManifest } from "./node-packages";

/** What `pulumi about` lists: the program's direct dependencies with the versions that are installed, or all of them. */
export function programDependencies(programDirectory: string, transitive: boolean): DependencyInfo[] {
  const own = readManifest(programDirectory);
  const direct = new Set(Object.keys({ ...own?.dependencies, ...own?.devDependencies }));
  const versions = new Map<string, string>();
  for (const { name, version } of installedPackages(programDirectory)) {
    if (name === undefined || version === undefined || versions.has(name)) continue;
    if (transitive || direct.has(name)) versions.set(name, version);
  }
  return [...versions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, version]) => {
      const info = new DependencyInfo();
      info.setName(name);
      info.setVersion(version);
      return info;
    });
}
