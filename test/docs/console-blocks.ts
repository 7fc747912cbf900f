/** A command of a page, and what the page shows of its output. */
export interface ShownCommand {
  command: string;
  /** Lines of output; `…` stands for any lines at all. */
  output: string[];
  /** Line of the page, from 1. */
  line: number;
}

/** Stands in a page for lines that are left out. */
const LEFT_OUT = "…";

/** What differs from run to run: times, ids and durations. */
const VARYING: [RegExp, string][] = [
  [/\d{8}_\d{6}(_\d{3})?/g, "TIME"],
  [/\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})/g, "TIME"],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "UUID"],
  [/\b\d+ (ms|s)\b/g, "DURATION"],
];

/** The commands of the `console` blocks of a page, in order. A command goes on in the next line after a backslash. */
export function shownCommands(page: string): ShownCommand[] {
  const commands: ShownCommand[] = [];
  let inside = false;
  let continued = false;
  for (const [index, line] of page.split("\n").entries()) {
    if (line.startsWith("```")) inside = line === "```console";
    else if (inside && continued) commands.at(-1)!.command += `\n${line}`;
    else if (inside && line.startsWith("$ "))
      commands.push({ command: line.slice(2), output: [], line: index + 1 });
    else if (inside) commands.at(-1)?.output.push(line);
    continued = inside && line.endsWith("\\");
  }
  return commands;
}

function comparable(line: string): string {
  return VARYING.reduce((text, [pattern, word]) => text.replace(pattern, word), line.trimEnd());
}

/** The first shown line that the output does not have in its place; undefined where the page shows what was said. */
export function firstMissing({ output }: ShownCommand, said: string): string | undefined {
  const lines = said.trim() === "" ? [] : said.trimEnd().split("\n").map(comparable);
  let at = 0;
  let free = false;
  for (const shown of output) {
    if (shown.trim() === LEFT_OUT) {
      free = true;
      continue;
    }
    const found = free ? lines.indexOf(comparable(shown), at) : lines[at] === comparable(shown) ? at : -1;
    if (found < 0) return shown;
    at = found + 1;
    free = false;
  }
  return free || at >= lines.length ? undefined : `nothing after ${at} lines, where the output goes on`;
}
