import { createHash } from "node:crypto";
import type * as Ssm from "@aws-sdk/client-ssm";
import { AwsError, type CallContext, type Operations } from "../../service";
import { page, parameterTags, validation } from "./input-rules";
import { withoutTags } from "../tag-list";
import { matchesFilters } from "./parameter-filters";
import {
  current,
  parameterArn,
  type ParameterRecord,
  parameters,
  type ParameterVersion,
  plainName,
} from "./parameter-record";
import { putParameter } from "./put-parameter";

const BY_PATH_PAGE = 10;
const PAGE = 50;
const MAX_NAMES = 10;

function valueOf(version: ParameterVersion, decrypt: boolean | undefined): string {
  if (version.Type !== "SecureString" || decrypt === true) return version.Value;
  return createHash("sha256").update(`${version.KeyId}:${version.Value}`).digest("base64");
}

function shape(
  record: ParameterRecord,
  version: ParameterVersion,
  decrypt: boolean | undefined,
  context: CallContext,
): Ssm.Parameter {
  return {
    Name: record.Name,
    Type: version.Type,
    Value: valueOf(version, decrypt),
    Version: version.Version,
    LastModifiedDate: new Date(version.LastModifiedDate),
    ARN: parameterArn(context, record.Name),
    DataType: version.DataType,
  };
}

function metadata(record: ParameterRecord, context: CallContext): Ssm.ParameterMetadata {
  const { Policies, LastModifiedDate, ...version } = current(record);
  return {
    ...version,
    Name: record.Name,
    ARN: parameterArn(context, record.Name),
    LastModifiedDate: new Date(LastModifiedDate),
    Policies: Policies === undefined ? [] : [{ PolicyText: Policies }],
  };
}

function notFound(name: string): AwsError {
  return new AwsError("ParameterNotFound", `Parameter ${name} not found.`);
}

function existing(name: string, context: CallContext): ParameterRecord {
  const record = parameters.find(context, name);
  if (record === undefined) throw notFound(name);
  return record;
}

/** `name`, or `name:3` for a version. */
function lookUp(
  selector: string,
  decrypt: boolean | undefined,
  context: CallContext,
): Ssm.Parameter | undefined {
  const whole = parameters.find(context, selector);
  if (whole !== undefined) return shape(whole, current(whole), decrypt, context);
  const [, name, wanted] = /^(.+):(\d+)$/.exec(selector) ?? [];
  const record = name === undefined ? undefined : parameters.find(context, name);
  const version = record?.versions.find(({ Version }) => String(Version) === wanted);
  if (record === undefined) return undefined;
  if (version === undefined) {
    throw new AwsError(
      "ParameterVersionNotFound",
      `Systems Manager could not find version ${wanted} of ${name}.`,
    );
  }
  return { ...shape(record, version, decrypt, context), Selector: `:${wanted}` };
}

function getParameter(input: Ssm.GetParameterRequest, context: CallContext): Ssm.GetParameterResult {
  const found = lookUp(input.Name!, input.WithDecryption, context);
  if (found === undefined) throw notFound(input.Name!);
  return { Parameter: found };
}

function checkNames(names: readonly string[]): void {
  if (names.length < 1 || names.length > MAX_NAMES) {
    throw validation(
      `1 validation error detected: Value '[${names.join(", ")}]' at 'names' failed to satisfy constraint: Member must have length less than or equal to ${MAX_NAMES}`,
    );
  }
}

function getParameters(input: Ssm.GetParametersRequest, context: CallContext): Ssm.GetParametersResult {
  checkNames(input.Names!);
  const found = input.Names!.map((name) => lookUp(name, input.WithDecryption, context));
  return {
    Parameters: found.filter((parameter) => parameter !== undefined),
    InvalidParameters: input.Names!.filter((_, index) => found[index] === undefined),
  };
}

