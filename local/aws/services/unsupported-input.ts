import { AwsError } from "../service";

/** Throws NotImplemented where a call gives members that this server can't do anything with: nothing is dropped silently. */
export function refuseUnsupported<T extends object>(input: T, members: readonly (keyof T & string)[]): void {
  const given = members.filter((member) => input[member] !== undefined && input[member] !== false);
  if (given.length === 0) return;
  throw new AwsError("NotImplemented", `The embedded AWS does not have ${given.join(", ")} here.`, 501);
}
