import { isDeepStrictEqual } from "node:util";

/** A policy document for IAM's API: templates may give it as an object or as text. */
export function documentText(document: unknown): string {
  return typeof document === "string" ? document : JSON.stringify(document);
}

/** A policy document as IAM's API returns it (percent-encoded), as the object that the resource type shows. */
export function documentObject(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  const plain = text.startsWith("%7B") || text.includes("%22") ? decodeURIComponent(text) : text;
  return JSON.parse(plain);
}

/** Whether two documents, objects or text, say the same. */
export function sameDocument(a: unknown, b: unknown): boolean {
  try {
    return isDeepStrictEqual(parsed(a), parsed(b));
  } catch {
    return a === b;
  }
}

function parsed(document: unknown): unknown {
  return typeof document === "string" ? JSON.parse(document) : document;
}
