import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { ExitCode, TierguardError } from "../../core/errors";

/** The phases of a build in their order (CodeBuild's build specification reference). */
const PHASES = ["install", "pre_build", "build", "post_build"];

/** What is read of a build specification: the rest is about CodeBuild's own machine, or about what it keeps. */
interface Buildspec {
  version?: unknown;
  phases?: Record<string, { commands?: string[] }>;
}

/**
 * The commands of a build specification, phase after phase.
 * @throws TierguardError where there is no file, or it holds something else.
 */
export function buildspecCommands(file: string): string[] {
  if (!existsSync(file)) throw unusable(`There is no ${file}`);
  const { version, phases = {} } = (parse(readFileSync(file, "utf8")) ?? {}) as Buildspec;
  if (version !== 0.2) throw unusable(`${file} is no build specification of version 0.2`);
  const unknown = Object.keys(phases).filter((phase) => !PHASES.includes(phase));
  if (unknown.length > 0)
    throw unusable(`${file} has a phase ${unknown.join(", ")}, which CodeBuild does not`);
  return PHASES.flatMap((phase) => phases[phase]?.commands ?? []);
}

function unusable(message: string): TierguardError {
  return new TierguardError(message, {
    code: "buildspec",
    exitCode: ExitCode.BadInput,
    hint: "name the folder of a repository that has a buildspec.yml with --source",
  });
}
