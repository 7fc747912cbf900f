import type { Problem } from "../errors";
import type { ConfigSource, Path } from "./source";

/** `a.b_c[2]."d e"` → steps; the reverse of how paths are shown. */
export function parsePath(path: string): Path {
  const steps = path.matchAll(/\[(\d+)\]|"([^"]*)"|([^.[\]"]+)/g);
  return [...steps].map(([, index, quoted, plain]) =>
    index === undefined ? (quoted ?? plain ?? "") : Number(index),
  );
}

/** Problems that were found by path alone, with the places where those paths were written. */
export function placeProblems(problems: readonly Problem[], source: ConfigSource): Problem[] {
  return problems.map((problem) => {
    if (problem.file !== undefined || problem.path === "") return problem;
    return { ...problem, ...source.place(parsePath(problem.path), "value") };
  });
}
