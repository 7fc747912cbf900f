import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How to reach the daemon of a state folder. */
export interface DaemonAddress {
  pid: number;
  /** Of the lease server, on 127.0.0.1. */
  port: number;
  /** Proves that whoever listens on the port is that daemon, and that a client may read the folder. */
  token: string;
}

function addressFile(directory: string): string {
  return join(directory, "daemon.json");
}

/** Undefined where no daemon has left its address. */
export function readAddress(directory: string): DaemonAddress | undefined {
  try {
    return JSON.parse(readFileSync(addressFile(directory), "utf8")) as DaemonAddress;
  } catch {
    return undefined;
  }
}

/** Readable by the user alone. */
export function writeAddress(directory: string, address: DaemonAddress): void {
  const draft = `${addressFile(directory)}.${address.pid}`;
  writeFileSync(draft, JSON.stringify(address), { mode: 0o600 });
  renameSync(draft, addressFile(directory));
}

/** Takes the daemon's address away, so that nobody tries to reach it any more. */
export function removeAddress(directory: string): void {
  rmSync(addressFile(directory), { force: true });
}
