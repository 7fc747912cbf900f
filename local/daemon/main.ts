import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type FileLock, tryLock } from "../file-lock";
import { LocalServices } from "./services";
import { removeAddress, writeAddress } from "./address-file";
import { LeaseServer } from "./lease-server";

/** How long the daemon goes on after the last command, in milliseconds, unless it is told otherwise. */
const DEFAULT_IDLE_MS = 5_000;

function log(text: string): void {
  console.log(`${new Date().toISOString()} ${text}`);
}

async function serve(directory: string, lock: FileLock): Promise<void> {
  const token = randomUUID();
  const services = await LocalServices.start(directory);
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
    services: (target) => services.addresses(target),
    onIdle: () => void stop("no command needs it any more"),
  });
  process.on("SIGTERM", () => void stop("told to"));
  process.on("SIGINT", () => void stop("told to"));
  writeAddress(directory, { pid: process.pid, port: await leases.listen(), token });
  log(`daemon ${process.pid} serves ${directory}, its embedded AWS is at ${services.endpoint}`);
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
