import type { ParameterStringFilter } from "@aws-sdk/client-ssm";
import { AwsError } from "../../service";
import { current, type ParameterRecord } from "./parameter-record";

/** Whether a parameter passes every filter of a list. Throws InvalidFilterKey for what can't be asked for. */
export function matchesFilters(
  record: ParameterRecord,
  filters: readonly ParameterStringFilter[] | undefined,
): boolean {
  return (filters ?? []).every((filter) => matches(record, filter));
}

function matches(
  record: ParameterRecord,
  { Key, Option = "Equals", Values = [] }: ParameterStringFilter,
): boolean {
  if (Key === "Path") {
    return Values.some((path) => {
      const prefix = path.endsWith("/") ? path : `${path}/`;
      if (!record.Name.startsWith(prefix)) return false;
      return Option === "Recursive" || !record.Name.slice(prefix.length).includes("/");
    });
  }
  const given = valueOf(record, Key ?? "");
  if (Values.length === 0) return given !== undefined;
  return given !== undefined && Values.some((value) => compare(given, value, Option));
}

function valueOf(record: ParameterRecord, key: string): string | undefined {
  const version = current(record);
  if (key.startsWith("tag:")) return record.Tags.find((tag) => tag.Key === key.slice(4))?.Value;
  switch (key) {
    case "Name":
      return record.Name;
    case "Type":
      return version.Type;
    case "KeyId":
      return version.KeyId;
    case "Tier":
      return version.Tier;
    case "DataType":
      return version.DataType;
    default:
      throw new AwsError("InvalidFilterKey", `The specified key ${key} isn't valid.`);
  }
}

function compare(given: string, wanted: string, option: string): boolean {
  switch (option) {
    case "Equals":
      return given === wanted || given === `/${wanted}`;
    case "BeginsWith":
      return given.startsWith(wanted) || given.startsWith(`/${wanted}`);
    case "Contains":
      return given.includes(wanted);
    default:
      throw new AwsError("InvalidFilterOption", `The specified filter option ${option} isn't valid.`);
  }
}
