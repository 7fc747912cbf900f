import { version } from "../package.json";
import { engineReporter } from "./engine-reporter";
import { createProvider } from "./provider";
import { serveProvider } from "./serve";

/** Serves the provider to the engine whose address is the last argument, until the engine ends this process. */
export function serve(args: readonly string[]): Promise<void> {
  const engineAddress = args.filter((arg) => !arg.startsWith("-")).at(-1) ?? "";
  return serveProvider(createProvider(version, engineReporter(engineAddress)));
}
