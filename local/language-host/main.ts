import { Server, ServerCredentials } from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { connect } from "node:net";
import { ChildProcesses } from "./child-processes";
import { languageService } from "./service";

const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;
const ENGINE_CHECK_MS = 10_000;

/** Calls back once the engine's address refuses connections: an engine that was killed can't end its plugins. */
function whenEngineIsGone(address: string, callback: () => void): void {
  const [host, port] = [
    address.slice(0, address.lastIndexOf(":")),
    Number(address.slice(address.lastIndexOf(":") + 1)),
  ];
  const timer = setInterval(() => {
    const socket = connect(port, host);
    socket.once("connect", () => socket.destroy());
    socket.once("error", () => {
      clearInterval(timer);
      callback();
    });
  }, ENGINE_CHECK_MS);
  timer.unref();
}

function serve(engineAddress: string): void {
  const children = new ChildProcesses();
  const server = new Server({
    "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
    "grpc.max_send_message_length": MAX_MESSAGE_BYTES,
  });
  const stop = () => {
    children.terminate();
    server.forceShutdown();
  };
  server.addService(LanguageRuntimeService, languageService(engineAddress, children));
  server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
    if (error !== null) {
      console.error(`The Node language host can't listen on 127.0.0.1: ${error.message}`);
      process.exitCode = 1;
      return;
    }
    console.log(String(port));
    whenEngineIsGone(engineAddress, stop);
  });
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

const engineAddress = process.argv.slice(2).findLast((argument) => !argument.startsWith("-"));
if (engineAddress === undefined) {
  console.error("pulumi-language-nodejs is started by the Pulumi engine, with the engine's address.");
  process.exitCode = 1;
} else {
  serve(engineAddress);
}
