import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type FileLock, tryLock } from "../file-lock";
import { type RunningServices, startLocalServices, startProviders } from "../local-services";
import type { StackTarget } from "../stack-config";
import { removeAddress, writeAddress } from "./address-file";
import { LeaseServer } from "./lease-server";

/** How long the daemon goes on after the last command, in milliseconds, unless it is told otherwise. */
const DEFAULT_IDLE_MS = 5_000;

function log(text: string): void {
  console.log(`${new Date().toISOString()} ${text}`);
}

/** The embedded AWS of each account, and the stand-in providers of each of its regions; started when first asked for. */
class ServicesByTarget {
  private readonly running = new Map<string, Promise<RunningServices>>();

  constructor(private readonly directory: string) {}

  get(target: StackTarget): Promise<RunningServices> {
    if (!/^\d{12}$/.test(target.accountId)) throw new Error("an account id has 12 digits");
    const account = this.once(target.accountId, () =>
      startLocalServices(join(this.directory, `aws-${target.accountId}.json`), target).then((services) => {
        log(`embedded AWS of account ${target.accountId} at ${services.endpoint}`);
        this.running.set(`${target.accountId} ${target.region}`, Promise.resolve(services));
        return services;
      }),
    );
    return account.then((services) =>
      this.once(`${target.accountId} ${target.region}`, () =>
        startProviders(services.endpoint, target.region),
      ),
    );
  }

  async close(): Promise<void> {
    const all = await Promise.allSettled(this.running.values());
    const services = new Set(all.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])));
    await Promise.allSettled([...services].map((service) => service.close()));
  }

  private once(key: string, start: () => Promise<RunningServices>): Promise<RunningServices> {
    const known = this.running.get(key);
    if (known !== undefined) return known;
    const starting = start();
    this.running.set(key, starting);
    starting.catch(() => this.running.delete(key));
    return starting;
  }
}

async function serve(directory: string, lock: FileLock): Promise<void> {
  const token = randomUUID();
  const services = new ServicesByTarget(directory);
  let stopping = false;
  const stop = async (reason: string) => {
    if (stopping) return;
    stopping = true;
    log(`ending: ${reason}`);
    removeAddress(directory);
    leases.close();
    await services.close();
    lock.release();
    log("ended");
  };
  const leases = new LeaseServer({
    token,
    idleAfter: Number(process.env["TIERGUARD_LOCAL_IDLE_MS"]) || DEFAULT_IDLE_MS,
    services: async (target) => {
      const { endpoint, debugProviders } = await services.get(target);
      return { endpoint, debugProviders };
    },
    onIdle: () => void stop("no command needs it any more"),
  });
  process.on("SIGTERM", () => void stop("told to"));
  process.on("SIGINT", () => void stop("told to"));
  writeAddress(directory, { pid: process.pid, port: await leases.listen(), token });
  log(`daemon ${process.pid} serves ${directory}`);
}

async function main(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const lock = tryLock(join(directory, "daemon.lock"));
  if (lock === undefined) {
    log("another daemon serves this folder already");
    return;
  }
  try {
    await serve(directory, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

main(process.argv[2] ?? "").catch((error: unknown) => {
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
