import { AwsError } from "../service";
import { header, type HttpRequest } from "./http-message";
import type { Labels } from "./rest-xml";
import { type OperationModel, requiredMembers, type ServiceModel } from "./schema-model";

/** Hosts under which a bucket's name may stand first: `bucket.localhost`, `bucket.s3.eu-west-1.amazonaws.com`. */
const VIRTUAL_HOST =
  /^(?<bucket>.+?)\.(?:localhost|s3(?:[.-][a-z0-9-]+)*\.(?:localhost|amazonaws\.com(?:\.cn)?))$/;

/** An operation found by method, path and query, with the values of its labels. */
export interface Route {
  operation: OperationModel;
  labels: Labels;
}

/**
 * Finds the operation of an S3 request, whose bucket stands first in the path or in the host's name. Where several
 * fit, the one that asks for more of what the request has, then one of `implemented`.
 */
export function routeS3(
  service: ServiceModel,
  request: HttpRequest,
  implemented: ReadonlySet<string>,
): Route | undefined {
  const labels = bucketAndKey(request);
  let best: { operation: OperationModel; score: number } | undefined;
  for (const operation of service.operations.values()) {
    const score = fit(operation, request, labels);
    if (score === undefined) continue;
    const total = score * 2 + (implemented.has(operation.name) ? 1 : 0);
    if (best === undefined || total > best.score) best = { operation, score: total };
  }
  return best === undefined ? undefined : { operation: best.operation, labels };
}

function bucketAndKey(request: HttpRequest): Labels {
  const host = (header(request, "host") ?? "").replace(/:\d+$/, "");
  const virtual = VIRTUAL_HOST.exec(host)?.groups?.bucket;
  const path = request.path.replace(/^\//, "");
  const slash = path.indexOf("/");
  const [first, rest] = slash < 0 ? [path, ""] : [path.slice(0, slash), path.slice(slash + 1)];
  const [bucket, key] = virtual === undefined ? [first, rest] : [virtual, path];
  const labels: Labels = {};
  if (bucket !== "") labels.Bucket = decodePath(bucket);
  if (key !== "") labels.Key = decodePath(key);
  return labels;
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AwsError("InvalidURI", "Couldn't parse the specified URI.", 400);
  }
}

/** How much of the request the operation asks for, undefined where they don't fit. */
function fit(operation: OperationModel, request: HttpRequest, labels: Labels): number | undefined {
  if (operation.http === undefined || operation.http[0] !== request.method) return undefined;
  const [path, query = ""] = operation.http[1].split("?");
  const names = new Set([...operation.input.structIterator()].map(([name]) => name));
  if ((path === "/{Key+}") !== (labels.Key !== undefined)) return undefined;
  if (path !== "/{Key+}" && path !== "/") return undefined;
  if (names.has("Bucket") !== (labels.Bucket !== undefined)) return undefined;
  const literals = [...new URLSearchParams(query)].filter(([name]) => name !== "x-id");
  if (
    !literals.every(
      ([name, value]) => request.query.has(name) && [value, ""].includes(value && request.query.get(name)!),
    )
  ) {
    return undefined;
  }
  let score = literals.length * 2;
  for (const name of requiredMembers(operation.input)) {
    const { httpHeader, httpQuery } = operation.input.getMemberSchema(name).getMergedTraits();
    if (httpHeader === undefined && httpQuery === undefined) continue;
    const given =
      httpHeader === undefined ? request.query.has(httpQuery!) : request.headers[httpHeader.toLowerCase()];
    if (!given) return undefined;
    score++;
  }
  return score;
}
