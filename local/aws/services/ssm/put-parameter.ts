import type * as Ssm from "@aws-sdk/client-ssm";
import { limits } from "../../limits";
import { AwsError, type CallContext } from "../../service";
import {
  current,
  parameters,
  type ParameterRecord,
  type ParameterVersion,
  plainName,
} from "./parameter-record";
import { parameterTags, validation } from "./input-rules";

const ADVANCED_SIZE = 8192;
const MAX_LEVELS = 15;
const NAME_LENGTH = 1011;
const DESCRIPTION_LENGTH = 1024;
const TYPES = ["String", "StringList", "SecureString"];

/** Creates a parameter, or a new version of it. */
export function putParameter(input: Ssm.PutParameterRequest, context: CallContext): Ssm.PutParameterResult {
  const name = plainName(input.Name!);
  checkName(name);
  const existing = parameters.find(context, name);
  if (existing === undefined && parameters.all(context).length >= limits.parameters) {
    throw new AwsError(
      "ParameterLimitExceeded",
      "You have exceeded the number of parameters for this account.",
    );
  }
  if (existing !== undefined && input.Overwrite !== true) {
    throw new AwsError(
      "ParameterAlreadyExists",
      "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.",
    );
  }
  if (input.Overwrite === true && (input.Tags?.length ?? 0) > 0) {
    throw validation(
      "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
    );
  }
  const version = newVersion(input, existing, context);
  const record: ParameterRecord = {
    Name: name,
    Tags: existing?.Tags ?? parameterTags(input.Tags),
    versions: [...(existing?.versions ?? []), version].slice(-limits.parameterHistory),
  };
  parameters.save(context, record);
  return { Version: version.Version, Tier: version.Tier };
}

function newVersion(
  input: Ssm.PutParameterRequest,
  existing: ParameterRecord | undefined,
  context: CallContext,
): ParameterVersion {
  const before = existing === undefined ? undefined : current(existing);
  const Type = checkedType(input, before);
  const Value = input.Value!;
  const Description = input.Description ?? before?.Description;
  if ((Description?.length ?? 0) > DESCRIPTION_LENGTH) {
    throw validation(
      `1 validation error detected: Value at 'description' failed to satisfy constraint: Member must have length less than or equal to ${DESCRIPTION_LENGTH}`,
    );
  }
  const AllowedPattern = input.AllowedPattern ?? before?.AllowedPattern;
  checkPattern(Value, AllowedPattern);
  return {
    Version: (before?.Version ?? 0) + 1,
    Value,
    Type,
    KeyId: Type === "SecureString" ? (input.KeyId ?? before?.KeyId ?? "alias/aws/ssm") : undefined,
    Description,
    AllowedPattern,
    Tier: checkedTier(input, before),
    DataType: input.DataType ?? before?.DataType ?? "text",
    Policies: input.Policies ?? before?.Policies,
    LastModifiedDate: context.now().toISOString(),
    LastModifiedUser: context.caller.arn,
  };
}

function checkedType(
  input: Ssm.PutParameterRequest,
  before: ParameterVersion | undefined,
): ParameterVersion["Type"] {
  const type = input.Type ?? before?.Type;
  if (type === undefined) throw validation("A parameter type is required when you create a parameter.");
  if (!TYPES.includes(type)) {
    throw new AwsError("UnsupportedParameterType", `The parameter type ${type} is not supported.`);
  }
  if (
    before !== undefined &&
    type !== before.Type &&
    before.Type !== "SecureString" &&
    type !== "SecureString"
  ) {
    throw new AwsError(
      "HierarchyTypeMismatchException",
      "Parameter Store doesn't support changing a parameter type in a hierarchy.",
    );
  }
  return type;
}

function checkedTier(
  input: Ssm.PutParameterRequest,
  before: ParameterVersion | undefined,
): ParameterVersion["Tier"] {
  const size = Buffer.byteLength(input.Value!);
  if (size === 0) {
    throw validation(
      "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1.",
    );
  }
  const asked = input.Tier ?? (before?.Tier === "Advanced" ? "Advanced" : "Standard");
  if (asked === "Standard" && before?.Tier === "Advanced") {
    throw validation(
      "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier.",
    );
  }
  if (asked === "Standard" && size > limits.parameterSize) {
    throw validation(
      `Standard tier parameters support a maximum parameter value of ${limits.parameterSize} characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier.`,
    );
  }
  if (size > ADVANCED_SIZE) {
    throw validation(
      `Advanced tier parameters support a maximum parameter value of ${ADVANCED_SIZE} characters.`,
    );
  }
  if (asked !== "Intelligent-Tiering") return asked;
  return size > limits.parameterSize ? "Advanced" : "Standard";
}

function checkPattern(value: string, pattern: string | undefined): void {
  if (pattern === undefined || pattern === "") return;
  let expression: RegExp;
  try {
    expression = new RegExp(`^(?:${pattern})$`);
  } catch {
    throw new AwsError("InvalidAllowedPatternException", `The allowed pattern ${pattern} is not valid.`);
  }
  if (!expression.test(value)) {
    throw new AwsError(
      "ParameterPatternMismatchException",
      "Parameter value, cannot be validated against allowedPattern",
    );
  }
}

function checkName(name: string): void {
  if (name.length < 1 || name.length > NAME_LENGTH) {
    throw validation(`Parameter name must have between 1 and ${NAME_LENGTH} characters.`);
  }
  if (/^\/?(?:aws|ssm)/i.test(name) || !/^[\w./-]+$/.test(name) || /\/\/|\/$/.test(name)) {
    throw validation(
      'Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_',
    );
  }
  if (name.includes("/") && !name.startsWith("/")) {
    throw validation("Parameter name must be a fully qualified name.");
  }
  if (name.split("/").length - 1 > MAX_LEVELS) {
    throw new AwsError(
      "HierarchyLevelLimitExceededException",
      `A parameter hierarchy can have a maximum of ${MAX_LEVELS} levels.`,
    );
  }
}
