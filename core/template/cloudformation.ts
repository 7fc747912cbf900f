/** A value of a template: JSON, with CloudFormation's intrinsic functions as single-key objects. */
export type TemplateValue = string | number | boolean | TemplateValue[] | { [key: string]: TemplateValue };

/** One entry of a template's `Resources`. */
export interface TemplateResource {
  Type: string;
  DependsOn?: string[];
  DeletionPolicy?: "Delete" | "Retain";
  Metadata?: Record<string, TemplateValue>;
  Properties: Record<string, TemplateValue>;
}

/** One entry of a template's `Outputs`. */
export interface TemplateOutput {
  Description: string;
  Value: TemplateValue;
}

/** A CloudFormation document, its keys in the order in which they are written. */
export interface Template {
  AWSTemplateFormatVersion: "2010-09-09";
  Description: string;
  Metadata: Record<string, TemplateValue>;
  Resources: Record<string, TemplateResource>;
  Outputs: Record<string, TemplateOutput>;
}
