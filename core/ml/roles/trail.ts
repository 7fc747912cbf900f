import { allow, type RoleContext, type RoleDraft } from "./role-draft";

/** CloudTrail: delivers the trail's events to the compliance log group, into streams that it names by account and region. */
export function trailRole({ arns, names, config }: RoleContext): RoleDraft {
  const { account_id: account } = config.client;
  const streams = arns.logStreams(
    names.complianceLogGroup,
    `${account}_CloudTrail_${config.environment.region}*`,
  );
  return {
    stage: "trail",
    description: "Delivers the trail to the compliance log group",
    service: "cloudtrail.amazonaws.com",
    sources: [arns.trail(names.trail)],
    policies: {
      delivery: [allow("DeliverEvents", ["logs:CreateLogStream", "logs:PutLogEvents"], [streams])],
    },
  };
}
