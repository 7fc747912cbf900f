import type * as CodeBuild from "@aws-sdk/client-codebuild";
import type { CallContext } from "../../service";
import { regionalArn } from "../regional-arn";
import { RegionalRecords } from "../regional-records";
import type { Tag } from "../tag-list";

/** What is kept of a project as it was given, or as CodeBuild fills it up. */
export type ProjectSettings = Omit<CodeBuild.CreateProjectInput, "name" | "tags">;

/** A build project. */
export interface ProjectRecord {
  name: string;
  /** ISO 8601. */
  created: string;
  modified: string;
  settings: ProjectSettings;
  tags: Tag[];
}

/** The projects of a region. */
export const projects = new RegionalRecords<ProjectRecord>("codebuild.projects", ({ name }) => name);

/** ARN of a project. */
export function projectArn(
  scope: Pick<CallContext, "partition" | "region" | "caller">,
  name: string,
): string {
  return regionalArn(scope, "codebuild", `project/${name}`);
}

/** The name in the ARN of a project; a name is taken as it is. */
export function projectName(nameOrArn: string): string {
  return nameOrArn.startsWith("arn:") ? nameOrArn.slice(nameOrArn.lastIndexOf("/") + 1) : nameOrArn;
}
