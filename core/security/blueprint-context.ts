import type { PlaceholderValues } from "../catalogue/placeholders";
import type { Catalogue } from "../catalogue/policy-template";
import type { Config } from "../config/schema";
import type { Problem } from "../errors";

/** What every step of building a blueprint works with; problems are collected, and thrown together at the end. */
export interface BlueprintContext {
  config: Config;
  catalogue: Catalogue;
  values: PlaceholderValues;
  problems: Problem[];
}

/** Notes something that is wrong in the config, once: what a mirroring role and its group share is built twice. */
export function report(
  context: Pick<BlueprintContext, "problems">,
  path: string,
  message: string,
  hint?: string,
): void {
  if (context.problems.some((problem) => problem.path === path && problem.message === message)) return;
  context.problems.push(hint === undefined ? { path, message } : { path, message, hint });
}

/** What IAM's limits are judged with: the config's raised quotas, and where problems go. */
export interface LimitsContext {
  config: Pick<Config, "quotas">;
  problems: Problem[];
}

/** The definition of that name, or undefined: never something that every object inherits. */
export function ownEntry<T>(record: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
