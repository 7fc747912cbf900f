import type { CallContext } from "../../service";
import { validationError } from "../errors";
import { exportsOf, importersOf } from "../exports";
import { StackStore } from "../stack-store";
import { capabilitiesReason, requiredCapability } from "../template/capabilities";
import { checkTemplate } from "../template/check-template";
import { parseTemplate } from "../template/parse-template";
import type { TemplateDocument } from "../template/template-document";
import { templateText } from "../template/template-source";
import { anyStack, page } from "./stack-input";

const PAGE = 100;

interface TemplateInput {
  StackName?: string;
  TemplateBody?: string;
  TemplateURL?: string;
}

/** GetTemplate: as it was given. */
export function getTemplate(input: { StackName?: string; TemplateStage?: string }, context: CallContext) {
  const store = new StackStore(context);
  const stack = anyStack(store, input.StackName);
  return { TemplateBody: store.template(stack.stackId), StagesAvailable: ["Original", "Processed"] };
}

/** ValidateTemplate. */
export async function validateTemplate(input: TemplateInput, context: CallContext) {
  const body = await templateText(input, context);
  if (body === undefined) throw validationError("Either Template URL or Template Body must be specified.");
  const template = checkTemplate(parseTemplate(body));
  return {
    Description: template.Description,
    Parameters: Object.entries(template.Parameters ?? {}).map(([key, declaration]) => ({
      ParameterKey: key,
      DefaultValue: declaration.Default === undefined ? undefined : asText(declaration.Default),
      NoEcho: isNoEcho(declaration.NoEcho),
      Description: declaration.Description,
    })),
    ...needs(template),
  };
}

/** GetTemplateSummary: of a template, or of a stack's. */
export async function getTemplateSummary(input: TemplateInput, context: CallContext) {
  const store = new StackStore(context);
  const body =
    input.StackName === undefined
      ? await templateText(input, context)
      : store.template(anyStack(store, input.StackName).stackId);
  if (body === undefined) throw validationError("Either Template URL or Template Body must be specified.");
  const template = checkTemplate(parseTemplate(body));
  const types = Object.values(template.Resources).map((resource) => resource.Type);
  return {
    Description: template.Description,
    Parameters: Object.entries(template.Parameters ?? {}).map(([key, declaration]) => ({
      ParameterKey: key,
      DefaultValue: declaration.Default === undefined ? undefined : asText(declaration.Default),
      ParameterType: declaration.Type,
      NoEcho: isNoEcho(declaration.NoEcho),
      Description: declaration.Description,
      ParameterConstraints: { AllowedValues: declaration.AllowedValues?.map(asText) },
    })),
    ResourceTypes: [...new Set(types)],
    Version: template.AWSTemplateFormatVersion,
    Metadata: template.Metadata === undefined ? undefined : JSON.stringify(template.Metadata),
    ...needs(template),
  };
}

/** ListExports. */
export function listExports(input: { NextToken?: string }, context: CallContext) {
  const { items, next } = page(exportsOf(new StackStore(context)), input.NextToken, PAGE);
  return { Exports: items, NextToken: next };
}

/** ListImports. */
export function listImports(input: { ExportName: string; NextToken?: string }, context: CallContext) {
  const importers = importersOf(input.ExportName, new StackStore(context));
  if (importers.length === 0)
    throw validationError(`Export '${input.ExportName}' is not imported by any stack.`);
  const { items, next } = page(importers, input.NextToken, PAGE);
  return { Imports: items, NextToken: next };
}

function needs(template: TemplateDocument) {
  const capability = requiredCapability(template);
  return {
    Capabilities: capability === undefined ? undefined : [capability],
    CapabilitiesReason: capabilitiesReason(template),
  };
}

function isNoEcho(value: boolean | string | undefined): boolean {
  return value === true || value === "true";
}

function asText(value: unknown): string {
  return String(value);
}
