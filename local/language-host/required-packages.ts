import {
  type PackageDependency as Dependency,
  PackageDependency,
  PackageParameterization,
} from "@pulumi/pulumi/proto/plugin_pb";
import { installedPackages, type PackageManifest } from "./node-packages";

/** The names in `PULUMI_DEBUG_PROVIDERS`: providers that run already, which nobody needs to install. */
export function attachedProviders(variable: string | undefined): Set<string> {
  return new Set((variable ?? "").split(",").map((entry) => entry.split(":")[0] ?? ""));
}

function dependencyOf(manifest: PackageManifest): Dependency {
  const pulumi = manifest.pulumi ?? {};
  const dependency = new PackageDependency();
  dependency.setKind("resource");
  dependency.setName(pulumi.name ?? (manifest.name ?? "").replace(/^@pulumi\//, ""));
  dependency.setVersion(`v${pulumi.version ?? manifest.version ?? ""}`);
  dependency.setServer(pulumi.server ?? "");
  if (pulumi.parameterization !== undefined) {
    const { name, version, value } = pulumi.parameterization;
    const parameterization = new PackageParameterization();
    parameterization.setName(name);
    parameterization.setVersion(version);
    parameterization.setValue(value);
    dependency.setParameterization(parameterization);
  }
  return dependency;
}

/** The providers that a program's packages need, without those that the engine attaches to. */
export function requiredPackages(programDirectory: string, debugProviders: string | undefined): Dependency[] {
  const attached = attachedProviders(debugProviders);
  const byKey = new Map<string, Dependency>();
  for (const manifest of installedPackages(programDirectory)) {
    if (manifest.pulumi?.resource !== true) continue;
    const dependency = dependencyOf(manifest);
    if (attached.has(dependency.getName())) continue;
    byKey.set(`${dependency.getName()}@${dependency.getVersion()}`, dependency);
  }
  return [...byKey.values()];
}
