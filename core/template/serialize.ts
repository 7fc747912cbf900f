import { stringify } from "yaml";
import type { Template } from "./cloudformation";

/** The template as it is delivered: JSON without whitespace. Its size in bytes decides how it is delivered. */
export function templateJson(template: Template): string {
  return JSON.stringify(template);
}

/** The template for people to read: YAML, the same content in the same order. */
export function templateYaml(template: Template): string {
  return stringify(template, { aliasDuplicateObjects: false, lineWidth: 0 });
}
