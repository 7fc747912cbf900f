import {
  ArtifactsType,
  ComputeType,
  EnvironmentType,
  EnvironmentVariableType,
  ImagePullCredentialsType,
  LogsConfigStatusType,
  SourceType,
} from "@aws-sdk/client-codebuild";
import { AwsError, type CallContext } from "../../service";
import { trustsService } from "../sts/service-trust";
import { checkedTags, fromLowerCase, type LowerCaseTag, type Tag } from "../tag-list";
import { projectArn, type ProjectSettings } from "./project-record";

const NAME = /^[A-Za-z0-9][A-Za-z0-9\-_]{1,149}$/;
const DESCRIPTION_LENGTH = 255;

/** Minutes that a build may take, and may wait ("CreateProject", CodeBuild API Reference). */
const TIMEOUT = { least: 5, most: 2160 };
const QUEUED_TIMEOUT = { least: 5, most: 480 };

/** 400: a value is not what CodeBuild takes. */
export function invalidInput(message: string): AwsError {
  return new AwsError("InvalidInputException", message);
}

/** Throws InvalidInputException where a text can't name a project. */
export function checkProjectName(name: string): void {
  if (!NAME.test(name)) throw invalidInput(`Invalid project name: ${name} does not match ${NAME.source}`);
}

/** The tags as they are kept; throws InvalidInputException. */
export function projectTags(tags: readonly LowerCaseTag[] | undefined): Tag[] {
  return checkedTags(fromLowerCase(tags), {
    invalid: (key) => invalidInput(`Invalid tag: ${key}`),
    tooMany: () => invalidInput("Invalid tags: a project has too many of them"),
  });
}

/** Throws InvalidInputException where settings are not what CodeBuild takes, its role included. */
export function checkSettings(name: string, settings: ProjectSettings, context: CallContext): void {
  const { source, artifacts, environment, description = "" } = settings;
  if (description.length > DESCRIPTION_LENGTH) {
    throw invalidInput(`Invalid description: it has more than ${DESCRIPTION_LENGTH} characters`);
  }
  checkOneOf("source type", source?.type, SourceType);
  checkOneOf("artifacts type", artifacts?.type, ArtifactsType);
  checkOneOf("environment type", environment?.type, EnvironmentType);
  checkOneOf("compute type", environment?.computeType, ComputeType);
  checkOneOf("image pull credentials type", environment?.imagePullCredentialsType, ImagePullCredentialsType);
  if ((source?.type === "CODEPIPELINE") !== (artifacts?.type === "CODEPIPELINE")) {
    throw invalidInput("Invalid artifacts: source and artifacts must both be of CODEPIPELINE, or neither");
  }
  if (artifacts?.type === "S3" && artifacts.location === undefined) {
    throw invalidInput("Invalid artifacts: location must be specified for artifacts of S3");
  }
  checkVariables(settings);
  const { cloudWatchLogs, s3Logs } = settings.logsConfig ?? {};
  checkOneOf("logs status", cloudWatchLogs?.status, LogsConfigStatusType);
  checkOneOf("logs status", s3Logs?.status, LogsConfigStatusType);
  checkMinutes("timeout", settings.timeoutInMinutes, TIMEOUT);
  checkMinutes("queued timeout", settings.queuedTimeoutInMinutes, QUEUED_TIMEOUT);
  checkRole(name, settings.serviceRole!, context);
}

function checkVariables({ environment }: ProjectSettings): void {
  const names = new Set<string>();
  for (const { name = "", type } of environment?.environmentVariables ?? []) {
    if (name === "") throw invalidInput("Invalid environment variable: it has no name");
    if (names.has(name)) throw invalidInput(`Invalid environment variable: ${name} is there twice`);
    names.add(name);
    checkOneOf("environment variable type", type, EnvironmentVariableType);
  }
}

function checkMinutes(
  what: string,
  minutes: number | undefined,
  range: { least: number; most: number },
): void {
  if (minutes === undefined || (minutes >= range.least && minutes <= range.most)) return;
  throw invalidInput(`Invalid ${what}: ${minutes} is not between ${range.least} and ${range.most} minutes`);
}

function checkOneOf(what: string, value: string | undefined, values: Record<string, string>): void {
  const known = Object.values(values);
  if (value === undefined || known.includes(value)) return;
  throw invalidInput(`Invalid ${what}: ${value} is none of ${known.join(", ")}`);
}

function checkRole(name: string, role: string, context: CallContext): void {
  const source = projectArn(context, name);
  if (trustsService(role, { service: "codebuild.amazonaws.com", source }, context)) return;
  throw invalidInput(`CodeBuild is not authorized to perform: sts:AssumeRole on ${role}`);
}
