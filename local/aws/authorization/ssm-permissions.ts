import { parameterArn, parameters } from "../services/ssm/parameter-record";
import { type PermissionRule, requestTags, resourceTags } from "./permission";

/** Parameter Store's actions are its operations; each is judged on the parameters that it names. */
export const ssmPermissions: PermissionRule = (operation, input, context) => {
  const action = `ssm:${operation}`;
  const single = input.Name ?? input.Path ?? input.ResourceId;
  const names = Array.isArray(input.Names)
    ? (input.Names as string[])
    : single === undefined
      ? []
      : [single as string];
  if (operation === "DescribeParameters" || names.length === 0) return [{ action, resources: ["*"] }];
  const keys = Array.isArray(input.TagKeys) ? { "aws:TagKeys": input.TagKeys as string[] } : {};
  return names.map((name) => ({
    action,
    resources: [parameterArn(context, name)],
    context: {
      ...requestTags(input.Tags),
      ...keys,
      ...resourceTags(parameters.find(context, name)?.Tags),
      "ssm:Overwrite": input.Overwrite === undefined ? undefined : String(input.Overwrite as boolean),
    },
  }));
};
