import type { CallContext } from "../service";
import { generatedName } from "./generated-name";
import { HandlerError } from "./handler-error";
import { capitalMembers, smallMembers } from "./letter-case";
import type { ResourceType } from "./resource-type";
import { callService, defined } from "./service-calls";
import { readableTags, type Tag } from "./tags";
import { typedProperties } from "./typed-properties";

type Properties = Record<string, unknown>;

interface Project extends Properties {
  name: string;
  arn: string;
  badge?: { badgeEnabled?: boolean };
  tags?: { key: string; value: string }[];
}

const TYPE = "AWS::CodeBuild::Project";

/** Properties that are settings of a project under the same name, but for the first letter. */
const SETTINGS = [
  "Artifacts",
  "AutoRetryLimit",
  "BadgeEnabled",
  "Cache",
  "ConcurrentBuildLimit",
  "Description",
  "EncryptionKey",
  "Environment",
  "LogsConfig",
  "QueuedTimeoutInMinutes",
  "ServiceRole",
  "Source",
  "SourceVersion",
  "TimeoutInMinutes",
];

/** What takes back a setting that a template has no more: UpdateProject leaves alone what it is not given. */
const UNSET: Properties = {
  autoRetryLimit: 0,
  badgeEnabled: false,
  cache: { type: "NO_CACHE" },
  concurrentBuildLimit: -1,
  description: "",
  encryptionKey: "",
  logsConfig: {},
  queuedTimeoutInMinutes: 480,
  sourceVersion: "",
  tags: [],
  timeoutInMinutes: 60,
};

/** Build projects, with their tags. */
export const codebuildProject: ResourceType = {
  type: TYPE,
  primaryIdentifier: "Id",
  createOnly: ["Name"],
  readOnly: ["Arn", "Id"],
  writeOnly: [],
  nameProperty: { name: "Name", maxLength: 150 },
  tags: "list",
  ref: (model) => model.identifier,
  async create(desired, context, started) {
    const name = generatedName(desired.Name);
    const { project } = await callService<{ project: Project }>(
      context,
      "codebuild",
      "CreateProject",
      settings(name, desired),
    );
    started?.(name);
    return modelOf(project);
  },
  async read(identifier, context) {
    const project = await find(identifier, context);
    if (project === undefined) return undefined;
    const shown = capitalMembers(project) as Properties;
    const tags = readableTags(shown.Tags as Tag[]);
    const unset = (name: string) => shown[name] === "" || (name === "LogsConfig" && isEmpty(shown[name]));
    return {
      identifier,
      properties: defined({
        ...Object.fromEntries(SETTINGS.filter((name) => !unset(name)).map((name) => [name, shown[name]])),
        ...attributes(project),
        BadgeEnabled: project.badge?.badgeEnabled,
        Name: project.name,
        Tags: tags.length > 0 ? tags : undefined,
      }),
    };
  },
  async update(identifier, _previous, desired, context) {
    const input = { ...UNSET, ...settings(identifier, desired) };
    const { project } = await callService<{ project: Project }>(context, "codebuild", "UpdateProject", input);
    return modelOf(project);
  },
  async delete(identifier, context) {
    // CodeBuild itself says nothing of a project that is not there.
    if ((await find(identifier, context)) === undefined) {
      throw new HandlerError("NotFound", `Project ${identifier} cannot be found`);
    }
    await callService(context, "codebuild", "DeleteProject", { name: identifier });
  },
  async list(context) {
    const { projects = [] } = await callService<{ projects?: string[] }>(
      context,
      "codebuild",
      "ListProjects",
      {},
    );
    return projects;
  },
};

function settings(name: string, desired: Properties): Properties {
  const given = typedProperties(TYPE, { ...desired, Name: name });
  return smallMembers(given) as Properties;
}

async function find(name: string, context: CallContext): Promise<Project | undefined> {
  const { projects = [] } = await callService<{ projects?: Project[] }>(
    context,
    "codebuild",
    "BatchGetProjects",
    { names: [name] },
  );
  return projects[0];
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function attributes({ name, arn }: Project): Properties {
  return { Arn: arn, Id: name };
}

function modelOf(project: Project) {
  return { identifier: project.name, properties: attributes(project) };
}
