import type { ServerWritableStream } from "@grpc/grpc-js";
import { type RunPluginRequest, RunPluginResponse } from "@pulumi/pulumi/proto/language_pb";
import { type ChildProcesses, ended } from "./child-processes";
import { runtimeEnvironment, runtimeOptions } from "./runtime-options";
import { sdkEntryPoint } from "./sdk-entry-point";

type PluginCall = ServerWritableStream<RunPluginRequest, RunPluginResponse>;

function pluginEnvironment(request: RunPluginRequest): NodeJS.ProcessEnv {
  const entries = request.getEnvList().map((entry) => {
    const equals = entry.indexOf("=");
    return [entry.slice(0, equals), entry.slice(equals + 1)] as const;
  });
  return {
    ...process.env,
    ...runtimeEnvironment(runtimeOptions(request.getInfo())),
    ...Object.fromEntries(entries),
  };
}

/** Runs a provider or a policy pack that is written for Node, passing its output on; ends the call with its exit code. */
export async function runPlugin(call: PluginCall, children: ChildProcesses): Promise<void> {
  const request = call.request;
  const directory = request.getInfo()?.getProgramDirectory() || request.getProgram();
  const isPolicyPack = request.getKind() === "analyzer";
  const entryPoint = sdkEntryPoint(
    directory,
    isPolicyPack ? "@pulumi/pulumi/cmd/run-policy-pack" : "@pulumi/pulumi/cmd/run-plugin",
  );
  const positional = isPolicyPack
    ? [...request.getArgsList(), directory]
    : [directory, ...request.getArgsList()];
  const child = children.spawn(
    process.execPath,
    [...runtimeOptions(request.getInfo()).nodeArguments, entryPoint, ...positional],
    // A policy pack's own package.json and tsconfig.json are looked for in the working directory.
    {
      cwd: isPolicyPack ? directory : request.getPwd() || directory,
      env: pluginEnvironment(request),
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  call.on("cancelled", () => child.kill("SIGTERM"));
  child.stdout?.on("data", (chunk: Buffer) => call.write(new RunPluginResponse().setStdout(chunk)));
  child.stderr?.on("data", (chunk: Buffer) => call.write(new RunPluginResponse().setStderr(chunk)));
  const { code } = await ended(child);
  call.write(new RunPluginResponse().setExitcode(code ?? 1));
  call.end();
}
