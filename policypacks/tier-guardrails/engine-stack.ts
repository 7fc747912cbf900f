import { Server, type ServiceDefinition, type UntypedServiceImplementation } from "@grpc/grpc-js";
import type { AnalyzerStackConfigureRequest } from "@pulumi/pulumi/proto/analyzer_pb";

/** The stack whose program is judged, as the engine knows it: the program has no say in it. */
export interface EngineStack {
  project: string;
  stack: string;
  /** Values of the stack's config by their keys with namespace; objects are JSON texts. */
  config: Readonly<Record<string, string>>;
}

type ConfigureStack = (call: { request: AnalyzerStackConfigureRequest }, callback: unknown) => void;

/**
 * Hears what the engine tells the pack of the stack before it shows any resource. The SDK serves that call and keeps the
 * stack's tags alone; so the call is listened to where the SDK registers its service. To be called before the pack is
 * made.
 * @param env variables of the process: older engines put the same into them instead.
 */
export function listenToEngine(env: NodeJS.ProcessEnv): () => EngineStack {
  let heard: EngineStack = {
    project: env["PULUMI_PROJECT"] ?? env["PULUMI_NODEJS_PROJECT"] ?? "",
    stack: env["PULUMI_STACK"] ?? env["PULUMI_NODEJS_STACK"] ?? "",
    config: JSON.parse(env["PULUMI_CONFIG"] ?? "{}") as Record<string, string>,
  };
  // The SDK makes its server anew for each pack, and this process serves one.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { addService } = Server.prototype;
  Server.prototype.addService = function (
    this: Server,
    service: ServiceDefinition,
    implementation: UntypedServiceImplementation,
  ): void {
    const configureStack = implementation.configureStack as unknown as ConfigureStack | undefined;
    const listening: ConfigureStack = (call, callback) => {
      heard = stackOf(call.request);
      configureStack?.(call, callback);
    };
    addService.call(
      this,
      service,
      configureStack === undefined
        ? implementation
        : { ...implementation, configureStack: listening as never },
    );
  };
  return () => heard;
}

function stackOf(request: AnalyzerStackConfigureRequest): EngineStack {
  const config: Record<string, string> = {};
  request.getConfigMap().forEach((value: string, key: string) => {
    config[key] = value;
  });
  return { project: request.getProject(), stack: request.getStack(), config };
}
