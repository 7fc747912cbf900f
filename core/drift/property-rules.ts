/** What AWS does with the properties of one CloudFormation type, as far as it matters for comparing them. */
export interface PropertyRules {
  /** Read-only attributes, and what is judged on another resource's side. */
  leftOut: readonly string[];
  /** What AWS fills in where a template leaves a property out. */
  defaults: Readonly<Record<string, unknown>>;
  /** Properties that can be written but are not in AWS's answer: they can't be checked. */
  unreadable: readonly string[];
  /** Properties that AWS changes only by making the resource anew, which loses nothing where it holds only what a template says. */
  remadeFor?: readonly string[];
}

const PRINCIPAL_DEFAULTS = { Path: "/", ManagedPolicyArns: [], Policies: [] };

/**
 * From the types' registry schemas (`readOnlyProperties`, `writeOnlyProperties`) and IAM's and Parameter Store's API
 * references (defaults).
 */
const RULES: Readonly<Record<string, PropertyRules>> = {
  "AWS::IAM::Group": { leftOut: ["Arn"], defaults: PRINCIPAL_DEFAULTS, unreadable: [] },
  "AWS::IAM::Role": {
    leftOut: ["Arn", "RoleId"],
    defaults: { ...PRINCIPAL_DEFAULTS, Description: "", MaxSessionDuration: 3600, Tags: [] },
    unreadable: [],
  },
  "AWS::IAM::ManagedPolicy": {
    leftOut: [
      "PolicyArn",
      "PolicyId",
      "AttachmentCount",
      "CreateDate",
      "DefaultVersionId",
      "IsAttachable",
      "PermissionsBoundaryUsageCount",
      "UpdateDate",
      // Whom it is attached to is judged at each group and role.
      "Groups",
      "Roles",
      "Users",
    ],
    defaults: { Path: "/", Description: "" },
    unreadable: [],
  },
  "AWS::SSM::Parameter": {
    leftOut: ["Arn"],
    defaults: { DataType: "text", Tags: {} },
    unreadable: ["AllowedPattern", "Description", "Policies", "Tier"],
    remadeFor: ["Type"],
  },
};

/** The rules of a type; undefined where nothing is known of it. */
export function propertyRules(type: string): PropertyRules | undefined {
  return RULES[type];
}
