import type { Mask } from "../masking";

/** A value with every text in it masked; keys stay as they are. */
export function maskTexts<T>(value: T, mask: Mask): T {
  const masked = (item: unknown): unknown => {
    if (typeof item === "string") return mask(item);
    if (Array.isArray(item)) return item.map(masked);
    if (typeof item !== "object" || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, member]) => [key, masked(member)]));
  };
  return masked(value) as T;
}
