import type { LeftOver } from "./remains-after";

/** What is left over, a line each, with a heading; one line where nothing is. */
export function describeRemains({ ours, unclaimed, unknown }: LeftOver): string[] {
  const list = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [heading, ...lines.map((line) => `    ${line}`)];
  const lines = [
    ...list(
      "  left over, of this environment:",
      ours.map(
        ({ kind, identifier, why, removeWith }) =>
          `${kind} ${identifier}: ${why}${removeWith === undefined ? "" : `; remove it with ${removeWith}`}`,
      ),
    ),
    ...list(
      "  left over, of nobody known:",
      unclaimed.map(({ kind, identifier, why }) => `${kind} ${identifier}: ${why}`),
    ),
    ...list("  could not be found out:", unknown),
  ];
  return lines.length === 0 ? ["  left over  nothing"] : lines;
}
