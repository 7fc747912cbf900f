import { AwsError } from "../../../service";
import { invalidParameter } from "../input-rules";
import { matchesCondition, selectorsIn, valuesAt } from "./match-json";
import { textMatcher } from "./match-text";
import { parseJsonPattern } from "./parse-json-pattern";

/** A filter pattern, ready to be put to events. */
export interface FilterPattern {
  matches(message: string): boolean;
  /** What a matching event has at the places that the pattern looks at, by the places' text. */
  extracted(message: string): Record<string, string>;
}

const MAX_LENGTH = 1024;

/** Reads a filter pattern. Throws InvalidParameterException where it is none. */
export function filterPattern(text: string): FilterPattern {
  if (text.length > MAX_LENGTH) {
    throw invalidParameter(
      `1 validation error detected: Value '${text}' at 'filterPattern' failed to satisfy constraint: Member must have length less than or equal to ${MAX_LENGTH}`,
    );
  }
  const trimmed = text.trim();
  if (trimmed.startsWith("{") && trimmed.endsWith("}")) return jsonPattern(trimmed.slice(1, -1));
  if (trimmed.startsWith("[")) {
    throw new AwsError("NotImplemented", "The embedded AWS does not have patterns of columns.", 501);
  }
  return { matches: textMatcher(text), extracted: () => ({}) };
}

function jsonPattern(text: string): FilterPattern {
  const condition = parseJsonPattern(text);
  return {
    matches: (message) => {
      const event = objectOf(message);
      return event !== undefined && matchesCondition(condition, event);
    },
    extracted: (message) => {
      const event = objectOf(message);
      const found = selectorsIn(condition).flatMap((selector) =>
        valuesAt(event, selector)
          .slice(0, 1)
          .map(
            (value) => [selector.text, typeof value === "string" ? value : JSON.stringify(value)] as const,
          ),
      );
      return Object.fromEntries(found);
    },
  };
}

/** Undefined where an event is no JSON object: a pattern for such events matches none else. */
function objectOf(message: string): unknown {
  try {
    const value = JSON.parse(message) as unknown;
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
