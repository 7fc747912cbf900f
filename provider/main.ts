import { main } from "@pulumi/pulumi/provider";
import { version } from "../package.json";
import { engineReporter } from "./engine-reporter";
import { createProvider } from "./provider";

/** Serves the provider to the engine whose address is the last argument; resolves when the engine ends it. */
export function serve(args: readonly string[]): Promise<void> {
  const engineAddress = args.filter((arg) => !arg.startsWith("-")).at(-1) ?? "";
  return main(createProvider(version, engineReporter(engineAddress)), [...args]);
}
