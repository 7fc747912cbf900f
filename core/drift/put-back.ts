import { canonicalProperties, type Properties } from "./canonical-properties";
import { compareProperties, differenceName, type PropertyDifference } from "./compare-properties";
import { fromItems, itemsOf, type PropertyItems } from "./property-items";
import { propertyRules } from "./property-rules";

/** One operation of a JSON patch (RFC 6902), as Cloud Control's `UpdateResource` takes them. */
export interface PatchOperation {
  op: "add" | "remove";
  path: string;
  value?: unknown;
}

/** What putting a resource back means. */
export interface PutBack {
  /** What differs from what is wanted and was shown as a change: it is put back. */
  differences: PropertyDifference[];
  /** What differs but nobody was shown: it is left alone. */
  unseen: PropertyDifference[];
  /** Empty where nothing is to be put back. */
  patch: PatchOperation[];
  /** Whether AWS can put it back only by making the resource anew. */
  remake: boolean;
}

/** The items as the template writes them, wherever that means the same. */
function spelled(items: PropertyItems, wanted: PropertyItems, written: PropertyItems): PropertyItems {
  const same = (item: string, value: unknown) =>
    written.has(item) && JSON.stringify(wanted.get(item)) === JSON.stringify(value);
  return new Map(
    [...items].map(([item, value]) => [item, same(item, value) ? written.get(item) : value] as const),
  );
}

function patchOf(
  type: string,
  { wanted, written, live }: Readonly<Record<"wanted" | "written" | "live", Properties>>,
  differences: readonly PropertyDifference[],
): PatchOperation[] {
  const properties = [...new Set(differences.map(({ property }) => property))];
  const operations = properties.map((property): PatchOperation => {
    const items = new Map(itemsOf(property, live[property]));
    for (const { item, expected } of differences.filter((difference) => difference.property === property)) {
      if (expected === undefined) items.delete(item);
      else items.set(item, expected);
    }
    const [canonical, template] = [itemsOf(property, wanted[property]), itemsOf(property, written[property])];
    const value = fromItems(spelled(items, canonical, template), wanted[property] ?? live[property]);
    // "add" replaces a member that is there already.
    return value === undefined
      ? { op: "remove", path: `/${property}` }
      : { op: "add", path: `/${property}`, value };
  });
  if (operations.length === 0) return [];
  // The service would write a parameter anew without what its own answer does not show.
  const unreadable = (propertyRules(type)?.unreadable ?? []).filter((name) => name in wanted);
  return [
    ...operations,
    ...unreadable.map((name): PatchOperation => ({ op: "add", path: `/${name}`, value: wanted[name] })),
  ];
}

/** The states of a resource that putting it back goes by. */
export interface PutBackStates {
  /** The state that the preview began from; undefined where it showed a creation. */
  seen: Properties | undefined;
  /** As the template writes it: what is put back is written in the same way. */
  wanted: Properties;
  /** What AWS has, with what can't be read taken from `wanted` (`canonicalLive`). */
  live: Properties;
}

/**
 * What to change so that AWS has again what is wanted, going no further than what the preview showed: what differs
 * between `seen` and `wanted`.
 */
export function planPutBack(type: string, states: PutBackStates): PutBack {
  const { seen } = states;
  const wanted = canonicalProperties(type, states.wanted);
  const live = canonicalProperties(type, states.live);
  const changes = seen === undefined ? undefined : compareProperties(type, wanted, seen).map(differenceName);
  const isShown = (difference: PropertyDifference) =>
    changes === undefined ? difference.change !== "added" : changes.includes(differenceName(difference));
  const all = compareProperties(type, wanted, live);
  const differences = all.filter(isShown);
  const unseen = all.filter((difference) => !isShown(difference));
  const remadeFor = propertyRules(type)?.remadeFor ?? [];
  const remake = differences.some(({ property }) => remadeFor.includes(property));
  return {
    differences,
    unseen,
    patch: patchOf(type, { wanted, written: states.wanted, live }, differences),
    remake,
  };
}

/**
 * The patch with the lists of what other resources make in AWS's own words: what it is given in others it would take away
 * and make anew, and what is not there those resources put back.
 * @param patch With references filled in.
 * @param live As AWS answered.
 */
export function inWordsOfAws(
  type: string,
  patch: readonly PatchOperation[],
  live: Properties,
): PatchOperation[] {
  const elsewhere = propertyRules(type)?.madeElsewhere ?? [];
  return patch.map((operation) => {
    const name = operation.path.slice(1);
    if (!elsewhere.includes(name)) return operation;
    const formOf = (item: unknown) => JSON.stringify(canonicalProperties(type, { [name]: [item] })[name]);
    const wanted = new Set([operation.value ?? []].flat().map(formOf));
    const value = [live[name] ?? []].flat().filter((item) => wanted.has(formOf(item)));
    return { ...operation, op: "add", value };
  });
}

/** The properties, changed as the patch says: of a patch of whole properties, as {@link planPutBack} makes them. */
export function patched(properties: Properties, patch: readonly PatchOperation[]): Properties {
  const result = { ...properties };
  for (const { op, path, value } of patch) {
    const name = path.slice(1);
    if (op === "remove") delete result[name];
    else result[name] = value;
  }
  return result;
}
