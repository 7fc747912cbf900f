import type { RulesByType } from "./type-rules";

const PRINCIPAL_DEFAULTS = { Path: "/", ManagedPolicyArns: [], Policies: [] };

/** From the types' registry schemas (`readOnlyProperties`) and IAM's API reference (defaults). */
export const IAM_RULES: RulesByType = {
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
};
