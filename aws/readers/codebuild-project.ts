import type { Project, UpdateProjectInput } from "@aws-sdk/client-codebuild";
import { isMembers } from "../../core/drift/canonical-document";
import type { AwsClients } from "../clients";
import type { Properties, ServiceReader } from "./service-reader";

/** Members whose names CloudFormation writes otherwise than with a capital. */
const RENAMED: Readonly<Record<string, string>> = {
  buildspec: "BuildSpec",
  projectVisibility: "Visibility",
};

/** What the service tells of a project beside its settings. */
const FACTS = new Set(["arn", "created", "lastModified", "publicProjectAlias", "badge", "webhook"]);

const TO_SERVICE = new Map(Object.entries(RENAMED).map(([service, property]) => [property, service]));

function toProperty(name: string): string {
  return RENAMED[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
}

function toMember(name: string): string {
  return TO_SERVICE.get(name) ?? name.charAt(0).toLowerCase() + name.slice(1);
}

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (!isMembers(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [rename(name), renamed(member, rename)]),
  );
}

async function find(aws: AwsClients, name: string): Promise<Project | undefined> {
  const codeBuild = await aws.codeBuild();
  return (await codeBuild.batchGetProjects({ names: [name] })).projects?.[0];
}

/** What takes a setting away that is not wanted; a setting that is left out stays as it is ("UpdateProject"). */
const RESETS = {
  buildBatchConfig: {},
  concurrentBuildLimit: -1,
  description: "",
  fileSystemLocations: [],
  secondaryArtifacts: [],
  secondarySources: [],
  secondarySourceVersions: [],
  sourceVersion: "",
  vpcConfig: {},
};

/** S3's own key, which CodeBuild takes where a project names none, as the project's own ARN tells of its surroundings. */
function ownKey(arn = ""): string {
  const [, partition, , region, account] = arn.split(":");
  return `arn:${partition}:kms:${region}:${account}:alias/aws/s3`;
}

function updateOf(project: Project, target: Properties): UpdateProjectInput {
  const wanted = renamed(target, toMember) as Record<string, unknown>;
  const shown = new Set(Object.keys(project));
  const resets = Object.entries(RESETS).filter(([name]) => shown.has(name) && !(name in wanted));
  const settings = Object.entries(wanted).filter(
    ([name]) => name !== "projectVisibility" && name !== "badgeEnabled",
  );
  return {
    name: project.name,
    badgeEnabled: wanted.badgeEnabled === true,
    encryptionKey: ownKey(project.arn),
    ...Object.fromEntries([...resets, ...settings]),
  };
}

/** Build projects, by CodeBuild itself. */
export const codebuildProject: ServiceReader = {
  type: "AWS::CodeBuild::Project",
  async read(aws, { identifier }) {
    const project = await find(aws, identifier);
    if (project === undefined) return { kind: "gone" };
    const settings = Object.entries(project).filter(([name]) => !FACTS.has(name));
    const properties = renamed(Object.fromEntries(settings), toProperty) as Properties;
    const { badgeEnabled } = project.badge ?? {};
    return {
      kind: "found",
      properties: {
        ...properties,
        Arn: project.arn,
        ...(badgeEnabled === undefined ? {} : { BadgeEnabled: badgeEnabled }),
      },
    };
  },
  async write(aws, { identifier }, { target }) {
    const codeBuild = await aws.codeBuild();
    const project = (await find(aws, identifier)) ?? { name: identifier };
    await codeBuild.updateProject(updateOf(project, target));
    const { Visibility } = target;
    if (
      Visibility !== undefined &&
      project.projectVisibility !== undefined &&
      Visibility !== project.projectVisibility
    ) {
      await codeBuild.updateProjectVisibility({
        projectArn: project.arn,
        projectVisibility: Visibility as Project["projectVisibility"],
      });
    }
  },
};
