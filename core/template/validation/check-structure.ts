import { called } from "../../config/called";
import { hintFor } from "../../config/nearest";
import { isObject, type JsonObject, type Path, shown } from "../../config/source";
import { TEMPLATE_LIMITS } from "../template-limits";
import type { TemplateContext } from "./template-context";

const VERSION = "2010-09-09";

/** Keys of a template (Template reference, "Template sections"); the value says whether it is required. */
const SECTIONS: Readonly<Record<string, boolean>> = {
  AWSTemplateFormatVersion: true,
  Description: false,
  Metadata: false,
  Parameters: false,
  Rules: false,
  Mappings: false,
  Conditions: false,
  Transform: false,
  Hooks: false,
  Resources: true,
  Outputs: false,
};

/** Keys of one entry of a section, required ones with true (Template reference, "Resource attributes"). */
const ENTRIES: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  Parameters: {
    Type: true,
    Default: false,
    Description: false,
    NoEcho: false,
    AllowedPattern: false,
    AllowedValues: false,
    ConstraintDescription: false,
    MinLength: false,
    MaxLength: false,
    MinValue: false,
    MaxValue: false,
  },
  Resources: {
    Type: true,
    Properties: false,
    DependsOn: false,
    Condition: false,
    Metadata: false,
    CreationPolicy: false,
    DeletionPolicy: false,
    UpdatePolicy: false,
    UpdateReplacePolicy: false,
  },
  Outputs: { Value: true, Description: false, Export: false, Condition: false },
};

/** Of custom resources CloudFormation takes one more ("Create custom provisioning logic", CloudFormation User Guide). */
const CUSTOM_RESOURCE = /^(AWS::CloudFormation::CustomResource$|Custom::)/;

const POLICIES: Readonly<Record<string, readonly string[]>> = {
  DeletionPolicy: ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"],
  UpdateReplacePolicy: ["Delete", "Retain", "Snapshot"],
};

function checkKeys(
  context: TemplateContext,
  value: JsonObject,
  path: Path,
  keys: Readonly<Record<string, boolean>>,
): void {
  for (const [key, required] of Object.entries(keys)) {
    if (required && !Object.hasOwn(value, key)) context.report(path, "key", `${key} is missing`);
  }
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(keys, key)) continue;
    const hint = hintFor(key, Object.keys(keys), "known keys");
    context.report([...path, key], "key", `unknown key ${shown(key)}`, hint);
  }
}

function checkEntry(context: TemplateContext, section: string, name: string, entry: unknown): void {
  const path = [section, name];
  if (!/^[A-Za-z0-9]+$/.test(name) || name.length > TEMPLATE_LIMITS.logicalIdCharacters) {
    const rule = `letters and digits, ${TEMPLATE_LIMITS.logicalIdCharacters} at most`;
    context.report(path, "key", `"${shown(name)}" is no name of an entry: ${rule}`);
  }
  if (!isObject(entry)) {
    context.report(path, "value", `must be a mapping, but is ${called(entry)}`);
    return;
  }
  const custom =
    section === "Resources" && typeof entry.Type === "string" && CUSTOM_RESOURCE.test(entry.Type);
  checkKeys(context, entry, path, { ...ENTRIES[section]!, ...(custom ? { Version: false } : {}) });
  for (const key of ["Type", "Condition"]) {
    if (Object.hasOwn(entry, key) && typeof entry[key] !== "string")
      context.report([...path, key], "value", `must be text, but is ${called(entry[key])}`);
  }
  if (Object.hasOwn(entry, "Properties") && !isObject(entry.Properties)) {
    const message = `must be a mapping of keys to values, but is ${called(entry.Properties)}`;
    context.report([...path, "Properties"], "value", message);
  }
  for (const [key, allowed] of Object.entries(POLICIES)) {
    const value = entry[key];
    if (typeof value !== "string" || section !== "Resources" || allowed.includes(value)) continue;
    context.report([...path, key], "value", `${called(value)} is not one of: ${allowed.join(", ")}`);
  }
}

/** CloudFormation refuses a template that has a null anywhere. */
function checkNulls(context: TemplateContext, value: unknown, path: Path): void {
  if (value === null) context.report(path, "value", "is empty", "fill it in, or remove the key");
  else if (Array.isArray(value)) value.forEach((item, index) => checkNulls(context, item, [...path, index]));
  else if (isObject(value))
    for (const [key, item] of Object.entries(value)) checkNulls(context, item, [...path, key]);
}

/** Judges the sections of a template, the keys of their entries, and the entries' names. */
export function checkStructure(context: TemplateContext): void {
  const { template } = context;
  checkKeys(context, template, [], SECTIONS);
  const version = template.AWSTemplateFormatVersion;
  if (version !== undefined && version !== null && version !== VERSION) {
    context.report(["AWSTemplateFormatVersion"], "value", `must be "${VERSION}", but is ${called(version)}`);
  }
  const { Description: description } = template;
  if (description !== undefined && description !== null && typeof description !== "string") {
    context.report(["Description"], "value", `must be text, but is ${called(description)}`);
  }
  for (const section of ["Metadata", "Parameters", "Mappings", "Conditions", "Resources", "Outputs"]) {
    const entries = template[section];
    if (entries === undefined || entries === null) continue;
    if (!isObject(entries)) {
      context.report([section], "value", `must be a mapping, but is ${called(entries)}`);
    } else if (section in ENTRIES) {
      for (const [name, entry] of Object.entries(entries)) {
        if (name.startsWith("Fn::") || entry === null) continue;
        checkEntry(context, section, name, entry);
      }
    }
  }
  if (isObject(template.Resources) && Object.keys(template.Resources).length === 0) {
    context.report(["Resources"], "value", "has no resource", "a stack has one at least");
  }
  checkNulls(context, template, []);
}
