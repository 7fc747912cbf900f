import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { ExitCode, TierguardError } from "../../core/errors";
import type { ServiceAddresses } from "../service-addresses";
import type { StackTarget } from "../stack-config";
import { type DaemonAddress, readAddress } from "./address-file";
import { firstMessage, type LeaseAnswer, sendMessage } from "./lease-protocol";

const RETRY_MS = 50;
const START_WITHIN_MS = 60_000;
const ANSWER_WITHIN_MS = 60_000;

/** The local services, for as long as a command needs them. */
export interface Lease {
  services: ServiceAddresses;
  release(): void;
}

/** The daemon could not be started, or does not answer. */
export class DaemonError extends TierguardError {
  constructor(message: string, directory: string) {
    super(`${message} Its log: ${logFile(directory)}`, { code: "local-daemon", exitCode: ExitCode.Failed });
    this.name = "DaemonError";
  }
}

function logFile(directory: string): string {
  return join(directory, "daemon.log");
}

function connectTo(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket));
    socket.once("error", reject);
  });
}

/** Undefined where nobody listens there any more, or somebody else. */
async function leaseFrom(
  address: DaemonAddress,
  target: StackTarget,
  directory: string,
): Promise<Lease | undefined> {
  let socket: Socket;
  try {
    socket = await connectTo(address.port);
  } catch {
    return undefined;
  }
  socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy());
  sendMessage(socket, { ...target, token: address.token });
  let answer: LeaseAnswer;
  try {
    answer = (await firstMessage(socket)) as LeaseAnswer;
  } catch {
    socket.destroy();
    return undefined;
  }
  socket.setTimeout(0);
  if ("error" in answer) {
    socket.destroy();
    throw new DaemonError(`The embedded AWS could not be started: ${answer.error}.`, directory);
  }
  return { services: answer.services, release: () => socket.destroy() };
}

/** Starts a daemon that outlives this process. Of several that are started at once, one stays. */
function startDaemon(directory: string, env: NodeJS.ProcessEnv): { failed(): boolean } {
  mkdirSync(directory, { recursive: true });
  const log = openSync(logFile(directory), "a");
  const environment = Object.entries(env).filter(([name]) => !/^(AWS_|PULUMI_)/.test(name));
  const child = spawn(
    process.execPath,
    ["-r", join(__dirname, "..", "..", "register-tsx.cjs"), join(__dirname, "main.ts"), directory],
    {
      cwd: join(__dirname, "..", ".."),
      detached: true,
      stdio: ["ignore", log, log],
      env: {
        ...Object.fromEntries(environment),
        AWS_EC2_METADATA_DISABLED: "true",
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
      },
      windowsHide: true,
    },
  );
  closeSync(log);
  let failed = false;
  child.once("error", () => (failed = true));
  child.once("exit", (code) => (failed = code !== 0));
  child.unref();
  return { failed: () => failed };
}

/** The last error in the log; what Node prints after it says nothing. */
function lastError(directory: string): string {
  try {
    const lines = readFileSync(logFile(directory), "utf8").trim().split("\n");
    return lines.findLast((line) => /Error/.test(line) && line.length < 500) ?? lines.at(-1) ?? "";
  } catch {
    return "";
  }
}

/**
 * Gets the services of the state folder: from the daemon that serves it, or from a new one where there is none or it
 * crashed. Throws a DaemonError where it doesn't start or answer.
 */
export async function acquireLease(
  directory: string,
  target: StackTarget,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Lease> {
  const deadline = Date.now() + START_WITHIN_MS;
  let started: { failed(): boolean; at: number } | undefined;
  for (;;) {
    const address = readAddress(directory);
    const lease = address === undefined ? undefined : await leaseFrom(address, target, directory);
    if (lease !== undefined) return lease;
    if (started?.failed() === true) {
      throw new DaemonError(
        `The daemon of the embedded AWS ended at once: ${lastError(directory)}.`,
        directory,
      );
    }
    if (Date.now() > deadline)
      throw new DaemonError("The daemon of the embedded AWS does not answer.", directory);
    // Again from time to time: the one that won the race may have been about to end.
    if (started === undefined || Date.now() - started.at > 5_000) {
      started = { ...startDaemon(directory, env), at: Date.now() };
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}
