import type * as CodeBuild from "@aws-sdk/client-codebuild";
import { AwsError, type CallContext, type Operations } from "../../service";
import { regionalArn } from "../regional-arn";
import { toLowerCase } from "../tag-list";
import { tokenPage } from "../token-page";
import { refuseUnsupported } from "../unsupported-input";
import {
  projectArn,
  projectName,
  type ProjectRecord,
  projects,
  type ProjectSettings,
} from "./project-record";
import { checkProjectName, checkSettings, invalidInput, projectTags } from "./project-rules";

const PAGE = 100;

/** What needs other services, or a Git host, is not embedded. */
const UNSUPPORTED = [
  "buildBatchConfig",
  "fileSystemLocations",
  "secondaryArtifacts",
  "secondarySources",
  "secondarySourceVersions",
  "vpcConfig",
] as const satisfies readonly (keyof CodeBuild.CreateProjectInput)[];

/** Settings with what CodeBuild fills up, as BatchGetProjects shows it. */
function filledUp(name: string, given: ProjectSettings, context: CallContext): ProjectSettings {
  const { artifacts, environment } = given;
  const named = artifacts!.type === "CODEPIPELINE" || artifacts!.type === "S3";
  return {
    ...given,
    source: { insecureSsl: false, ...given.source! },
    artifacts: {
      ...(named ? { name, packaging: "NONE", encryptionDisabled: false } : {}),
      ...artifacts!,
    },
    cache: given.cache ?? { type: "NO_CACHE" },
    environment: {
      imagePullCredentialsType: "CODEBUILD",
      privilegedMode: false,
      ...environment!,
      environmentVariables: (environment!.environmentVariables ?? []).map((variable) => ({
        ...variable,
        type: variable.type ?? "PLAINTEXT",
      })),
    },
    timeoutInMinutes: given.timeoutInMinutes ?? 60,
    queuedTimeoutInMinutes: given.queuedTimeoutInMinutes ?? 480,
    encryptionKey: given.encryptionKey || regionalArn(context, "kms", "alias/aws/s3"),
    autoRetryLimit: given.autoRetryLimit ?? 0,
    // As UpdateProject is told to take the limit away.
    concurrentBuildLimit: given.concurrentBuildLimit === -1 ? undefined : given.concurrentBuildLimit,
  };
}

function shape(record: ProjectRecord, context: CallContext): CodeBuild.Project {
  const { badgeEnabled = false, ...settings } = record.settings;
  return {
    ...settings,
    name: record.name,
    arn: projectArn(context, record.name),
    tags: toLowerCase(record.tags),
    created: new Date(record.created),
    lastModified: new Date(record.modified),
    badge: { badgeEnabled },
    projectVisibility: "PRIVATE",
  };
}

/** The members of an input that are settings of the project. */
function settingsOf({ name: _name, tags: _tags, ...settings }: CodeBuild.UpdateProjectInput) {
  return settings;
}

function createProject(
  input: CodeBuild.CreateProjectInput,
  context: CallContext,
): CodeBuild.CreateProjectOutput {
  refuseUnsupported(input, UNSUPPORTED);
  const name = input.name!;
  checkProjectName(name);
  const given = settingsOf(input) as ProjectSettings;
  const tags = projectTags(input.tags);
  if (projects.find(context, name) !== undefined) {
    throw new AwsError(
      "ResourceAlreadyExistsException",
      `Project already exists: ${projectArn(context, name)}`,
    );
  }
  checkSettings(name, given, context);
  const now = context.now().toISOString();
  const record = { name, created: now, modified: now, settings: filledUp(name, given, context), tags };
  projects.save(context, record);
  return { project: shape(record, context) };
}

/** Changes what is given and leaves the rest; an empty text takes a setting back. */
function updateProject(
  input: CodeBuild.UpdateProjectInput,
  context: CallContext,
): CodeBuild.UpdateProjectOutput {
  refuseUnsupported(input, UNSUPPORTED);
  const name = projectName(input.name!);
  const found = projects.find(context, name);
  if (found === undefined) {
    throw new AwsError("ResourceNotFoundException", `Project cannot be found: ${projectArn(context, name)}`);
  }
  const given = Object.entries(settingsOf(input)).filter(([, value]) => value !== undefined);
  const settings = { ...found.settings, ...Object.fromEntries(given) };
  checkSettings(name, settings, context);
  const record = {
    ...found,
    modified: context.now().toISOString(),
    settings: filledUp(name, settings, context),
    tags: input.tags === undefined ? found.tags : projectTags(input.tags),
  };
  projects.save(context, record);
  return { project: shape(record, context) };
}

function batchGet(
  input: CodeBuild.BatchGetProjectsInput,
  context: CallContext,
): CodeBuild.BatchGetProjectsOutput {
  const names = input.names!;
  if (names.length < 1 || names.length > PAGE) throw invalidInput(`Invalid names: 1 to ${PAGE} can be given`);
  const found = names.map((name) => projects.find(context, projectName(name)));
  return {
    projects: found.filter((record) => record !== undefined).map((record) => shape(record, context)),
    projectsNotFound: names.filter((_, index) => found[index] === undefined),
  };
}

function listProjects(
  input: CodeBuild.ListProjectsInput,
  context: CallContext,
): CodeBuild.ListProjectsOutput {
  const records = projects.all(context);
  const time = { CREATED_TIME: "created", LAST_MODIFIED_TIME: "modified", NAME: "name" } as const;
  const by = time[input.sortBy ?? "NAME"];
  records.sort((a, b) => (a[by] < b[by] ? -1 : 1));
  if (input.sortOrder === "DESCENDING") records.reverse();
  const page = tokenPage(records, input.nextToken, PAGE, () => invalidInput("Invalid next token"));
  return { projects: page.items.map(({ name }) => name), nextToken: page.next };
}

/** Operations on projects. */
export const projectOperations: Operations = {
  CreateProject: createProject,
  UpdateProject: updateProject,
  BatchGetProjects: batchGet,
  ListProjects: listProjects,
  /** A project that is not there is deleted already. */
  DeleteProject: (input: CodeBuild.DeleteProjectInput, context) => {
    projects.delete(context, projectName(input.name!));
    return {};
  },
};
