import { isDeepStrictEqual } from "node:util";
import { HandlerError, toHandlerError } from "../resource-types/handler-error";
import { schemaViolations } from "../resource-types/property-schema";
import type { ResourceType } from "../resource-types/resource-type";
import type { CallContext } from "../service";
import { resourceNotFound, toServiceError, validationException } from "./errors";
import { applyPatch, parsePatch, PatchError, type PatchOperation } from "./json-patch";
import { runRequest } from "./run-request";
import { servedType } from "./types";

type Properties = Record<string, unknown>;

const PAGE = 100;

/** CreateResource. */
export function createResource(
  input: { TypeName: string; DesiredState: string; ClientToken?: string },
  context: CallContext,
) {
  const type = servedType(input.TypeName, "CREATE");
  const desired = parseState(input.DesiredState);
  checkModel(type, desired);
  return runRequest(
    {
      operation: "CREATE",
      type,
      clientToken: input.ClientToken,
      input: fingerprint(input),
      work: (started) => createChecked(type, desired, context, started),
    },
    context,
  );
}

async function createChecked(
  type: ResourceType,
  desired: Properties,
  context: CallContext,
  started: (identifier: string) => void,
) {
  const name = desired[type.nameProperty?.name ?? [type.primaryIdentifier].flat()[0]!];
  try {
    return await type.create(desired, context, started);
  } catch (error) {
    const failure = toHandlerError(error, type.type);
    if (failure.code !== "AlreadyExists" || typeof name !== "string") throw failure;
    throw new HandlerError(
      "AlreadyExists",
      `Resource of type '${type.type}' with identifier '${name}' already exists.`,
    );
  }
}

/** GetResource. */
export async function getResource(input: { TypeName: string; Identifier: string }, context: CallContext) {
  const type = servedType(input.TypeName, "READ");
  const model = await readModel(type, input.Identifier, context);
  if (model === undefined) throw resourceNotFound(type.type, input.Identifier);
  return {
    TypeName: type.type,
    ResourceDescription: { Identifier: model.identifier, Properties: JSON.stringify(model.properties) },
  };
}

/** UpdateResource: the patch is applied to what the resource is now. */
export function updateResource(
  input: { TypeName: string; Identifier: string; PatchDocument: string; ClientToken?: string },
  context: CallContext,
) {
  const type = servedType(input.TypeName, "UPDATE");
  let patch: PatchOperation[];
  try {
    patch = parsePatch(input.PatchDocument);
  } catch (error) {
    throw validationException(`Invalid patch document: ${(error as Error).message}`);
  }
  return runRequest(
    {
      operation: "UPDATE",
      type,
      identifier: input.Identifier,
      clientToken: input.ClientToken,
      input: fingerprint(input),
      work: () => updatePatched(type, input.Identifier, patch, context),
    },
    context,
  );
}

async function updatePatched(
  type: ResourceType,
  identifier: string,
  patch: readonly PatchOperation[],
  context: CallContext,
) {
  const current = await type.read(identifier, context);
  if (current === undefined)
    throw new HandlerError("NotFound", resourceNotFound(type.type, identifier).message);
  let patched: Properties;
  try {
    patched = applyPatch(current.properties, patch) as Properties;
  } catch (error) {
    if (error instanceof PatchError)
      throw new HandlerError("InvalidRequest", `Invalid patch update: ${error.message}`);
    throw error;
  }
  for (const [kind, names] of [
    ["createOnlyProperties", type.createOnly],
    ["readOnlyProperties", type.readOnly],
  ] as const) {
    const changed = names.filter((name) => !isDeepStrictEqual(current.properties[name], patched[name]));
    if (changed.length === 0) continue;
    const paths = changed.map((name) => `/properties/${name}`).join(", ");
    throw new HandlerError("NotUpdatable", `Invalid patch update: ${kind} [${paths}] cannot be updated`);
  }
  const [previous, desired] = [writable(type, current.properties), writable(type, patched)];
  const violations = schemaViolations(type.type, desired);
  if (violations.length > 0) {
    throw new HandlerError("InvalidRequest", `Model validation failed (${violations.join(", ")})`);
  }
  await type.update(current.identifier, previous, desired, context);
  return type.read(current.identifier, context);
}

/** DeleteResource. */
export function deleteResource(
  input: { TypeName: string; Identifier: string; ClientToken?: string },
  context: CallContext,
) {
  const type = servedType(input.TypeName, "DELETE");
  return runRequest(
    {
      operation: "DELETE",
      type,
      identifier: input.Identifier,
      clientToken: input.ClientToken,
      input: fingerprint(input),
      work: async () => {
        const missing = new HandlerError("NotFound", resourceNotFound(type.type, input.Identifier).message);
        if (!type.unreadable && (await type.read(input.Identifier, context)) === undefined) throw missing;
        await type.delete(input.Identifier, context);
        return undefined;
      },
    },
    context,
  );
}

/** ListResources: identifiers, with the property that holds them. */
export async function listResources(
  input: { TypeName: string; MaxResults?: number; NextToken?: string },
  context: CallContext,
) {
  const type = servedType(input.TypeName, "LIST");
  let identifiers: string[];
  try {
    identifiers = await type.list(context);
  } catch (error) {
    throw toServiceError(error, type.type);
  }
  const offset = Number(input.NextToken ?? 0);
  if (!Number.isInteger(offset) || offset < 0) throw validationException("NextToken is invalid");
  const end = offset + (input.MaxResults ?? PAGE);
  return {
    TypeName: type.type,
    ResourceDescriptions: identifiers.slice(offset, end).map((identifier) => ({
      Identifier: identifier,
      Properties: JSON.stringify(identifyingProperties(type, identifier)),
    })),
    NextToken: end < identifiers.length ? String(end) : undefined,
  };
}

function identifyingProperties({ primaryIdentifier }: ResourceType, identifier: string): Properties {
  if (typeof primaryIdentifier === "string") return { [primaryIdentifier]: identifier };
  const parts = identifier.split("|");
  return Object.fromEntries(primaryIdentifier.map((name, index) => [name, parts[index]]));
}

async function readModel(type: ResourceType, identifier: string, context: CallContext) {
  try {
    return await type.read(identifier, context);
  } catch (error) {
    throw toServiceError(error, type.type);
  }
}

function parseState(text: string): Properties {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw validationException("DesiredState must be valid JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw validationException("DesiredState must be a JSON object");
  }
  return value as Properties;
}

function checkModel(type: ResourceType, desired: Properties): void {
  const violations = schemaViolations(type.type, desired);
  if (violations.length > 0) throw validationException(`Model validation failed (${violations.join(", ")})`);
}

function writable(type: ResourceType, properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !type.readOnly.includes(name)));
}

function fingerprint({ ClientToken: _, ...input }: { ClientToken?: string }): string {
  return JSON.stringify(input);
}
