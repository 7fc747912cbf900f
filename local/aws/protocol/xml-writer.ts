import type { NormalizedSchema } from "@smithy/core/schema";
import { formatScalar } from "./scalars";

/** Characters that XML 1.0 can't hold unescaped, and those that a parser would change. */
// eslint-disable-next-line no-control-regex
const SPECIAL = /[&<>"\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\u0085\u2028]/g;
const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as content of an element or of an attribute in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(
    SPECIAL,
    (char) => NAMED[char] ?? `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`,
  );
}

/** `<name>text</name>`. */
export function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** The members of a structure that are content, as elements one after another. */
export function writeMembers(
  schema: NormalizedSchema,
  value: Record<string, unknown>,
  isContent: (member: NormalizedSchema) => boolean = () => true,
): string {
  let xml = "";
  for (const [name, member] of schema.structIterator()) {
    if (value[name] === undefined || value[name] === null || !isContent(member)) continue;
    xml += writeValue(member.getMemberTraits().xmlName ?? name, member, value[name]);
  }
  return xml;
}

/** A value under an element name; a flattened list becomes several elements. */
export function writeValue(name: string, schema: NormalizedSchema, value: unknown): string {
  const flat = Boolean(schema.getMergedTraits().xmlFlattened);
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const itemName = flat ? name : (item.getMergedTraits().xmlName ?? "member");
    const items = (value as unknown[]).map((entry) => writeValue(itemName, item, entry)).join("");
    return flat ? items : `<${name}>${items}</${name}>`;
  }
  if (schema.isMapSchema()) {
    const [key, item] = [schema.getKeySchema(), schema.getValueSchema()];
    const keyName = key.getMergedTraits().xmlName ?? "key";
    const itemName = item.getMergedTraits().xmlName ?? "value";
    const entries = Object.entries(value as Record<string, unknown>).map(
      ([k, v]) => element(keyName, k) + writeValue(itemName, item, v),
    );
    if (flat) return entries.map((entry) => `<${name}>${entry}</${name}>`).join("");
    return `<${name}>${entries.map((entry) => `<entry>${entry}</entry>`).join("")}</${name}>`;
  }
  if (schema.isStructSchema()) {
    return `<${name}>${writeMembers(schema, value as Record<string, unknown>)}</${name}>`;
  }
  return element(name, formatScalar(schema, value, "date-time"));
}
