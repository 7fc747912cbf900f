import { createServer, type Server, type Socket } from "node:net";
import type { ServiceAddresses } from "../service-addresses";
import type { StackTarget } from "../stack-config";
import { firstMessage, type LeaseRequest, sendMessage } from "./lease-protocol";

/** What a lease server needs of the daemon that it belongs to. */
export interface LeaseServerOptions {
  token: string;
  /** How long it goes on without a lease, in milliseconds. */
  idleAfter: number;
  /** Gives the services of an account, starting them where needed. */
  services(target: StackTarget): Promise<ServiceAddresses>;
  /** Called once, when there has been no lease for that long; no new lease is given from then on. */
  onIdle(): void;
}

/** A lease is a connection that a command keeps open for as long as it runs; the daemon ends some time after the last. */
export class LeaseServer {
  private readonly server: Server;
  private readonly leases = new Set<Socket>();
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly options: LeaseServerOptions) {
    this.server = createServer((socket) => this.accept(socket));
  }

  /** Listens on a free port of 127.0.0.1 and resolves with it. */
  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once("error", reject);
      this.server.listen(0, "127.0.0.1", () => {
        this.waitForIdle();
        const address = this.server.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
  }

  close(): void {
    clearTimeout(this.idle);
    this.server.close();
    for (const socket of this.leases) socket.destroy();
  }

  private accept(socket: Socket): void {
    clearTimeout(this.idle);
    this.leases.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => {
      this.leases.delete(socket);
      if (this.leases.size === 0) this.waitForIdle();
    });
    this.answer(socket).catch(() => socket.destroy());
  }

  private async answer(socket: Socket): Promise<void> {
    const request = (await firstMessage(socket)) as LeaseRequest;
    if (request.token !== this.options.token) {
      socket.destroy();
      return;
    }
    try {
      sendMessage(socket, { services: await this.options.services(request) });
    } catch (error) {
      sendMessage(socket, { error: error instanceof Error ? error.message : String(error) });
    }
  }

  private waitForIdle(): void {
    if (!this.server.listening) return;
    clearTimeout(this.idle);
    this.idle = setTimeout(() => {
      this.server.close();
      this.options.onIdle();
    }, this.options.idleAfter);
  }
}
