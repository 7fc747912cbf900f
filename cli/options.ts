import type { Action, ActionOption } from "./action";

const COMMON: readonly ActionOption[] = [
  {
    flags: "--config <file>",
    description: "config file of six sections, or a Pulumi.<stack>.yaml (also -con)",
  },
  { flags: "--stack <name>", description: "the config in Pulumi.<name>.yaml of the current folder" },
  { flags: "--output <dir>", description: "folder that files are written below", default: "." },
  { flags: "--verbose", description: "say more, also in the log" },
  { flags: "--json", description: "print the result as one JSON object" },
];

/** The options that every action takes. */
export function commonOptions(): readonly ActionOption[] {
  return COMMON;
}

/** The options that an action takes beside those that every action takes. */
export function ownOptions({ force, dryRun, options }: Action): ActionOption[] {
  return [
    ...(force === undefined ? [] : [{ flags: "--force", description: force }]),
    ...(dryRun === undefined ? [] : [{ flags: "--dry-run", description: dryRun }]),
    ...options,
  ];
}

/**
 * `--for <operator>` → `--for` and `operator`, the latter undefined where an option takes no value.
 * @throws Error where an option has no long form: a defect.
 */
export function partsOf({ flags }: ActionOption): { name: string; value?: string } {
  const parts = /(--[a-z0-9-]+)(?: [<[]([^>\]]+)[>\]])?$/.exec(flags);
  if (parts === null) throw new Error(`${flags} has no long form`);
  const [, name, value] = parts as unknown as [string, string, string?];
  return value === undefined ? { name } : { name, value };
}
