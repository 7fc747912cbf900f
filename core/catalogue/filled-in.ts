import type { Statement } from "../security/policy-document";
import { type PlaceholderValues, substitutePlaceholders } from "./placeholders";

/** A statement of a template, its placeholders replaced by the values of one environment. */
export function filledIn(statement: Statement, values: PlaceholderValues): Statement {
  const fill = (text: string) => substitutePlaceholders(text, values);
  const fillAll = (value: string | string[]) => (typeof value === "string" ? fill(value) : value.map(fill));
  const { Resource, Condition, ...rest } = statement;
  const result: Statement = { ...rest };
  if (Resource !== undefined) result.Resource = Resource.map(fill);
  if (Condition !== undefined) {
    result.Condition = Object.fromEntries(
      Object.entries(Condition).map(([operator, keys]) => [
        operator,
        Object.fromEntries(Object.entries(keys).map(([key, value]) => [fill(key), fillAll(value)])),
      ]),
    );
  }
  return result;
}
