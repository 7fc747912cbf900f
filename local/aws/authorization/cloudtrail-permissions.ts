import { trailArn, trails } from "../services/cloudtrail/trail-record";
import { type PermissionRule, requestTags, resourceTags } from "./permission";

const ACCOUNT_WIDE = new Set(["DescribeTrails", "ListTrails"]);

/**
 * CloudTrail's actions are its operations, each judged on the trails that it names; whoever gives a trail a role must be
 * allowed to pass it.
 */
export const cloudtrailPermissions: PermissionRule = (operation, input, context) => {
  const action = `cloudtrail:${operation}`;
  const named = [
    input.Name,
    input.TrailName,
    input.ResourceId,
    ...((input.ResourceIdList as string[] | undefined) ?? []),
  ].filter((name) => typeof name === "string");
  if (ACCOUNT_WIDE.has(operation) || named.length === 0) return [{ action, resources: ["*"] }];
  const permissions = named.map((name) => {
    const arn = name.startsWith("arn:") ? name : trailArn(context, name);
    return {
      action,
      resources: [arn],
      context: {
        ...requestTags(input.TagsList),
        ...resourceTags(trails.find(context, arn.slice(arn.lastIndexOf("/") + 1))?.tags),
      },
    };
  });
  // A trail that is made with tags needs the right to tag it too (CloudTrail API Reference, CreateTrail).
  const tagging =
    operation === "CreateTrail" && Array.isArray(input.TagsList) && input.TagsList.length > 0
      ? permissions.map((each) => ({ ...each, action: "cloudtrail:AddTags" }))
      : [];
  const role = input.CloudWatchLogsRoleArn;
  const passing =
    typeof role === "string" && role !== ""
      ? [
          {
            action: "iam:PassRole",
            resources: [role],
            context: { "iam:PassedToService": "cloudtrail.amazonaws.com" },
          },
        ]
      : [];
  return [...permissions, ...tagging, ...passing];
};
