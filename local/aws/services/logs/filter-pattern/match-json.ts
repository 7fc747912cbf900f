import { matchesWildcard } from "../../../../../core/analysis/wildcard";
import type { Condition, Operator, Selector, Wanted } from "./parse-json-pattern";

/** The values at a place of an event; of several, where every item of a list is meant. */
export function valuesAt(event: unknown, { steps }: Selector): unknown[] {
  let values: unknown[] = [event];
  for (const step of steps) {
    values = values.flatMap((value): unknown[] => {
      if ("every" in step) return Array.isArray(value) ? (value as unknown[]) : [];
      if ("index" in step)
        return Array.isArray(value) && step.index < value.length ? [value[step.index]] : [];
      const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
      return isObject && Object.hasOwn(value, step.name)
        ? [(value as Record<string, unknown>)[step.name]]
        : [];
    });
  }
  return values;
}

/** Whether an event is as a condition asks. What is not there is neither equal nor unequal to anything. */
export function matchesCondition(condition: Condition, event: unknown): boolean {
  switch (condition.kind) {
    case "all":
      return condition.conditions.every((each) => matchesCondition(each, event));
    case "any":
      return condition.conditions.some((each) => matchesCondition(each, event));
    case "is": {
      const values = valuesAt(event, condition.selector);
      if (condition.state === "missing") return values.length === 0;
      const wanted = JSON.parse(condition.state) as boolean | null;
      return values.some((value) => value === wanted);
    }
    case "compare":
      return valuesAt(event, condition.selector).some((value) =>
        compares(value, condition.operator, condition.wanted),
      );
  }
}

function compares(value: unknown, operator: Operator, wanted: Wanted): boolean {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return false;
  const text = String(value);
  const isNumeric = "number" in wanted && typeof value === "number";
  const equal = isNumeric
    ? value === wanted.number
    : "expression" in wanted
      ? wanted.expression.test(text)
      : matchesWildcard(wanted.text, text);
  if (operator === "=") return equal;
  if (operator === "!=") return !equal;
  if (!isNumeric) return false;
  switch (operator) {
    case "<":
      return value < wanted.number;
    case "<=":
      return value <= wanted.number;
    case ">":
      return value > wanted.number;
    case ">=":
      return value >= wanted.number;
  }
}

/** The places that a condition looks at. */
export function selectorsIn(condition: Condition): Selector[] {
  return "conditions" in condition ? condition.conditions.flatMap(selectorsIn) : [condition.selector];
}
