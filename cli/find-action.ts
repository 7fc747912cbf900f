import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Action } from "./action";
import type * as index from "./actions/index";

/** An `import()` would go through Node's module loader, which knows no TypeScript. */
const load = createRequire(__filename);

/** The action whose file in `actions/` is named after the word, without loading any other. */
export function findAction(word: string): Action | undefined {
  if (!/^[a-z]+(-[a-z]+)*$/.test(word) || !existsSync(join(__dirname, "actions", `${word}.ts`)))
    return undefined;
  const exported = Object.values(load(`./actions/${word}`) as Record<string, unknown>);
  return exported.find((value): value is Action => (value as Partial<Action> | undefined)?.id === word);
}

/** The actions that a command line needs: the one that it calls, or all of them where it calls none. */
export function actionsFor(word: string | undefined): readonly Action[] {
  const one = word === undefined ? undefined : findAction(word);
  return one === undefined ? (load("./actions/index") as typeof index).actions : [one];
}
