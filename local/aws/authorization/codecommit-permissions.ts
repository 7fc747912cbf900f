import { repositories, repositoryArn } from "../services/codecommit/repository-record";
import { type PermissionRule, tagConditions } from "./permission";
import { tagList } from "../services/tag-list";

/** CodeCommit's actions are its operations; each is judged on the repository that it names. */
export const codecommitPermissions: PermissionRule = (operation, input, context) => {
  const action = `codecommit:${operation}`;
  const arn = input.resourceArn;
  const named =
    typeof arn === "string" ? arn.slice(arn.lastIndexOf(":") + 1) : (input.repositoryName ?? input.oldName);
  const names = Array.isArray(input.repositoryNames) ? (input.repositoryNames as string[]) : [named];
  if (names[0] === undefined) return [{ action, resources: ["*"] }];
  const branch = input.branchName;
  return (names as string[]).map((name) => ({
    action,
    resources: [repositoryArn(context, name)],
    context: {
      ...tagConditions({
        set: input.tags === undefined ? undefined : tagList(input.tags),
        removed: input.tagKeys,
        present: repositories.find(context, name)?.tags,
      }),
      "codecommit:References": typeof branch === "string" ? `refs/heads/${branch}` : undefined,
    },
  }));
};
