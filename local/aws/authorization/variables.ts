/** Values of condition keys, by the key's name in small letters. */
export type ConditionContext = ReadonlyMap<string, readonly string[]>;

/** Stands for a literal `*`, `?` or `$` of a policy, so that it is not taken for a wildcard: private use area. */
const LITERALS: Record<string, string> = { "*": "\ue000", "?": "\ue001", $: "\ue002" };

/**
 * Puts the values of policy variables (`${aws:username}`, `${aws:PrincipalTag/team, 'none'}`) into a policy's text.
 * Undefined where a variable has no value: the element then matches nothing.
 */
export function substituteVariables(text: string, context: ConditionContext): string | undefined {
  let missing = false;
  const result = text.replace(/\$\{([^}]*)\}/g, (_, expression: string) => {
    const literal = LITERALS[expression];
    if (literal !== undefined) return literal;
    const [name = "", fallback] = expression.split(/\s*,\s*/);
    const values = context.get(name.trim().toLowerCase());
    const value = values?.length === 1 ? values[0] : /^'(.*)'$/.exec(fallback ?? "")?.[1];
    if (value === undefined) missing = true;
    return escapeLiterals(value ?? "");
  });
  return missing ? undefined : result;
}

/** A text, in which `*`, `?` and `$` mean themselves. */
export function escapeLiterals(text: string): string {
  return text.replace(/[*?$]/g, (char) => LITERALS[char]!);
}
