import { urlSuffixOf } from "../../../core/naming/partition";
import type { CallContext } from "../service";
import { resourceType } from "../resource-types/registry";
import type { ResourceType } from "../resource-types/resource-type";
import { tagList, type Tag } from "../resource-types/tags";
import { validationError } from "./errors";
import { exportsOf } from "./exports";
import { checkTemplate } from "./template/check-template";
import { dependenciesOf } from "./template/dependencies";
import { decide, resolve, type Scope, UnknownValue } from "./template/intrinsics";
import { parameterValue, type StackParameter } from "./template/parameter-values";
import { type ParameterInput, resolveParameters } from "./template/parameters";
import { parseTemplate } from "./template/parse-template";
import type { ResourceDeclaration, TemplateDocument } from "./template/template-document";
import type { ResourceRecord, StackOutput, StackRecord } from "./stack-record";
import type { StackStore } from "./stack-store";

/** What of a stack its template can refer to. */
export type StackIdentity = Pick<StackRecord, "stackId" | "stackName" | "tags" | "notificationArns">;

/** A template with its parameters, ready to be planned and run. */
export interface PreparedTemplate {
  body: string;
  template: TemplateDocument;
  parameters: StackParameter[];
  /** Resources whose condition holds. */
  resources: Record<string, ResourceDeclaration>;
  /** For each of them, the ones it waits for. */
  dependencies: Map<string, string[]>;
  /** Names of the exports that it imports. */
  imports: string[];
  scope(resources: readonly ResourceRecord[]): Scope;
}

/** Parses and checks a template and decides its parameters and conditions. Throws CloudFormation's validation error. */
export async function prepareTemplate(
  body: string,
  given: { parameters: readonly ParameterInput[]; previous: readonly StackParameter[]; stack: StackIdentity },
  store: StackStore,
): Promise<PreparedTemplate> {
  const template = checkTemplate(parseTemplate(body));
  const parameters = await resolveParameters(template, given.parameters, given.previous, store.context);
  return prepared(body, template, parameters, given.stack, store);
}

/** As prepareTemplate, for what a stack has already. */
export function storedTemplate(stack: StackRecord, store: StackStore): PreparedTemplate {
  const body = store.template(stack.stackId);
  return prepared(body, parseTemplate(body) as TemplateDocument, stack.parameters, stack, store);
}

function prepared(
  body: string,
  template: TemplateDocument,
  parameters: StackParameter[],
  stack: StackIdentity,
  store: StackStore,
): PreparedTemplate {
  const imports = new Set<string>();
  const base: Scope = {
    template,
    parameters: {
      ...pseudoParameters(stack, store.context),
      ...Object.fromEntries(parameters.map((parameter) => [parameter.key, parameterValue(parameter)])),
    },
    conditions: {},
    ref: (logicalId) => new UnknownValue(logicalId),
    attribute: (logicalId, attribute) => new UnknownValue(logicalId, attribute),
    importValue: (name) => {
      imports.add(name);
      return importedValue(name, store);
    },
  };
  const conditions = Object.fromEntries(
    Object.entries(template.Conditions ?? {}).map(([name, condition]) => [name, decide(condition, base)]),
  );
  const resources = Object.fromEntries(
    Object.entries(template.Resources).filter(
      ([, { Condition }]) => Condition === undefined || conditions[Condition] === true,
    ),
  );
  const scope = (records: readonly ResourceRecord[]): Scope => {
    const byId = new Map(records.map((record) => [record.logicalId, record]));
    return {
      ...base,
      conditions,
      ref: (logicalId) => byId.get(logicalId)?.physicalId ?? new UnknownValue(logicalId),
      attribute: (logicalId, attribute) =>
        byId.get(logicalId)?.attributes[attribute] ?? new UnknownValue(logicalId, attribute),
    };
  };
  for (const { Properties } of Object.values(resources)) resolve(Properties ?? {}, scope([]));
  return {
    body,
    template,
    parameters,
    resources,
    dependencies: dependenciesOf(resources),
    imports: [...imports],
    scope,
  };
}

function pseudoParameters(stack: StackIdentity, context: CallContext): Record<string, unknown> {
  return {
    "AWS::AccountId": context.caller.accountId,
    "AWS::NotificationARNs": stack.notificationArns,
    "AWS::Partition": context.partition,
    "AWS::Region": context.region,
    "AWS::StackId": stack.stackId,
    "AWS::StackName": stack.stackName,
    "AWS::URLSuffix": urlSuffixOf(context.partition),
  };
}

function importedValue(name: string, store: StackStore): string {
  const found = exportsOf(store).find((candidate) => candidate.Name === name);
  if (found === undefined) throw validationError(`No export named ${name} found.`);
  return found.Value;
}

/** What a resource's handler is to be given: properties resolved, the stack's tags among its tags. */
export function resolveProperties(
  logicalId: string,
  plan: PreparedTemplate,
  resources: readonly ResourceRecord[],
  stackTags: readonly Tag[],
): Record<string, unknown> {
  const declaration = plan.resources[logicalId]!;
  const properties = resolve(declaration.Properties ?? {}, plan.scope(resources)) as Record<string, unknown>;
  return withStackTags(resourceType(declaration.Type), properties, stackTags);
}

/** A resource's own tags win over the stack's. */
function withStackTags(
  type: ResourceType,
  properties: Record<string, unknown>,
  stackTags: readonly Tag[],
): Record<string, unknown> {
  if (type.tags === undefined || stackTags.length === 0) return properties;
  const own = type.tags === "map" ? tagList(properties.Tags) : ((properties.Tags ?? []) as Tag[]);
  const merged = new Map([...stackTags, ...own].map((tag) => [tag.Key, tag.Value]));
  const Tags =
    type.tags === "map" ? Object.fromEntries(merged) : [...merged].map(([Key, Value]) => ({ Key, Value }));
  return { ...properties, Tags };
}

/** The stack's outputs once its resources are there. Throws CloudFormation's validation error. */
export function resolveOutputs(plan: PreparedTemplate, resources: readonly ResourceRecord[]): StackOutput[] {
  const scope = plan.scope(resources);
  return Object.entries(plan.template.Outputs ?? {})
    .filter(([, { Condition }]) => Condition === undefined || scope.conditions[Condition] === true)
    .map(([key, output]) => {
      const value = resolve(output.Value, scope);
      if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
        throw validationError(
          `Template format error: Output ${key} is malformed. The Value field must be a string`,
        );
      }
      return {
        OutputKey: key,
        OutputValue: String(value),
        ...(output.Description === undefined ? {} : { Description: output.Description }),
        ...(output.Export === undefined ? {} : { ExportName: String(resolve(output.Export.Name, scope)) }),
      };
    });
}
