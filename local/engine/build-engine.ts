import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { compareVersions, ENGINE_VERSION } from "./pulumi-version";
import { installedEnginePath } from "./find-engine";

const PACKAGE = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const VERSION_VARIABLE = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";
/** What `go.mod` asks for; from 1.21 on, Go fetches a newer toolchain by itself where it may. */
const OLDEST_GO = "1.21.0";

/** Told as the build goes on: at its steps, and for each module and package. */
export interface BuildProgress {
  step(text: string): void;
  downloaded(modules: number): void;
  compiled(done: number, total: number): void;
}

/** The version of the Go on PATH, or undefined where there is none that can build the engine. */
export function usableGo(env: NodeJS.ProcessEnv): string | undefined {
  const { stdout, status } = spawnSync("go", ["env", "GOVERSION"], {
    encoding: "utf8",
    env: goEnvironment(env),
  });
  const version = /^go(\d+\.\d+(\.\d+)?)/.exec((stdout ?? "").trim());
  if (status !== 0 || version === null || compareVersions(version[1]!, OLDEST_GO) < 0) return undefined;
  return version[1];
}

/** A user's flags for their own Go work (`-mod=vendor`, a workspace file) would break or change this build. */
function goEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const host = Object.fromEntries(Object.entries(env).filter(([name]) => !/^GO(OS|ARCH)$/.test(name)));
  return { ...host, GOFLAGS: "-buildvcs=false", GOWORK: "off", GOTOOLCHAIN: "auto", CGO_ENABLED: "0" };
}

/** Runs go and gives its output lines to the caller; rejects with the last of them where it fails. */
function go(
  args: string[],
  directory: string,
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn("go", args, {
      cwd: directory,
      env: goEnvironment(env),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [output, messages]: [string[], string[]] = [[], []];
    createInterface({ input: child.stdout }).on("line", (line) => output.push(line));
    createInterface({ input: child.stderr }).on("line", (line) => {
      messages.push(line);
      onLine(line);
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) resolve(output);
      else
        reject(
          new Error(
            [`go ${args[0]} failed (${signal ?? `exit code ${code}`}):`, ...messages.slice(-15)].join("\n"),
          ),
        );
    });
  });
}

/**
 * Builds the CLI from its Go module, as pinned in this folder, and moves it into place whole. Go's own caches make an
 * interrupted build go on where it was. Throws what Go said last, where it fails.
 */
export async function buildEngine(env: NodeJS.ProcessEnv, progress: BuildProgress): Promise<string> {
  const destination = installedEnginePath(env);
  mkdirSync(dirname(destination), { recursive: true });
  const workspace = mkdtempSync(join(tmpdir(), "tierguard-engine-"));
  // A copy: Go may want to touch go.sum, and the project's folder may be read-only.
  for (const file of ["go.mod", "go.sum", "tools.go"])
    copyFileSync(join(__dirname, file), join(workspace, file));
  const draft = join(dirname(destination), `.${basename(destination)}.${process.pid}`);
  try {
    progress.step("downloading the Go modules of the engine");
    let modules = 0;
    const packages = await go(["list", "-deps", PACKAGE], workspace, env, (line) => {
      if (line.startsWith("go: downloading")) progress.downloaded(++modules);
    });
    progress.step(`compiling ${packages.length} packages`);
    const known = new Set(packages);
    let done = 0;
    await go(
      [
        "build",
        "-v",
        "-trimpath",
        "-ldflags",
        `-s -w -X ${VERSION_VARIABLE}=v${ENGINE_VERSION}`,
        "-o",
        draft,
        PACKAGE,
      ],
      workspace,
      env,
      (line) => {
        if (known.has(line.trim())) progress.compiled(++done, packages.length);
      },
    );
    chmodSync(draft, 0o755);
    renameSync(draft, destination);
  } finally {
    rmSync(draft, { force: true });
    rmSync(workspace, { recursive: true, force: true });
  }
  return destination;
}
