import type { ServerWritableStream } from "@grpc/grpc-js";
import {
  type InstallDependenciesRequest,
  InstallDependenciesResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type ChildProcesses, ended } from "./child-processes";
import { runtimeOptions } from "./runtime-options";

type InstallCall = ServerWritableStream<InstallDependenciesRequest, InstallDependenciesResponse>;

function installCommand(directory: string, packageManager: string): string[] {
  const locked = packageManager === "npm" && existsSync(join(directory, "package-lock.json"));
  return [packageManager, locked ? "ci" : "install"];
}

/** Installs a program's packages with its package manager (npm unless told otherwise), passing the output on. */
export async function installDependencies(call: InstallCall, children: ChildProcesses): Promise<void> {
  const directory = call.request.getInfo()?.getProgramDirectory() || call.request.getDirectory();
  const { packageManager } = runtimeOptions(call.request.getInfo());
  const [command, ...args] = installCommand(directory, packageManager ?? "npm") as [string, ...string[]];
  const child = children.spawn(command, args, { cwd: directory, stdio: ["ignore", "pipe", "pipe"] });
  call.on("cancelled", () => child.kill("SIGTERM"));
  child.stdout?.on("data", (chunk: Buffer) => call.write(new InstallDependenciesResponse().setStdout(chunk)));
  child.stderr?.on("data", (chunk: Buffer) => call.write(new InstallDependenciesResponse().setStderr(chunk)));
  const { code, signal } = await ended(child);
  if (code !== 0)
    throw new Error(`${command} ${args.join(" ")} failed in ${directory} (${signal ?? `exit code ${code}`})`);
  call.end();
}
