import { InvalidInputError, type Problem } from "../errors";
import { type ConfigSource, visible } from "./source";

function placeOrder(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** Each problem once, by place, those of the user's own file first. */
function ordered(problems: Problem[], userFile: string | undefined): Problem[] {
  const printable = problems.map((problem) => ({
    ...problem,
    message: visible(problem.message),
    hint: problem.hint === undefined ? undefined : visible(problem.hint),
  }));
  const distinct = new Map(printable.map((problem) => [JSON.stringify(problem), problem]));
  const sorted = [...distinct.values()].sort(placeOrder);
  return [
    ...sorted.filter(({ file }) => file === userFile),
    ...sorted.filter(({ file }) => file !== userFile),
  ];
}

/** Everything that is wrong with a config, as one error. */
export function configFailure(problems: Problem[], user: ConfigSource): InvalidInputError {
  const sorted = ordered(problems, user.place([], "key").file);
  const count = sorted.length === 1 ? "1 problem" : `${sorted.length} problems`;
  return new InvalidInputError(sorted, `The config has ${count}:`);
}
