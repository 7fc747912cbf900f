import { byText } from "../text-order";
import type { WatchedResource } from "../template/watched-resource";
import type { AccessChange, SettingChange } from "./access-change";
import { comparePrincipals } from "./compare-principals";
import { compareResourcePolicies } from "./compare-resource-policies";
import {
  accessByPrincipal,
  type AccessByPrincipal,
  type PrincipalAccess,
  type Surroundings,
} from "./principal-access";

/** Rows that say the same of several holders, as one row. */
function mergeHolders(changes: readonly AccessChange[]): AccessChange[] {
  const rows = new Map<string, AccessChange>();
  for (const change of changes) {
    const text = JSON.stringify({ ...change, for: undefined });
    const known = rows.get(text);
    if (known === undefined) rows.set(text, { ...change, for: [...change.for] });
    else known.for.push(...change.for);
  }
  return [...rows.values()];
}

/** Whether a policy asks for a tag, in a condition's key or by a variable. */
function asksForTag(texts: string, key: string): boolean {
  const tag = key.toLowerCase();
  return ["principaltag", "resourcetag"].some((kind) =>
    [`${kind}/${tag}"`, `${kind}/${tag}}`, `${kind}/${tag},`, `${kind}/${tag} `].some((text) =>
      texts.includes(text),
    ),
  );
}

/** Tags of roles decide where policies ask for them; elsewhere they mean nothing. */
function compareTags(before: PrincipalAccess, after: PrincipalAccess, texts: string): SettingChange[] {
  const keys = [...new Set([...Object.keys(before.tags), ...Object.keys(after.tags)])].sort(byText);
  return keys
    .filter((key) => before.tags[key] !== after.tags[key] && asksForTag(texts, key))
    .map((key) => ({
      kind: "tag",
      key,
      before: before.tags[key] ?? "",
      after: after.tags[key] ?? "",
      for: [{ ...after.holder, through: [] }],
      wider: true,
      why: "policies ask for this tag",
    }));
}

function policyTexts(resources: readonly WatchedResource[]): string {
  return JSON.stringify(resources.map(({ properties }) => properties)).toLowerCase();
}

function compareAll(before: AccessByPrincipal, after: AccessByPrincipal, texts: string): AccessChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort(byText);
  return keys.flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    const tags = old === undefined || now === undefined ? [] : compareTags(old, now, texts);
    return [...comparePrincipals(old, now), ...tags];
  });
}

/**
 * Who may do what more or less once `after` is there instead of `before`, whatever policies say it: a statement that
 * moves from one policy of a principal to another is no change. Wider changes come first.
 */
export function compareAccess(
  before: readonly WatchedResource[],
  after: readonly WatchedResource[],
  surroundings: Surroundings = {},
): AccessChange[] {
  const texts = policyTexts([...before, ...after]);
  const changes = [
    ...compareAll(accessByPrincipal(before, surroundings), accessByPrincipal(after, surroundings), texts),
    ...compareResourcePolicies(before, after),
  ];
  return mergeHolders(changes).sort((a, b) => Number(b.wider) - Number(a.wider));
}
