import { join } from "node:path";
import { type EmbeddedAws, startEmbeddedAws } from "../aws/server";
import type { ServiceAddresses } from "../service-addresses";
import type { StackTarget } from "../stack-config";
import { type RunningProviders, startProviders } from "../start-providers";

/** The embedded AWS of a state folder, and the stand-in providers of each account and region that is asked for. */
export class LocalServices {
  private readonly providers = new Map<string, Promise<RunningProviders>>();

  private constructor(private readonly aws: EmbeddedAws) {}

  /** Starts the embedded AWS. Throws where its state is corrupt, or another server has it. */
  static async start(directory: string): Promise<LocalServices> {
    return new LocalServices(await startEmbeddedAws({ stateFile: join(directory, "aws.json") }));
  }

  get endpoint(): string {
    return this.aws.url;
  }

  /** Where the services of an account and region are; starts what isn't there yet. */
  async addresses(target: StackTarget): Promise<ServiceAddresses> {
    const key = `${target.accountId} ${target.region}`;
    let starting = this.providers.get(key);
    if (starting === undefined) {
      starting = startProviders(this.aws.url, target);
      this.providers.set(key, starting);
      starting.catch(() => this.providers.delete(key));
    }
    const { endpoint, debugProviders } = await starting;
    return { endpoint, debugProviders };
  }

  async close(): Promise<void> {
    for (const result of await Promise.allSettled(this.providers.values())) {
      if (result.status === "fulfilled") result.value.close();
    }
    await this.aws.close();
  }
}
