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
  // A parameter that is put with tags needs the right to tag it too (SSM API reference, PutParameter).
  const tagged = operation === "PutParameter" && Array.isArray(input.Tags) && input.Tags.length > 0;
  const needed = tagged ? [action, "ssm:AddTagsToResource"] : [action];
  const permissions = names.map((name) => ({
    resources: [parameterArn(context, name)],
    context: {
      ...requestTags(input.Tags),
      ...keys,
      ...resourceTags(parameters.find(context, name)?.Tags),
      "ssm:Overwrite": input.Overwrite === undefined ? undefined : String(input.Overwrite as boolean),
    },
  }));
  return needed.flatMap((each) => permissions.map((permission) => ({ ...permission, action: each })));
};
