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

/** One entry of a template's `Parameters`; ours read SSM parameters, whose names are the defaults. */
export interface TemplateParameter {
  /** Such as `AWS::SSM::Parameter::Value<AWS::EC2::VPC::Id>`. */
  Type: string;
  Description: string;
  Default: string;
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
  Parameters?: Record<string, TemplateParameter>;
  Resources: Record<string, TemplateResource>;
  Outputs: Record<string, TemplateOutput>;
}
