import { setTimeout } from "node:timers/promises";
import { runtime } from "@pulumi/pulumi";

/** Milliseconds in which the request is on its way; what the program loads after that blocks it. */
const REQUEST_SENT = 5;

/**
 * Runs the program while the engine starts the `tierguard` provider, which otherwise waits for the first resource: so
 * that the provider and the rest of the program load side by side.
 */
export async function besideProvider<T>(program: () => T): Promise<T> {
  // A provider that can't be started says so at the first resource, with a better place for the error than here.
  runtime.invoke("tierguard:index:start", {}).catch(() => undefined);
  await setTimeout(REQUEST_SENT);
  try {
    return program();
  } catch (error) {
    throw showable(error);
  }
}

const SDK_FRAME = /^\s+at .*[\\/]node_modules[\\/]@pulumi[\\/]/;

/**
 * Takes the SDK's own frames off the stack of an error. Its source maps name files such as
 * `node_modules/@pulumi/resource.ts`, on which Node 20's `util.inspect`, with which the SDK prints errors, does not end
 * before its text has grown beyond what a string can hold.
 */
function showable(error: unknown): unknown {
  if (error instanceof Error && error.stack !== undefined) {
    error.stack = error.stack
      .split("\n")
      .filter((line) => !SDK_FRAME.test(line))
      .join("\n");
  }
  return error;
}
