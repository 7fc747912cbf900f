import { type Change, isStructure, type ResourceStep } from "./engine-events";

const DOING: Record<Change, string> = {
  create: "creating",
  update: "changing",
  replace: "replacing",
  delete: "deleting",
  same: "",
};
const DONE: Record<Change, string> = {
  create: "created",
  update: "changed",
  replace: "replaced",
  delete: "deleted",
  same: "",
};

/** What a watched resource does takes no time: the stack has done it. */
function isWatched({ type }: ResourceStep): boolean {
  return type.startsWith("tierguard:");
}

/** The line that says that a step begins or is done; undefined where there is nothing to say. */
export function progressLine(step: ResourceStep, phase: "begun" | "done"): string | undefined {
  if (step.change === "same" || isStructure(step)) return undefined;
  if (phase === "begun" && isWatched(step)) return undefined;
  const { type, name, id, change } = step;
  const called = phase === "done" && id !== undefined && id !== name ? ` (${id})` : "";
  return `${(phase === "begun" ? DOING : DONE)[change].padEnd(9)} ${type} ${name}${called}`;
}
