import { runtime } from "@pulumi/pulumi";
import { setTimeout } from "node:timers/promises";

/** Milliseconds in which the request is on its way; what loads after that blocks the program. */
const REQUEST_SENT = 5;

/**
 * Has the engine start the `tierguard` provider, which otherwise waits for the first resource: so the provider and the
 * rest of the program load side by side. Resolves when the request is sent, not when the provider is ready.
 */
export async function startProvider(): Promise<void> {
  // A provider that can't be started says so at the first resource, with a better place for the error than here.
  runtime.invoke("tierguard:index:start", {}).catch(() => undefined);
  await setTimeout(REQUEST_SENT);
}
