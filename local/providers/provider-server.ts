import { Metadata, Server, ServerCredentials, status } from "@grpc/grpc-js";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import {
  plainFailure,
  SERVER_OPTIONS,
  toProperties,
  toStruct,
  typeOf,
  unary as plainUnary,
} from "../../provider/grpc-messages";
import { hasUnknown, revealed } from "./property-values";
import { type CheckFailure, PartialCreationError, type Provider, type ResourceType } from "./provider";

/** A provider that listens on 127.0.0.1, for `PULUMI_DEBUG_PROVIDERS`. */
export interface ServedProvider {
  port: number;
  close(): void;
}

/** The detail with which the engine learns that a failed creation left something behind. */
function partialFailure(error: PartialCreationError) {
  const detail = new proto.ErrorResourceInitFailed()
    .setId(error.state.id)
    .setProperties(toStruct(error.state.outputs))
    .setInputs(toStruct(error.inputs))
    .setReasonsList([error.reason]);
  const packed = new Any();
  packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const answer = new Status();
  answer.setCode(status.UNKNOWN);
  answer.setMessage(error.message);
  answer.addDetails(packed);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(answer.serializeBinary()));
  return { code: status.UNKNOWN, details: error.message, metadata };
}

/** Of a resource type's work: a failed creation may have left something behind. */
function unary<Request, Response>(answer: Parameters<typeof plainUnary<Request, Response>>[0]) {
  return plainUnary(answer, (error) =>
    error instanceof PartialCreationError ? partialFailure(error) : plainFailure(error),
  );
}

function checkResponse(inputs: Struct | undefined, failures: CheckFailure[]): proto.CheckResponse {
  const response = new proto.CheckResponse();
  if (failures.length === 0) response.setInputs(inputs);
  response.setFailuresList(
    failures.map(({ property, reason }) => new proto.CheckFailure().setProperty(property).setReason(reason)),
  );
  return response;
}

function diffResponse(changed: boolean): proto.DiffResponse {
  return new proto.DiffResponse().setChanges(
    // Unknown, as the real provider says it: the engine then compares the inputs itself and shows each property.
    changed ? proto.DiffResponse.DiffChanges.DIFF_UNKNOWN : proto.DiffResponse.DiffChanges.DIFF_NONE,
  );
}

/** Config keys arrive as `aws-native:config:region`. */
function variablesOf(request: proto.ConfigureRequest): Record<string, string> {
  const variables: Record<string, string> = {};
  request.getVariablesMap().forEach((value, key) => {
    variables[key.slice(key.lastIndexOf(":") + 1)] = value;
  });
  return variables;
}

/**
 * The configured providers of the commands that are connected. Commands, and several providers of one program, share
 * the port; each has a connection of its own, which is what tells them apart.
 */
class ConnectedProviders {
  private readonly byConnection = new Map<string, Record<string, ResourceType>>();

  constructor(private readonly provider: Provider) {}

  async configure(connection: string, variables: Record<string, string>): Promise<void> {
    this.byConnection.set(connection, await this.provider.configure({ variables }));
  }

  type(connection: string, urn: string): ResourceType {
    const types = this.byConnection.get(connection);
    if (types === undefined)
      throw new Error(`the stand-in provider ${this.provider.name} was not configured`);
    const type = types[typeOf(urn)];
    if (type === undefined) {
      throw new Error(
        `${typeOf(urn)} is not served locally; the stand-in for ${this.provider.name} has ${Object.keys(types).join(", ")}`,
      );
    }
    return type;
  }
}

