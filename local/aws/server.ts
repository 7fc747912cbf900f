import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { resumeOperations } from "./cloud-control/resume";
import { control, CONTROL_PATH, type ControlState } from "./protocol/control";
import { dispatch, type DispatchState } from "./protocol/dispatch";
import { Faults } from "./protocol/faults";
import type { HttpRequest, HttpResponse } from "./protocol/http-message";
import { Invoker } from "./protocol/invoker";
import { services } from "./services";
import { FileStore } from "./store-file";
import { lockState } from "./store-lock";

/** Loopback alone: whoever reaches the server is the account's administrator. */
const HOST = "127.0.0.1";

/** More than any request that the project sends; S3 objects included. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** How the embedded AWS is started. */
export interface EmbeddedAwsOptions {
  /** Where the state is kept between runs. */
  stateFile: string;
  /** A free one where it is left out. */
  port?: number;
  /** Account of callers whose access key names none; default `123456789012`. */
  accountId?: string;
  /** Region of requests whose signature names none; default `us-east-1`. */
  region?: string;
}

/** A server that runs. */
export interface EmbeddedAws {
  /** Endpoint for SDK clients, such as `http://127.0.0.1:4566`. */
  url: string;
  port: number;
  /** Ends open connections, writes what is left of the state, and lets others use the file. */
  close(): Promise<void>;
}

/**
 * Starts the embedded AWS. Throws a TierguardError where the state file is corrupt or served by another server, and
 * Node's own error where the port is taken.
 */
export async function startEmbeddedAws(options: EmbeddedAwsOptions): Promise<EmbeddedAws> {
  const id = randomUUID();
  const health = { status: "ok", id, pid: process.pid, stateFile: options.stateFile } as const;
  let handler = starting(health);
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing, handler).catch((error: unknown) => {
      report(error);
      outgoing.destroy();
    });
  });
  const port = await listen(server, options.port ?? 0);
  const url = `http://${HOST}:${port}`;
  let unlock: (() => Promise<void>) | undefined;
  try {
    unlock = await lockState(options.stateFile, { url, id });
    const store = new FileStore(options.stateFile);
    handler = handlerOf(store, options, health);
    return { url, port, close: () => close(server, store, unlock!) };
  } catch (error) {
    await unlock?.();
    await closeServer(server);
    throw error;
  }
}

type Handler = (request: HttpRequest, requestId: string) => Promise<HttpResponse>;

/** Until the state is read, only another server that asks whether this one lives gets its answer. */
function starting(health: ControlState["health"]): Handler {
  return ({ path }) =>
    Promise.resolve(
      path === `${CONTROL_PATH}health`
        ? { status: 200, headers: {}, body: JSON.stringify(health) }
        : { status: 503, headers: {}, body: "" },
    );
}

function handlerOf(store: FileStore, options: EmbeddedAwsOptions, health: ControlState["health"]): Handler {
  const faults = new Faults();
  const calls: string[] = [];
  const askedRights = new Set<string>();
  const accountId = options.accountId ?? "123456789012";
  const invoker = new Invoker(services, store, faults, ({ action, resource }) =>
    askedRights.add(`${action} ${resource}`),
  );
  resumeOperations(store, (caller, region) => invoker.context(caller, region, randomUUID()));
  const region = options.region ?? "us-east-1";
  const aws: DispatchState = { invoker, store, accountId, region, calls, report };
  const own: ControlState = { health, accountId, store, faults, calls, askedRights };
  return async (request, requestId) => {
    if (!request.path.startsWith(CONTROL_PATH)) return dispatch(request, requestId, aws);
    const response = control(request, own);
    await store.flush();
    return response;
  };
}

function report(error: unknown): void {
  process.stderr.write(`embedded AWS: ${error instanceof Error ? error.stack : String(error)}\n`);
}

/**
 * Whether a request names a host that leads here by right. Another name may be a web page's, whose address was made to
 * point at the loopback.
 */
function isOwnHost(host: string | undefined): boolean {
  return /^(?:127\.0\.0\.1|(?:.+\.)?localhost|.+\.amazonaws\.com(?:\.cn)?)(?::\d+)?$/.test(
    host ?? "127.0.0.1",
  );
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse, handler: Handler): Promise<void> {
  const requestId = randomUUID();
  if (!isOwnHost(incoming.headers.host)) {
    outgoing.writeHead(421, { connection: "close" }).end("The embedded AWS is at 127.0.0.1 and localhost.\n");
    return;
  }
  const body = await readBody(incoming);
  if (body === undefined) {
    outgoing.writeHead(413, { connection: "close" }).end();
    return;
  }
  const [path = "/", query = ""] = split(incoming.url ?? "/");
  const { method = "GET", headers } = incoming;
  const request: HttpRequest = { method, path, query: new URLSearchParams(query), headers, body };
  const response = await handler(request, requestId);
  const content = Buffer.from(response.body);
  outgoing.writeHead(response.status, {
    "content-length": content.length,
    ...response.headers,
    "x-amzn-requestid": requestId,
    "x-amz-request-id": requestId,
  });
  outgoing.end(request.method === "HEAD" ? undefined : content);
}

function split(url: string): [string, string] {
  const mark = url.indexOf("?");
  return mark < 0 ? [url, ""] : [url.slice(0, mark), url.slice(mark + 1)];
}

/** Undefined where there is more than the server takes. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function close(server: Server, store: FileStore, unlock: () => Promise<void>): Promise<void> {
  await closeServer(server);
  await store.close();
  await unlock();
}
