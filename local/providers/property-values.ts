/** The engine's envelopes inside of plain JSON, as its protocol has them. */
const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
const ASSET_SIGNATURE = "c44067f5952c0a294b673a41bacd8c17";

/** Stands for a value that a preview can't know yet. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Properties of a resource as the engine sends them: JSON with envelopes. */
export type Properties = Record<string, unknown>;

/** A file or text that a program gives as an input. */
export interface Asset {
  text?: string;
  path?: string;
  uri?: string;
}

/** Whether a value is a mapping, not a list. */
export function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSecret(value: unknown): value is { value: unknown } {
  return isObject(value) && value[SIGNATURE_KEY] === SECRET_SIGNATURE;
}

/** The asset in its envelope, or undefined where the value is something else. */
export function asAsset(value: unknown): Asset | undefined {
  return isObject(value) && value[SIGNATURE_KEY] === ASSET_SIGNATURE ? value : undefined;
}

/** The same value without the envelopes of secrets. */
export function revealed(value: unknown): unknown {
  if (isSecret(value)) return revealed(value.value);
  if (Array.isArray(value)) return value.map(revealed);
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revealed(item)]));
  return value;
}

/** `value`, secret where `model` is secret, at any depth: what came in as a secret must not leave as anything else. */
export function secretLike(value: unknown, model: unknown): unknown {
  if (isSecret(model)) return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
  if (Array.isArray(value) && Array.isArray(model))
    return value.map((item, index) => secretLike(item, model[index]));
  if (isObject(value) && isObject(model)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, secretLike(item, model[key])]),
    );
  }
  return value;
}

/** Whether anything in the value is not known yet. */
export function hasUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  return isObject(value) && Object.values(value).some(hasUnknown);
}

/** Without what is null, at any depth: programs write null or undefined to leave a property out. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(withoutNulls).filter((item) => item !== null && item !== undefined);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, withoutNulls(item)] as const)
      .filter(([, item]) => item !== null && item !== undefined),
  );
}

/** The same properties but one. */
export function without(properties: Properties, property: string): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name !== property));
}

/** Equal as JSON, whatever the order of the keys. */
export function sameValue(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (Array.isArray(first) && Array.isArray(second)) {
    return first.length === second.length && first.every((item, index) => sameValue(item, second[index]));
  }
  if (!isObject(first) || !isObject(second)) return false;
  const keys = Object.keys(first);
  return (
    keys.length === Object.keys(second).length &&
    keys.every((key) => key in second && sameValue(first[key], second[key]))
  );
}