function configHandlers(provider: Provider, connected: ConnectedProviders) {
  return {
    handshake: unary(() => new proto.ProviderHandshakeResponse().setAcceptSecrets(true)),
    attach: unary(() => new Empty()),
    getPluginInfo: unary(() => new PluginInfo().setVersion(provider.version)),
    getSchema: unary(() =>
      new proto.GetSchemaResponse().setSchema(
        JSON.stringify({ name: provider.name, version: provider.version }),
      ),
    ),
    checkConfig: unary((request: proto.CheckRequest) => {
      const variables = revealed(toProperties(request.getNews())) as Record<string, string>;
      return checkResponse(request.getNews(), provider.checkConfig(variables));
    }),
    diffConfig: unary((request: proto.DiffRequest) =>
      diffResponse(
        JSON.stringify(toProperties(request.getOlds())) !== JSON.stringify(toProperties(request.getNews())),
      ),
    ),
    configure: unary(async (request: proto.ConfigureRequest, call) => {
      await connected.configure(call.getPeer(), variablesOf(request));
      return new proto.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),
    invoke: unary((request: proto.InvokeRequest) => {
      throw new Error(`the function ${request.getTok()} is not served locally`);
    }),
    cancel: unary(() => new Empty()),
  };
}

function planningHandlers(connected: ConnectedProviders) {
  return {
    check: unary((request: proto.CheckRequest, call) => {
      const type = connected.type(call.getPeer(), request.getUrn());
      return checkResponse(request.getNews(), type.check(toProperties(request.getNews())));
    }),
    diff: unary((request: proto.DiffRequest, call) => {
      const type = connected.type(call.getPeer(), request.getUrn());
      const { changed, replaces, deleteBeforeReplace } = type.diff(
        toProperties(request.getOldInputs()),
        toProperties(request.getNews()),
      );
      return diffResponse(changed).setReplacesList(replaces).setDeletebeforereplace(deleteBeforeReplace);
    }),
    read: unary(async (request: proto.ReadRequest, call) => {
      const type = connected.type(call.getPeer(), request.getUrn());
      const inputs = request.hasInputs() ? toProperties(request.getInputs()) : undefined;
      const found = await type.read(request.getId(), inputs, toProperties(request.getProperties()));
      const response = new proto.ReadResponse();
      if (found === undefined) return response;
      return response
        .setId(found.id)
        .setProperties(toStruct(found.outputs))
        .setInputs(toStruct(found.inputs));
    }),
  };
}

function changingHandlers(connected: ConnectedProviders) {
  return {
    create: unary(async (request: proto.CreateRequest, call) => {
      const type = connected.type(call.getPeer(), request.getUrn());
      const inputs = toProperties(request.getProperties());
      const response = new proto.CreateResponse();
      if (request.getPreview()) return response.setProperties(toStruct(type.preview(inputs, undefined)));
      const { id, outputs } = await type.create(inputs);
      return response.setId(id).setProperties(toStruct(outputs));
    }),
    update: unary(async (request: proto.UpdateRequest, call) => {
      const type = connected.type(call.getPeer(), request.getUrn());
      const inputs = toProperties(request.getNews());
      const old = { inputs: toProperties(request.getOldInputs()), outputs: toProperties(request.getOlds()) };
      const outputs =
        request.getPreview() || hasUnknown(inputs)
          ? type.preview(inputs, old.outputs)
          : await type.update(request.getId(), old, inputs);
      return new proto.UpdateResponse().setProperties(toStruct(outputs));
    }),
    delete: unary(async (request: proto.DeleteRequest, call) => {
      const type = connected.type(call.getPeer(), request.getUrn());
      await type.delete(
        request.getId(),
        toProperties(request.getOldInputs()),
        toProperties(request.getProperties()),
      );
      return new Empty();
    }),
  };
}

/** Serves the provider on a free port of 127.0.0.1. */
export async function serveProvider(provider: Provider): Promise<ServedProvider> {
  const connected = new ConnectedProviders(provider);
  const server = new Server(SERVER_OPTIONS);
  server.addService(ResourceProviderService, {
    ...configHandlers(provider, connected),
    ...planningHandlers(connected),
    ...changingHandlers(connected),
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { port, close: () => server.forceShutdown() };
}
