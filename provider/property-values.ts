/** Marks of Pulumi's wire format for values that JSON does not have (its SDKs' `runtime/rpc`). */
const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT_SIGNATURE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

type Envelope = Record<string, unknown>;

const isObject = (value: unknown): value is Envelope =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isEnvelope(value: Envelope): boolean {
  return value[SIGNATURE_KEY] === SECRET_SIGNATURE || value[SIGNATURE_KEY] === OUTPUT_SIGNATURE;
}

/** The value without the envelopes of secrets and outputs: for comparing and calling, never for the state. */
export function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrap);
  if (!isObject(value)) return value;
  if (isEnvelope(value)) return "value" in value ? unwrap(value.value) : UNKNOWN;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, unwrap(member)]));
}

/** Whether a preview does not know the value yet, or a part of it. */
export function hasUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  if (!isObject(value)) return false;
  if (isEnvelope(value)) return !("value" in value) || hasUnknown(value.value);
  return Object.values(value).some(hasUnknown);
}

/** Whether any part of the value is secret. */
function holdsSecret(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsSecret);
  if (!isObject(value)) return false;
  const isSecret = value[SIGNATURE_KEY] === SECRET_SIGNATURE || (isEnvelope(value) && value.secret === true);
  return isSecret || Object.values(value).some(holdsSecret);
}

/**
 * `value`, which has no envelopes, secret wherever `model` is: what came in as a secret must not leave as anything else.
 * A list of which anything is secret becomes secret as a whole, as its items may stand elsewhere.
 */
export function secretLike(value: unknown, model: unknown): unknown {
  if (!holdsSecret(model)) return value;
  if (!isObject(model) || isEnvelope(model) || !isObject(value)) {
    return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, secretLike(member, model[key])]),
  );
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, canonical(value[key])]),
  );
}

/** Whether two values are the same, whatever the order of their keys and whether they are secret. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(canonical(unwrap(a))) === JSON.stringify(canonical(unwrap(b)));
}
