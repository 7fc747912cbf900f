/** Members that CloudFormation and the services name differently by more than their first letter. */
const NAMES: readonly (readonly [cloudFormation: string, service: string])[] = [["BuildSpec", "buildspec"]];

const TO_SERVICE = new Map(NAMES);
const TO_CLOUDFORMATION = new Map(NAMES.map(([name, service]) => [service, name]));

/**
 * A value with the members named as services do that begin them with a small letter.
 * @param keptBelow Members below which keys are values of people's own, and stay as they are.
 */
export function smallMembers(value: unknown, keptBelow: readonly string[] = []): unknown {
  return renamed(value, keptBelow, (name) => TO_SERVICE.get(name) ?? name[0]!.toLowerCase() + name.slice(1));
}

/** A value with the members named as CloudFormation names them; the counterpart of {@link smallMembers}. */
export function capitalMembers(value: unknown, keptBelow: readonly string[] = []): unknown {
  return renamed(
    value,
    keptBelow,
    (name) => TO_CLOUDFORMATION.get(name) ?? name[0]!.toUpperCase() + name.slice(1),
  );
}

function renamed(value: unknown, keptBelow: readonly string[], rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, keptBelow, rename));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [
        rename(name),
        keptBelow.includes(name) ? item : renamed(item, keptBelow, rename),
      ]),
  );
}
