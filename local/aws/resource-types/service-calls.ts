import { setTimeout as sleep } from "node:timers/promises";
import type { CallContext } from "../service";
import { isNotFound, isThrottling } from "./handler-error";

const MAX_ATTEMPTS = 6;
const FIRST_WAIT_MS = 20;

/** Calls a service as AWS's handlers do: again, later each time, where it is throttled. */
export async function callService<T>(
  context: CallContext,
  service: string,
  operation: string,
  input: Record<string, unknown>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await context.call(service, operation, input)) as T;
    } catch (error) {
      if (!isThrottling(error) || attempt === MAX_ATTEMPTS) throw error;
      await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1));
    }
  }
}

/** Undefined where the service says that it is not there. */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** All items of a listing, page by page. */
export async function allPages<T>(
  context: CallContext,
  request: { service: string; operation: string; input: Record<string, unknown>; items: string },
): Promise<T[]> {
  const items: T[] = [];
  let marker: unknown;
  do {
    const page = await callService<Record<string, unknown>>(context, request.service, request.operation, {
      ...request.input,
      ...(marker === undefined ? {} : { [tokenName(request.service)]: marker }),
    });
    items.push(...((page[request.items] as T[] | undefined) ?? []));
    marker = page.Marker ?? page.NextMarker ?? page.NextToken ?? page.nextToken;
  } while (marker !== undefined && marker !== null);
  return items;
}

function tokenName(service: string): string {
  if (service === "iam" || service === "kms") return "Marker";
  return ["codecommit", "codepipeline", "logs"].includes(service) ? "nextToken" : "NextToken";
}

/** Leaves out the members that are undefined. */
export function defined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
