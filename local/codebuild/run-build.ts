import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CodeBuild, type Project } from "@aws-sdk/client-codebuild";
import type { Credentials } from "@aws-sdk/client-sts";
import { ExitCode, TierguardError } from "../../core/errors";
import { localCredentials } from "../service-addresses";
import type { StackTarget } from "../stack-config";
import { buildspecCommands } from "./buildspec";

/** One build of a project of the embedded AWS, which has no machines to build on. */
export interface LocalBuild {
  endpoint: string;
  target: StackTarget;
  project: string;
  /** Folder with what the source action of the pipeline would bring. */
  source: string;
  /** Environment of the user, for the tools that the commands call. */
  base: NodeJS.ProcessEnv;
  /** Runs one command in a folder; resolves with its exit code. */
  run: (command: string, options: { cwd: string; env: NodeJS.ProcessEnv }) => Promise<number>;
}

/**
 * Runs the commands of a project's build specification on this machine as CodeBuild would: with the project's variables
 * and, towards the embedded AWS, with the rights of the project's role. Works on a copy of the source.
 * Resolves with the exit code of the command that failed, else 0.
 * @throws TierguardError where there is no such project, or CodeBuild may not take its role.
 */
export async function runBuild(build: LocalBuild): Promise<number> {
  const project = await projectOf(build);
  const commands = buildspecCommands(join(build.source, project.source?.buildspec ?? "buildspec.yml"));
  const folder = mkdtempSync(join(tmpdir(), "tierguard-build-"));
  try {
    cpSync(build.source, folder, { recursive: true });
    const env = buildEnvironment(build, project, await sessionOf(build, project));
    for (const command of commands) {
      const exitCode = await build.run(command, { cwd: folder, env });
      if (exitCode !== 0) return exitCode;
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function projectOf({ endpoint, target, project: name }: LocalBuild): Promise<Project> {
  // The SDK would announce the end of Node 20 among what the commands say.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const credentials = localCredentials(target.accountId);
  const client = new CodeBuild({ endpoint, region: target.region, credentials });
  try {
    const { projects = [] } = await client.batchGetProjects({ names: [name] });
    if (projects[0] !== undefined) return projects[0];
  } finally {
    client.destroy();
  }
  throw new TierguardError(`There is no build project ${name}`, {
    code: "no-project",
    exitCode: ExitCode.Failed,
    hint: "deploy the product first: npm run local -- tierguard deploy-product --force --config FILE",
  });
}

async function sessionOf({ endpoint }: LocalBuild, { arn, serviceRole }: Project): Promise<Credentials> {
  const request = { roleArn: serviceRole, service: "codebuild.amazonaws.com", sourceArn: arn };
  const answer = await fetch(`${endpoint}/_tierguard/service-sessions`, {
    method: "POST",
    body: JSON.stringify(request),
  });
  const body = (await answer.json()) as Credentials & { message?: string };
  if (answer.ok) return body;
  throw new TierguardError(body.message ?? answer.statusText, {
    code: "no-session",
    exitCode: ExitCode.Failed,
  });
}

function buildEnvironment(
  { endpoint, target, base }: LocalBuild,
  { environment }: Project,
  session: Credentials,
): NodeJS.ProcessEnv {
  const variables = (environment?.environmentVariables ?? []).map(({ name, value }) => [name, value]);
  const { PATH, HOME, LANG, NO_PROXY, no_proxy } = base;
  return {
    ...{ PATH, HOME, LANG, NO_PROXY, no_proxy },
    ...(Object.fromEntries(variables) as NodeJS.ProcessEnv),
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: target.region,
    AWS_DEFAULT_REGION: target.region,
    AWS_ACCESS_KEY_ID: session.AccessKeyId,
    AWS_SECRET_ACCESS_KEY: session.SecretAccessKey,
    AWS_SESSION_TOKEN: session.SessionToken,
    // The user's own profile stays out of it.
    AWS_CONFIG_FILE: join(tmpdir(), "no-aws-config"),
    AWS_SHARED_CREDENTIALS_FILE: join(tmpdir(), "no-aws-credentials"),
  };
}
