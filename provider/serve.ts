import { Server, ServerCredentials } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { PropertyChange } from "./detailed-diff";
import { SERVER_OPTIONS, toProperties, toStruct, typeOf, unary } from "./grpc-messages";
import type { CheckResult, DiffResult, ResourceBehaviour } from "./resource-behaviour";

/** A provider as the engine sees it. */
export interface Provider {
  name: string;
  version: string;
  /** What resources of a type do. */
  behaviour(type: string): ResourceBehaviour;
  /** Loads what the resources will need, before the first of them comes. */
  warmUp(): Promise<void>;
}

const { DiffChanges } = proto.DiffResponse;
const { Kind } = proto.PropertyDiff;
const KINDS: Record<PropertyChange, proto.PropertyDiff.Kind> = {
  add: Kind.ADD,
  delete: Kind.DELETE,
  update: Kind.UPDATE,
};

function checkResponse({ inputs, failures = [] }: CheckResult): proto.CheckResponse {
  return new proto.CheckResponse()
    .setInputs(toStruct(inputs))
    .setFailuresList(
      failures.map(({ property, reason }) =>
        new proto.CheckFailure().setProperty(property).setReason(reason),
      ),
    );
}

function diffResponse({ changes, replaces = [], detailed }: DiffResult): proto.DiffResponse {
  const response = new proto.DiffResponse().setReplacesList(replaces);
  if (changes === undefined) return response.setChanges(DiffChanges.DIFF_UNKNOWN);
  response.setChanges(changes ? DiffChanges.DIFF_SOME : DiffChanges.DIFF_NONE);
  if (detailed === undefined || !changes) return response;
  for (const [path, change] of Object.entries(detailed)) {
    response
      .getDetaileddiffMap()
      // Both sides are to be looked up among the inputs.
      .set(path, new proto.PropertyDiff().setKind(KINDS[change]).setInputdiff(true));
  }
  return response.setHasdetaileddiff(true);
}

function pluginHandlers(provider: Provider) {
  return {
    getPluginInfo: unary(() => new PluginInfo().setVersion(provider.version)),
    getSchema: unary(() =>
      new proto.GetSchemaResponse().setSchema(
        JSON.stringify({ name: provider.name, version: provider.version }),
      ),
    ),
    configure: unary(() => new proto.ConfigureResponse().setAcceptsecrets(true)),
    invoke: unary(async () => {
      await provider.warmUp();
      return new proto.InvokeResponse().setReturn(toStruct({}));
    }),
    cancel: unary(() => new Empty()),
    attach: unary(() => new Empty()),
  };
}

function resourceHandlers(provider: Provider) {
  const of = (request: { getUrn(): string }) => provider.behaviour(typeOf(request.getUrn()));
  return {
    check: unary(async (request: proto.CheckRequest) => {
      const [olds, news] = [toProperties(request.getOlds()), toProperties(request.getNews())];
      return checkResponse(await of(request).check(request.getUrn(), olds, news));
    }),
    diff: unary((request: proto.DiffRequest) =>
      diffResponse(of(request).diff(toProperties(request.getOlds()), toProperties(request.getNews()))),
    ),
    create: unary(async (request: proto.CreateRequest) => {
      const { id, outs } = await of(request).create(request.getUrn(), toProperties(request.getProperties()));
      return new proto.CreateResponse().setId(id).setProperties(toStruct(outs));
    }),
    read: unary(async (request: proto.ReadRequest) => {
      const values = toProperties(request.getProperties());
      const { id, props, inputs } = await of(request).read(request.getId(), values, request.getUrn());
      const response = new proto.ReadResponse().setId(id).setProperties(toStruct(props));
      return inputs === undefined ? response : response.setInputs(toStruct(inputs));
    }),
    update: unary(async (request: proto.UpdateRequest) => {
      const [olds, news] = [toProperties(request.getOlds()), toProperties(request.getNews())];
      const { outs } = await of(request).update(request.getUrn(), olds, news);
      return new proto.UpdateResponse().setProperties(toStruct(outs));
    }),
    // The stack deletes what it made: there is nothing to do for what only watches it.
    delete: unary(() => new Empty()),
  };
}

/**
 * Serves the provider to the engine on a free port of 127.0.0.1, and prints the port, by which the engine finds it. The
 * SDK's own server can't say which properties change, nor refuse something without a stack trace.
 */
export async function serveProvider(provider: Provider): Promise<void> {
  const server = new Server(SERVER_OPTIONS);
  // No handshake: a provider that has one is asked to preview creations and updates, and there is nothing to add.
  server.addService(ResourceProviderService, { ...pluginHandlers(provider), ...resourceHandlers(provider) });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  console.log(String(port));
}
