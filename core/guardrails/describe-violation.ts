import { formatPath, visible } from "../config/source";
import type { Violation } from "./guardrail";

/** A violation with the place in a config or a policy template that it comes from, where it is known. */
export interface LocatedViolation extends Violation {
  /** `file:line:column`, or the path in the config. */
  place?: string;
}

/** What a violation says, a line an element: what is wrong, whose it is, where it was written, what to write instead. */
export function describeViolation(violation: LocatedViolation): string[] {
  const { principals, policy, statement, path, place, message, instead } = violation;
  const lines: [string, string][] = [];
  if (principals.length > 0) lines.push(["who", principals.join(", ")]);
  if (policy !== undefined) {
    const which = statement === undefined ? "" : `, statement ${statement.sid ?? statement.index + 1}`;
    lines.push(["policy", `${policy}${which}`]);
  }
  if (path.length > 0) lines.push(["template", formatPath(path)]);
  if (place !== undefined) lines.push(["written", place]);
  lines.push(["instead", instead]);
  return [visible(message), ...lines.map(([label, text]) => `  ${label.padEnd(9)}${visible(text)}`)];
}
