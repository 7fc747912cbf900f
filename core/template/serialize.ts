import { stringify } from "yaml";
import type { Template } from "./cloudformation";

/** The template as it is delivered: JSON without whitespace. Its size in bytes decides how it is delivered. */
export function templateJson(template: Template): string {
  return JSON.stringify(template);
}

/**
 * The template for people to read: YAML, the same content in the same order. Every text that an older parser would
 * take for something else (a date, an octal number, yes or no) is quoted.
 */
export function templateYaml(template: Template): string {
  return yamlText(template);
}

/** Plain data as YAML that every parser reads as the same. */
export function yamlText(data: object): string {
  return stringify(data, {
    aliasDuplicateObjects: false,
    lineWidth: 0,
    version: "1.1",
    compat: "core",
    directives: false,
  });
}
