import { startEmbeddedAws } from "./aws/server";
import { awsProvider } from "./providers/aws/provider";
import { awsNativeProvider } from "./providers/aws-native/provider";
import type { ClientDefaults } from "./providers/aws-clients";
import { serveProvider } from "./providers/provider-server";
import { LOCAL_CREDENTIALS, type ServiceAddresses } from "./service-addresses";
import type { StackTarget } from "./stack-config";

/** An embedded AWS, or stand-in providers, that run in this process. */
export interface RunningServices extends ServiceAddresses {
  close(): Promise<void>;
}

/** Starts the stand-in providers for a region over an embedded AWS that runs already. */
export async function startProviders(endpoint: string, region: string): Promise<RunningServices> {
  const defaults: ClientDefaults = { endpoint, region, credentials: LOCAL_CREDENTIALS };
  const providers = [awsNativeProvider(defaults), awsProvider(defaults)];
  const served = await Promise.all(providers.map((provider) => serveProvider(provider)));
  return {
    endpoint,
    debugProviders: providers.map(({ name }, index) => `${name}:${served[index]!.port}`).join(","),
    close() {
      served.forEach((provider) => provider.close());
      return Promise.resolve();
    },
  };
}

/** Starts the embedded AWS of one account, with its state in the given file, and the stand-in providers over it. */
export async function startLocalServices(stateFile: string, target: StackTarget): Promise<RunningServices> {
  const aws = await startEmbeddedAws({ stateFile, accountId: target.accountId, region: target.region });
  const providers = await startProviders(aws.url, target.region);
  return {
    ...providers,
    async close() {
      await providers.close();
      await aws.close();
    },
  };
}
