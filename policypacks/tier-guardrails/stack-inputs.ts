import type { PolicyProviderResource, ResourceValidationArgs } from "@pulumi/policy";
import { isObject, type JsonObject } from "../../core/config/source";
import type { JudgedStack } from "../../core/guardrails/subject";

/** What a Pulumi resource that makes a CloudFormation stack says of it, `aws-native` and `aws` alike. */
export interface StackInputs {
  stack: JudgedStack;
  templateBody?: unknown;
  templateUrl?: string;
  parameters: Readonly<Record<string, unknown>>;
}

/** Reads the inputs of a stack. Throws where one of them is not known yet. */
export function stackInputs({ type, props, opts, provider }: ResourceValidationArgs): StackInputs {
  const inputs = plain(props);
  const { templateBody, templateUrl, parameters } = inputs;
  const native = type.startsWith("aws-native:");
  const name = native ? inputs.stackName : inputs.name;
  return {
    stack: {
      ...(typeof name === "string" ? { name } : {}),
      tags: tagsOf(inputs.tags),
      // The classic provider has no such input.
      terminationProtection: inputs.enableTerminationProtection === true,
      protect: opts.protect,
      ...boundTo(provider),
      delivery: templateBody === undefined ? "url" : "inline",
    },
    ...(templateBody === undefined ? {} : { templateBody }),
    ...(typeof templateUrl === "string" ? { templateUrl } : {}),
    parameters: isObject(parameters) ? parameters : {},
  };
}

/** A copy without the proxies that throw on unknown values: making it throws, once and for all. */
export function plain(props: object): JsonObject {
  return JSON.parse(JSON.stringify(props)) as JsonObject;
}

function tagsOf(tags: unknown): Record<string, string> {
  if (Array.isArray(tags)) {
    const pairs = tags.filter(isObject).map(({ key, value }) => [String(key), String(value)]);
    return Object.fromEntries(pairs) as Record<string, string>;
  }
  return isObject(tags) ? (tags as Record<string, string>) : {};
}

function boundTo(provider: PolicyProviderResource | undefined): Pick<JudgedStack, "region" | "accounts"> {
  if (provider === undefined) return {};
  const { region, allowedAccountIds } = plain(provider.props);
  const accounts: unknown =
    typeof allowedAccountIds === "string" ? JSON.parse(allowedAccountIds) : allowedAccountIds;
  return {
    ...(typeof region === "string" ? { region } : {}),
    ...(Array.isArray(accounts) ? { accounts: accounts.map(String) } : {}),
  };
}