function getParametersByPath(
  input: Ssm.GetParametersByPathRequest,
  context: CallContext,
): Ssm.GetParametersByPathResult {
  const path = input.Path!;
  if (!path.startsWith("/")) {
    throw validation(
      'The parameter doesn\'t meet the parameter name requirements. The parameter name must begin with a forward slash "/".',
    );
  }
  const prefix = path.endsWith("/") ? path : `${path}/`;
  const below = parameters
    .all(context)
    .filter(
      (record) =>
        record.Name.startsWith(prefix) &&
        (input.Recursive === true || !record.Name.slice(prefix.length).includes("/")) &&
        matchesFilters(record, input.ParameterFilters),
    );
  const { items, NextToken } = page(below, input, BY_PATH_PAGE);
  return {
    Parameters: items.map((record) => shape(record, current(record), input.WithDecryption, context)),
    NextToken,
  };
}

function describeParameters(
  input: Ssm.DescribeParametersRequest,
  context: CallContext,
): Ssm.DescribeParametersResult {
  const filters = [
    ...(input.ParameterFilters ?? []),
    ...(input.Filters ?? []).map(({ Key, Values }) => ({ Key, Values, Option: "Equals" })),
  ];
  const matching = parameters.all(context).filter((record) => matchesFilters(record, filters));
  const { items, NextToken } = page(matching, input, PAGE);
  return { Parameters: items.map((record) => metadata(record, context)), NextToken };
}

function getParameterHistory(
  input: Ssm.GetParameterHistoryRequest,
  context: CallContext,
): Ssm.GetParameterHistoryResult {
  const record = existing(input.Name!, context);
  const { items, NextToken } = page(record.versions, input, PAGE);
  return {
    Parameters: items.map((version) => ({
      ...version,
      Name: record.Name,
      Value: valueOf(version, input.WithDecryption),
      LastModifiedDate: new Date(version.LastModifiedDate),
      Policies: [],
      Labels: [],
    })),
    NextToken,
  };
}

function deleteParameter(input: Ssm.DeleteParameterRequest, context: CallContext): Ssm.DeleteParameterResult {
  parameters.delete(context, existing(input.Name!, context).Name);
  return {};
}

function deleteParameters(
  input: Ssm.DeleteParametersRequest,
  context: CallContext,
): Ssm.DeleteParametersResult {
  checkNames(input.Names!);
  const there = input.Names!.filter((name) => parameters.find(context, name) !== undefined);
  for (const name of there) parameters.delete(context, plainName(name));
  return {
    DeletedParameters: there,
    InvalidParameters: input.Names!.filter((name) => !there.includes(name)),
  };
}

function tagged(
  input: { ResourceType?: string; ResourceId?: string },
  context: CallContext,
): ParameterRecord {
  if (input.ResourceType !== "Parameter") {
    throw new AwsError("InvalidResourceType", "The resource type is not valid.");
  }
  const record = parameters.find(context, input.ResourceId!);
  if (record === undefined) throw new AwsError("InvalidResourceId", "The resource ID is not valid.");
  return record;
}

function addTags(input: Ssm.AddTagsToResourceRequest, context: CallContext): Ssm.AddTagsToResourceResult {
  const record = tagged(input, context);
  parameters.save(context, { ...record, Tags: parameterTags([...record.Tags, ...input.Tags!]) });
  return {};
}

function removeTags(
  input: Ssm.RemoveTagsFromResourceRequest,
  context: CallContext,
): Ssm.RemoveTagsFromResourceResult {
  const record = tagged(input, context);
  const kept = withoutTags(record.Tags, input.TagKeys);
  parameters.save(context, { ...record, Tags: kept });
  return {};
}

/** Parameter Store's operations. */
export const operations: Operations = {
  PutParameter: putParameter,
  GetParameter: getParameter,
  GetParameters: getParameters,
  GetParametersByPath: getParametersByPath,
  DescribeParameters: describeParameters,
  GetParameterHistory: getParameterHistory,
  DeleteParameter: deleteParameter,
  DeleteParameters: deleteParameters,
  AddTagsToResource: addTags,
  RemoveTagsFromResource: removeTags,
  ListTagsForResource: (input: Ssm.ListTagsForResourceRequest, context) => ({
    TagList: tagged(input, context).Tags,
  }),
};
