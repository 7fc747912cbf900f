import { RunResponse, type RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { type ChildProcesses, type Ending, ended } from "./child-processes";
import { runtimeEnvironment, runtimeOptions } from "./runtime-options";
import { sdkEntryPoint } from "./sdk-entry-point";

/** The SDK's exit code for "failed, and the user has been told why". */
const ALREADY_REPORTED = 32;

function programArguments(request: RunRequest, engineAddress: string, directory: string): string[] {
  return [
    ...["--organization", request.getOrganization()],
    ...["--project", request.getProject()],
    ...["--root-directory", request.getInfo()?.getRootDirectory() ?? request.getPwd()],
    ...["--stack", request.getStack()],
    ...["--pwd", directory],
    ...(request.getDryrun() ? ["--dry-run"] : []),
    ...["--parallel", String(request.getParallel())],
    ...["--monitor", request.getMonitorAddress()],
    ...["--engine", engineAddress],
    request.getInfo()?.getEntryPoint() || request.getProgram() || ".",
    ...request.getArgsList(),
  ];
}

function configOf(request: RunRequest): Record<string, string> {
  const config: Record<string, string> = {};
  request.getConfigMap().forEach((value, key) => {
    config[key] = value;
  });
  return config;
}

/** The engine's view of how the program ended. */
export function runResult({ code, signal }: Ending): RunResponse {
  const response = new RunResponse();
  if (code === ALREADY_REPORTED) response.setBail(true);
  else if (signal !== null) response.setError(`Program was ended by signal ${signal}`);
  else if (code !== 0) response.setError(`Program exited with non-zero exit code: ${code}`);
  return response;
}

/** Runs a Pulumi program with the SDK's own entry point. Its output is this process's, which the engine shows. */
export async function runProgram(
  request: RunRequest,
  engineAddress: string,
  children: ChildProcesses,
): Promise<RunResponse> {
  const directory = request.getInfo()?.getProgramDirectory() || request.getPwd();
  const options = runtimeOptions(request.getInfo());
  const entryPoint = sdkEntryPoint(
    directory,
    process.env["PULUMI_LANGUAGE_NODEJS_RUN_PATH"] || "@pulumi/pulumi/cmd/run",
  );
  const child = children.spawn(
    process.execPath,
    [...options.nodeArguments, entryPoint, ...programArguments(request, engineAddress, directory)],
    {
      cwd: directory,
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        ...runtimeEnvironment(options),
        PULUMI_CONFIG: JSON.stringify(configOf(request)),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
      },
    },
  );
  return runResult(await ended(child));
}
