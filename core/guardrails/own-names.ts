import { hyphenated } from "../naming/stack-names";
import { type JudgedEnvironment, scopeOf } from "./environment";

/** Kinds of names that `core/naming` makes: `{scope}-{kind}-{name}`. */
export type NameKind = "group" | "role" | "xacct";

/** Whether a name in AWS is that of a group or role of the config. */
export function isNamed(
  name: string,
  kind: NameKind,
  configName: string,
  environment: JudgedEnvironment | undefined,
): boolean {
  const end = `-${kind}-${hyphenated(configName)}`;
  if (environment === undefined) return name.endsWith(end);
  const { testSuffix } = environment;
  return name === `${scopeOf(environment)}${end}${testSuffix === undefined ? "" : `-${testSuffix}`}`;
}
