import { alarmArn, alarms } from "../services/cloudwatch/alarm-record";
import { type PermissionRule, requestTags, resourceTags } from "./permission";

/** CloudWatch's actions are its operations; each is judged on the alarms that it names. */
export const cloudwatchPermissions: PermissionRule = (operation, input, context) => {
  const action = `cloudwatch:${operation}`;
  if (operation === "PutMetricData") {
    return [{ action, resources: ["*"], context: { "cloudwatch:namespace": input.Namespace as string } }];
  }
  const named = [input.AlarmName, ...((input.AlarmNames as string[] | undefined) ?? [])].filter(
    (name) => typeof name === "string",
  );
  const arns = [...named.map((name) => alarmArn(context, name)), input.ResourceARN].filter(
    (arn) => typeof arn === "string",
  );
  // A list of all alarms is judged on every alarm.
  const resources = arns.length > 0 ? arns : [alarmArn(context, "*")];
  const permissions = resources.map((resource) => ({
    action,
    resources: [resource],
    context: {
      ...requestTags(input.Tags),
      ...(Array.isArray(input.TagKeys) ? { "aws:TagKeys": input.TagKeys as string[] } : {}),
      ...resourceTags(alarms.find(context, resource.split(":").slice(6).join(":"))?.tags),
    },
  }));
  // An alarm that is made with tags needs the right to tag it too (CloudWatch API Reference, PutMetricAlarm).
  const tagged = operation === "PutMetricAlarm" && Array.isArray(input.Tags) && input.Tags.length > 0;
  return tagged
    ? [...permissions, ...permissions.map((each) => ({ ...each, action: "cloudwatch:TagResource" }))]
    : permissions;
};
