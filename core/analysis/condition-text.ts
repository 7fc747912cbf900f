import type { ConditionTest } from "./statement";

/** A condition as it stands in tables; external ids are masked, as in every report. */
export function conditionText({ operator, key, values }: ConditionTest): string {
  const shown = key.toLowerCase() === "sts:externalid" ? ["[external id]"] : values;
  return `${operator} ${key} = ${shown.join(", ")}`;
}
