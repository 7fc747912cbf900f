import { projectArn, projectName, projects } from "../services/codebuild/project-record";
import { fromLowerCase, type LowerCaseTag } from "../services/tag-list";
import { passRole, type Permission, type PermissionRule, tagConditions } from "./permission";

/** CodeBuild's actions are its operations; each is judged on the projects that it names, and the role that it hands on. */
export const codebuildPermissions: PermissionRule = (operation, input, context) => {
  const action = `codebuild:${operation}`;
  const given = input.name ?? input.names;
  if (given === undefined) return [{ action, resources: ["*"] }];
  const tags = input.tags as LowerCaseTag[] | undefined;
  const permissions: Permission[] = [given as string | string[]].flat().map((nameOrArn) => {
    const name = projectName(nameOrArn);
    return {
      action,
      resources: [projectArn(context, name)],
      context: tagConditions({
        set: tags === undefined ? undefined : fromLowerCase(tags),
        present: projects.find(context, name)?.tags,
      }),
    };
  });
  if (typeof input.serviceRole === "string") {
    permissions.push(passRole(input.serviceRole, "codebuild.amazonaws.com"));
  }
  return permissions;
};
