import type { Statement } from "../security/policy-document";

/** A statement of a template with every text in it that may hold a placeholder replaced by what `fill` makes of it. */
export function filledIn(statement: Statement, fill: (text: string) => string): Statement {
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
