import type { CallContext } from "../../service";
import { validationError } from "../errors";
import type { ParameterDeclaration, TemplateDocument } from "./template-document";

/** A parameter as a stack keeps it. */
export interface StackParameter {
  key: string;
  /** As it was given, or the default. */
  value: string;
  /** Of a parameter that names an SSM parameter: the value of that. */
  resolvedValue?: string;
  noEcho: boolean;
  /** Lists are split at their commas. */
  isList: boolean;
}

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
  const parameters: StackParameter[] = [];
  for (const [name, declaration] of Object.entries(declared)) {
    const value = values.get(name) ?? String(declaration.Default);
    parameters.push(await resolveOne(name, value, declaration, context));
  }
  return parameters;
}

/** The value that Ref of a parameter gives. */
export function parameterValue(parameter: StackParameter): unknown {
  const value = parameter.resolvedValue ?? parameter.value;
  return parameter.isList ? value.split(",").map((item) => item.trim()) : value;
}

async function resolveOne(
  name: string,
  value: string,
  declaration: ParameterDeclaration,
  context: CallContext,
): Promise<StackParameter> {
  const noEcho = String(declaration.NoEcho ?? "false") === "true";
  const ssm = SSM_TYPE.exec(declaration.Type ?? "");
  const type = ssm?.[1] ?? declaration.Type;
  const isList = type === "CommaDelimitedList" || type?.startsWith("List<");
  if (!isList && type !== "String" && type !== "Number" && !type?.startsWith("AWS::")) {
    throw validationError(`Template format error: Unrecognized parameter type: ${String(declaration.Type)}`);
  }
  for (const item of isList ? value.split(",") : [value]) checkValue(name, item, declaration);
  const parameter = { key: name, value, noEcho, isList };
  return ssm === null ? parameter : { ...parameter, resolvedValue: await readSsm(name, value, context) };
}

async function readSsm(name: string, ssmName: string, context: CallContext): Promise<string> {
  const answer = (await context.call("ssm", "GetParameters", { Names: [ssmName] })) as {
    Parameters?: { Value: string }[];
  };
  const value = answer.Parameters?.[0]?.Value;
  if (value !== undefined) return value;
  throw validationError(
    `Unable to fetch parameters [${ssmName}] from parameter store for this account. (parameter ${name})`,
  );
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
