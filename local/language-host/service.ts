import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  type ServerWritableStream,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import * as language from "@pulumi/pulumi/proto/language_pb";
import { PluginDependency, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { version } from "@pulumi/pulumi/version";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { ChildProcesses } from "./child-processes";
import { installDependencies } from "./install-dependencies";
import { programDependencies } from "./program-dependencies";
import { requiredPackages } from "./required-packages";
import { runPlugin } from "./run-plugin";
import { runProgram } from "./run-program";

function failure(error: unknown) {
  return { code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) };
}

/** Answers a call with what the function gives; what it throws becomes the call's error. */
function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve()
      .then(() => answer(call.request))
      .then(
        (response) => callback(null, response),
        (error: unknown) => callback(failure(error)),
      );
  };
}

function streaming<Request, Response>(
  answer: (call: ServerWritableStream<Request, Response>) => Promise<void>,
): handleServerStreamingCall<Request, Response> {
  return (call) => {
    answer(call).catch((error: unknown) => call.emit("error", failure(error)));
  };
}

function requiredPlugins(request: language.GetRequiredPluginsRequest): language.GetRequiredPluginsResponse {
  const directory = request.getInfo()?.getProgramDirectory() || request.getPwd();
  const plugins = requiredPackages(directory, process.env["PULUMI_DEBUG_PROVIDERS"]).map((required) => {
    const plugin = new PluginDependency();
    plugin.setName(required.getName());
    plugin.setKind(required.getKind());
    plugin.setVersion(required.getVersion());
    plugin.setServer(required.getServer());
    return plugin;
  });
  return new language.GetRequiredPluginsResponse().setPluginsList(plugins);
}

/**
 * The language runtime service for Node, over the SDK's own entry points. Code generation (`pulumi convert`,
 * `package gen-sdk`) is not served: the engine is told so.
 */
export function languageService(
  engineAddress: string,
  children: ChildProcesses,
): UntypedServiceImplementation {
  const directoryOf = (info: language.ProgramInfo | undefined) =>
    info?.getProgramDirectory() ?? process.cwd();
  return {
    handshake: unary(() => new language.LanguageHandshakeResponse()),
    getPluginInfo: unary(() => new PluginInfo().setVersion(version)),
    getRequiredPlugins: unary(requiredPlugins),
    getRequiredPackages: unary((request: language.GetRequiredPackagesRequest) =>
      new language.GetRequiredPackagesResponse().setPackagesList(
        requiredPackages(directoryOf(request.getInfo()), process.env["PULUMI_DEBUG_PROVIDERS"]),
      ),
    ),
    run: unary((request: language.RunRequest) => runProgram(request, engineAddress, children)),
    runPlugin: streaming(
      (call: ServerWritableStream<language.RunPluginRequest, language.RunPluginResponse>) =>
        runPlugin(call, children),
    ),
    installDependencies: streaming(
      (
        call: ServerWritableStream<language.InstallDependenciesRequest, language.InstallDependenciesResponse>,
      ) => installDependencies(call, children),
    ),
    about: unary(() =>
      new language.AboutResponse().setExecutable(process.execPath).setVersion(process.version),
    ),
    getProgramDependencies: unary((request: language.GetProgramDependenciesRequest) =>
      new language.GetProgramDependenciesResponse().setDependenciesList(
        programDependencies(
          request.getInfo()?.getProgramDirectory() || request.getPwd(),
          request.getTransitivedependencies(),
        ),
      ),
    ),
    runtimeOptionsPrompts: unary(() => new language.RuntimeOptionsResponse()),
    template: unary(() => new language.TemplateResponse()),
    link: unary(() => new language.LinkResponse()),
    cancel: unary(() => {
      children.terminate();
      return new Empty();
    }),
  };
}
