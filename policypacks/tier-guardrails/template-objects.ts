import { isObject, type JsonObject } from "../../core/config/source";
import { parseTemplate } from "../../core/template/validation/parse-template";

/** A template's text or object as data; undefined where it is no template. */
export function templateOf(body: unknown): JsonObject | undefined {
  const value = typeof body === "string" ? parsed(body) : body;
  return isObject(value) && isObject(value.Resources) ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not JSON: YAML, which takes longer.
  }
  try {
    return parseTemplate("template", text).value;
  } catch {
    return undefined;
  }
}

/** Hosts of S3, with the bucket before them or not; CloudFormation reads templates from no other. */
const S3_HOST = /^(?:(.+)\.)?s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/;

/** Whether a URL that CloudFormation reads a template from is that of an object in S3, in its newest version. */
export function isUrlOf(url: string, { bucket, key }: { bucket: string; key: string }): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname, search } = new URL(url);
  const host = S3_HOST.exec(hostname);
  if (protocol !== "https:" || search !== "" || host === null) return false;
  const path = pathname.slice(1).split("/").map(decodeURIComponent).join("/");
  return host[1] === undefined ? path === `${bucket}/${key}` : host[1] === bucket && path === key;
}
