import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ExitCode, TierguardError } from "../core/errors";
import type { ExportFile } from "../core/exports/export-file";
import { tenantScope } from "../core/naming/stack-names";
import type { Blueprint } from "../core/security/blueprint";
import type { Template } from "../core/template/cloudformation";
import { byText } from "../core/text-order";
import { type Action, action, type ActionContext } from "./action";
import type { ActionLog } from "./action-log";
import { render } from "./render";
import { writeWhole } from "./write-whole";

/** What differs from one export of resources to another. */
export interface ExportDefinition extends Pick<Action, "id" | "title" | "summary"> {
  /** Folder below the output folder. */
  folder: string;
  /** What one file holds, and several: `group`, `groups`. */
  nouns: readonly [one: string, several: string];
  /** The kinds of names that such resources have, as they stand after the tenant's scope: `group`. */
  kinds: readonly string[];
  /** One file for each resource. */
  files: (blueprint: Blueprint, template: Template) => readonly ExportFile[];
  /** Makes the HTML report that is written beside the log, where there is one. */
  report?: (context: ActionContext, blueprint: Blueprint) => string;
}

/** An action that writes resources as they will be deployed, one JSON file each, named after the resource. */
export function exportAction(definition: ExportDefinition): Action {
  const { id, title, summary, folder, nouns } = definition;
  return action({
    id,
    title,
    summary,
    options: [],
    effect: "local",
    dryRun: "say what would be written, and write nothing but the log",
    files: [
      `${folder}/{${nouns[0]} name}.json`,
      ...(definition.report === undefined ? [] : [`reports/{stem}-${id}-{time}.html`]),
    ],
    run: (context) => exportFiles(context, definition),
    describe: (result) => describe(result, nouns),
  });
}

type ExportResult = ReturnType<typeof exportFiles>;

function exportFiles(context: ActionContext, definition: ExportDefinition) {
  const { output, dryRun, log, config } = context;
  const { blueprint, template } = render(context);
  const files = definition.files(blueprint, template);
  if (files.length === 0) {
    throw new TierguardError(`no file was written: ${blueprint.stem} has no ${definition.nouns[1]}`, {
      code: "nothing-exported",
      exitCode: ExitCode.Failed,
      hint: `the security profile ${config.tier.security_profile} decides what is enabled`,
    });
  }
  const folder = join(output, definition.folder);
  const names = files.map(({ name }) => `${name}.json`);
  files.forEach(({ document }, index) => {
    const path = join(folder, names[index]!);
    if (dryRun) return;
    writeWhole(path, `${JSON.stringify(document, null, 2)}\n`);
    log.debug(`wrote ${path}`);
  });
  const scope = tenantScope(config);
  const stale = existing(folder)
    .filter((name) => name.endsWith(".json") && !names.includes(name))
    .filter((name) => definition.kinds.some((kind) => name.startsWith(`${scope}-${kind}-`)));
  return {
    folder,
    files: files.length,
    written: !dryRun,
    paths: names.map((name) => join(folder, name)),
    /** Files of resources that the environment does not have any more. */
    stale: stale.sort(byText).map((name) => join(folder, name)),
    ...(definition.report === undefined || dryRun
      ? {}
      : { report: written(log, definition.report(context, blueprint)) }),
  };
}

/** Writes a report beside the log; returns its path. */
function written(log: ActionLog, html: string): string {
  const path = log.beside("html");
  writeWhole(path, html);
  log.info(`wrote ${path}`);
  return path;
}

function existing(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // There is no such folder in a dry run; what else stands in the way has been said on writing.
    return [];
  }
}

function describe(result: ExportResult, nouns: readonly [string, string]) {
  const { files, folder, paths, stale, report } = result;
  const count = `${files} ${files === 1 ? nouns[0] : nouns[1]}`;
  const lines = [
    `${result.written ? "Wrote" : "Would write"} ${count} to ${folder}:`,
    ...indented(paths),
    ...(report === undefined ? [] : [`Report: ${report}`]),
  ];
  if (stale.length === 0) return lines;
  const [one, several] = [
    "is of an earlier run and not of this environment any more",
    "are of an earlier run and not of this environment any more",
  ];
  const old = stale.length === 1 ? `1 file there ${one}:` : `${stale.length} files there ${several}:`;
  return [...lines, old, ...indented(stale)];
}

function indented(paths: readonly string[]): string[] {
  return paths.map((path) => `  ${path}`);
}
