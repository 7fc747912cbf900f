import type { CallContext } from "../../service";
import { validationError } from "../errors";
import { checkExists, type StackParameter, storedValues } from "./parameter-values";
import type { ParameterDeclaration, TemplateDocument } from "./template-document";

/** A parameter as an API call gives it. */
export interface ParameterInput {
  ParameterKey?: string;
  ParameterValue?: string;
  UsePreviousValue?: boolean;
}

const SSM_TYPE = /^AWS::SSM::Parameter::Value<(.+)>$/;

/** Checks what was given against the template's declarations. Throws CloudFormation's validation error. */
export async function resolveParameters(
  template: TemplateDocument,
  given: readonly ParameterInput[],
  previous: readonly StackParameter[],
  context: CallContext,
): Promise<StackParameter[]> {
  const declared = template.Parameters ?? {};
  const values = new Map<string, string>();
  for (const { ParameterKey, ParameterValue, UsePreviousValue } of given) {
    if (ParameterKey === undefined) throw validationError("Parameter Keys may not be null.");
    if (values.has(ParameterKey)) throw validationError(`Duplicate Parameter Key: ${ParameterKey}`);
    const value = UsePreviousValue ? previous.find(({ key }) => key === ParameterKey)?.value : ParameterValue;
    if (value !== undefined) values.set(ParameterKey, value);
  }
  const unknown = [...values.keys()].filter((name) => !Object.hasOwn(declared, name));
  if (unknown.length > 0) {
    throw validationError(`Parameters: [${unknown.join(", ")}] do not exist in the template`);
  }
  const missing = Object.entries(declared)
    .filter(([name, declaration]) => !values.has(name) && declaration.Default === undefined)
    .map(([name]) => name);
  if (missing.length > 0) throw validationError(`Parameters: [${missing.join(", ")}] must have values`);
  const entries = Object.entries(declared).map(([name, declaration]) => ({
    declaration,
    parameter: checkedOne(name, values.get(name) ?? String(declaration.Default), declaration),
  }));
  const stored = entries.filter(({ declaration }) => SSM_TYPE.test(declaration.Type ?? ""));
  const read = await storedValues([...new Set(stored.map(({ parameter }) => parameter.value))], context);
  const parameters = entries.map(({ declaration, parameter }) =>
    SSM_TYPE.test(declaration.Type ?? "")
      ? { ...parameter, resolvedValue: read.get(parameter.value)! }
      : parameter,
  );
  for (const [index, parameter] of parameters.entries()) {
    await checkExists(parameter, valueType(entries[index]!.declaration) ?? "", context);
  }
  return parameters;
}

/** The type of the value that references give, of which an SSM parameter's value is one too. */
function valueType({ Type }: ParameterDeclaration): string | undefined {
  return SSM_TYPE.exec(Type ?? "")?.[1] ?? Type;
}

function checkedOne(name: string, value: string, declaration: ParameterDeclaration): StackParameter {
  const noEcho = String(declaration.NoEcho ?? "false") === "true";
  const type = valueType(declaration);
  const isList = type === "CommaDelimitedList" || type?.startsWith("List<") === true;
  if (!isList && type !== "String" && type !== "Number" && !type?.startsWith("AWS::")) {
    throw validationError(`Template format error: Unrecognized parameter type: ${String(declaration.Type)}`);
  }
  for (const item of isList ? value.split(",") : [value]) checkValue(name, item, declaration);
  return { key: name, value, noEcho, isList };
}

function checkValue(name: string, value: string, declaration: ParameterDeclaration): void {
  const refuse = (rule: string): never => {
    const text = declaration.ConstraintDescription;
    throw validationError(
      text === undefined
        ? `Parameter '${name}' ${rule}`
        : `Parameter ${name} failed to satisfy constraint: ${text}`,
    );
  };
  const { AllowedValues, AllowedPattern, MinLength, MaxLength, MinValue, MaxValue } = declaration;
  if (AllowedValues !== undefined && !AllowedValues.map(String).includes(value)) {
    refuse("must be one of AllowedValues");
  }
  if (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(value)) {
    refuse(`must match pattern ${AllowedPattern}`);
  }
  if (MinLength !== undefined && value.length < Number(MinLength)) {
    refuse(`must contain at least ${MinLength} characters`);
  }
  if (MaxLength !== undefined && value.length > Number(MaxLength)) {
    refuse(`must contain at most ${MaxLength} characters`);
  }
  if (declaration.Type !== "Number" && declaration.Type !== "List<Number>") return;
  if (value.trim() === "" || !Number.isFinite(Number(value))) refuse("must be a number.");
  if (MinValue !== undefined && Number(value) < Number(MinValue))
    refuse(`must be a number not less than ${MinValue}`);
  if (MaxValue !== undefined && Number(value) > Number(MaxValue)) {
    refuse(`must be a number not greater than ${MaxValue}`);
  }
}
