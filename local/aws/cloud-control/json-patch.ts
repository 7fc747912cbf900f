import { isDeepStrictEqual } from "node:util";

/** One operation of a patch, RFC 6902. */
export interface PatchOperation {
  op: string;
  path: string;
  value?: unknown;
  from?: string;
}

/** A patch that can't be applied; the message says which operation and why. */
export class PatchError extends Error {}

/** Reads a patch document. Throws PatchError where it is none. */
export function parsePatch(text: string): PatchOperation[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PatchError("The patch document is not valid JSON");
  }
  if (!Array.isArray(value)) throw new PatchError("The patch document must be a list of operations");
  for (const operation of value as Partial<PatchOperation>[]) {
    if (typeof operation?.op !== "string" || typeof operation.path !== "string") {
      throw new PatchError("Every operation of a patch document needs op and path");
    }
  }
  return value as PatchOperation[];
}

/** The document with all operations applied, in order; the given one stays as it is. Throws PatchError. */
export function applyPatch(document: unknown, operations: readonly PatchOperation[]): unknown {
  let result = structuredClone(document);
  for (const operation of operations) result = applyOne(result, operation);
  return result;
}

function applyOne(document: unknown, { op, path, value, from }: PatchOperation): unknown {
  switch (op) {
    case "add":
      return place(document, path, structuredClone(value), true);
    case "replace":
      find(document, path);
      return place(document, path, structuredClone(value), false);
    case "remove":
      return remove(document, path);
    case "copy":
      return place(document, path, structuredClone(find(document, from ?? "")), true);
    case "move": {
      const moved = find(document, from ?? "");
      return place(remove(document, from ?? ""), path, moved, true);
    }
    case "test":
      if (!isDeepStrictEqual(find(document, path), value)) throw new PatchError(`The test of ${path} failed`);
      return document;
    default:
      throw new PatchError(`${op} is not an operation of a patch document`);
  }
}

/** The parts of a JSON pointer. */
function pointer(path: string): string[] {
  if (path === "") return [];
  if (!path.startsWith("/")) throw new PatchError(`${path} is not a JSON pointer`);
  return path
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function step(container: unknown, part: string, path: string): unknown {
  if (Array.isArray(container)) return container[index(part, container.length - 1, path)] as unknown;
  if (isObject(container) && Object.hasOwn(container, part)) return container[part];
  throw new PatchError(`Nothing is at ${path}`);
}

function find(document: unknown, path: string): unknown {
  return pointer(path).reduce((value, part) => step(value, part, path), document);
}

function place(document: unknown, path: string, value: unknown, insert: boolean): unknown {
  const parts = pointer(path);
  const last = parts.pop();
  if (last === undefined) return value;
  const container = parts.reduce((current, part) => step(current, part, path), document);
  if (Array.isArray(container)) {
    const at =
      last === "-" ? container.length : index(last, insert ? container.length : container.length - 1, path);
    container.splice(at, insert ? 0 : 1, value);
  } else if (isObject(container)) {
    // Assignment would set the prototype where the member is called __proto__.
    Object.defineProperty(container, last, { value, enumerable: true, configurable: true, writable: true });
  } else {
    throw new PatchError(`Nothing is at ${path}`);
  }
  return document;
}

function remove(document: unknown, path: string): unknown {
  find(document, path);
  const parts = pointer(path);
  const last = parts.pop();
  if (last === undefined) return null;
  const container = parts.reduce((current, part) => step(current, part, path), document);
  if (Array.isArray(container)) container.splice(index(last, container.length - 1, path), 1);
  else delete (container as Record<string, unknown>)[last];
  return document;
}

function index(part: string, most: number, path: string): number {
  const value = Number(part);
  if (!/^(0|[1-9]\d*)$/.test(part) || value > most) throw new PatchError(`Nothing is at ${path}`);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
