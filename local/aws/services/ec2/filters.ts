import type { Filter } from "@aws-sdk/client-ec2";
import { matchesWildcard } from "../../../../core/analysis/wildcard";
import { tokenPage } from "../token-page";
import { invalidValue } from "./errors";

/** Something to be described, with what it can be filtered by: name of the filter, values that it has. */
export interface Filtered<T> {
  item: T;
  filters: Readonly<Record<string, readonly string[]>>;
}

const MAX_PAGE = 1000;

/** The filters that tags give. */
export function tagFilters(tags: readonly { Key: string; Value: string }[]): Record<string, string[]> {
  return {
    "tag-key": tags.map(({ Key }) => Key),
    ...Object.fromEntries(tags.map(({ Key, Value }) => [`tag:${Key}`, [Value]])),
  };
}

/** One page of what passes every filter. Throws InvalidParameterValue for a filter or a token that is none. */
export function describePage<T>(
  all: readonly Filtered<T>[],
  input: { Filters?: Filter[]; MaxResults?: number; NextToken?: string },
): { items: T[]; NextToken?: string } {
  const passing = all.filter(({ filters }) =>
    (input.Filters ?? []).every(({ Name = "", Values = [] }) => {
      const given = filters[Name] ?? (Name.startsWith("tag:") ? [] : undefined);
      if (given === undefined) throw invalidValue(`The filter '${Name}' is invalid`);
      return given.some((value) => Values.some((wanted) => matchesWildcard(wanted, value)));
    }),
  );
  const size = input.MaxResults ?? MAX_PAGE;
  if (size < 5 || size > MAX_PAGE) {
    throw invalidValue(
      `Value ( ${size} ) for parameter maxResults is invalid. Expecting a value between 5 and ${MAX_PAGE}.`,
    );
  }
  const { items, next } = tokenPage(passing, input.NextToken, size, () =>
    invalidValue("Invalid value for NextToken"),
  );
  return { items: items.map(({ item }) => item), NextToken: next };
}
