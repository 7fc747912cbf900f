import type { ChangeCounts } from "../automation/operation";
import type { ChangedResource } from "./plan";

const SIGNS: Record<ChangedResource["change"], string> = {
  create: "+",
  update: "~",
  replace: "!",
  delete: "-",
  same: " ",
};

const TO_COME: Record<string, string> = {
  created: "to create",
  changed: "to change",
  replaced: "to replace",
  deleted: "to delete",
};

/** `3 created, 1 changed`, or `3 to create` of a plan, without what is none; `nothing` where all is. */
export function countsLine(
  { created, changed, replaced, deleted }: ChangeCounts,
  { plan }: { plan: boolean },
): string {
  const parts = Object.entries({ created, changed, replaced, deleted })
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${plan ? TO_COME[what] : what}`);
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

/** A resource a line: a sign for what becomes of it, its type, its name, the properties that differ. */
export function changeLines(resources: readonly ChangedResource[]): string[] {
  return resources.map(({ change, type, name, properties }) => {
    const which = change === "update" && properties.length > 0 ? `: ${properties.join(", ")}` : "";
    return `    ${SIGNS[change]} ${type} ${name}${which}`;
  });
}
