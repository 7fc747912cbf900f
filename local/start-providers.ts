import { awsNativeProvider } from "./providers/aws-native/provider";
import { awsProvider } from "./providers/aws/provider";
import type { ClientDefaults } from "./providers/aws-clients";
import { serveProvider } from "./providers/provider-server";
import { localCredentials, type ServiceAddresses } from "./service-addresses";
import type { StackTarget } from "./stack-config";

/** Stand-in providers that run in this process. */
export interface RunningProviders extends ServiceAddresses {
  close(): void;
}

/** Starts the stand-in providers for an account and region, over an embedded AWS that runs already. */
export async function startProviders(endpoint: string, target: StackTarget): Promise<RunningProviders> {
  const credentials = localCredentials(target.accountId);
  const defaults: ClientDefaults = { endpoint, region: target.region, credentials };
  const providers = [awsNativeProvider(defaults), awsProvider(defaults)];
  const served = await Promise.all(providers.map((provider) => serveProvider(provider)));
  return {
    endpoint,
    debugProviders: providers.map(({ name }, index) => `${name}:${served[index]!.port}`).join(","),
    close: () => served.forEach((provider) => provider.close()),
  };
}
