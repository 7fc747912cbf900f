import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { getEngine, resetOptions } from "@pulumi/pulumi/runtime/settings";
import type { Reporter } from "./resource-behaviour";

/** Says things through the engine that started the provider, so that they stand beside the resource they are about. */
export function engineReporter(engineAddress: string): Reporter {
  resetOptions("", "", -1, engineAddress, "", false, "");
  const say = (severity: LogSeverity, urn: string, message: string) =>
    new Promise<void>((resolve) => {
      const engine = getEngine();
      if (engine === undefined) {
        resolve();
        return;
      }
      const request = new LogRequest();
      request.setSeverity(severity);
      request.setUrn(urn);
      request.setMessage(message);
      engine.log(request, () => resolve());
    });
  return {
    debug: (message) => say(LogSeverity.DEBUG, "", message),
    info: (urn, message) => say(LogSeverity.INFO, urn, message),
    warn: (urn, message) => say(LogSeverity.WARNING, urn, message),
  };
}
