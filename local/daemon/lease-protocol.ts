import type { Socket } from "node:net";
import { createInterface } from "node:readline";
import type { ServiceAddresses } from "../service-addresses";
import type { StackTarget } from "../stack-config";

/** What a command says first: the daemon's token, as its address file has it, and which account it works on. */
export interface LeaseRequest extends StackTarget {
  token: string;
}

/** What the daemon answers: where the services are, or why there are none. */
export type LeaseAnswer = { services: ServiceAddresses } | { error: string };

/** Messages are JSON, one a line. */
export function sendMessage(socket: Socket, message: LeaseRequest | LeaseAnswer): void {
  socket.write(`${JSON.stringify(message)}\n`);
}

/** The first message of the other side; rejects where the connection ends before it. */
export function firstMessage(socket: Socket): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: socket });
    lines.once("line", (line) => {
      try {
        resolve(JSON.parse(line));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    lines.once("close", () => reject(new Error("the connection ended")));
    socket.once("error", reject);
  });
}
