import type { ConfigSource } from "../../config/source";
import { type Dialect, parseYaml } from "../../config/yaml-source";
import { SHORT_FORMS } from "./functions";

const TEMPLATE: Dialect = {
  noun: "a template",
  contents: "the sections of a template",
  maxValues: 1_000_000,
  shortForms: SHORT_FORMS,
  noAliases: "can't be used: CloudFormation takes none",
  expand: (key, value) => {
    if (key !== "Fn::GetAtt" || typeof value !== "string" || !value.includes(".")) return value;
    const dot = value.indexOf(".");
    return [value.slice(0, dot), value.slice(dot + 1)];
  },
};

/**
 * Parses a template, JSON or YAML with CloudFormation's short forms, which come out as the long ones.
 * @throws InvalidInputError with every syntax error, placed.
 */
export function parseTemplate(file: string, text: string): ConfigSource {
  return parseYaml(file, text, TEMPLATE);
}
