import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isProgram, installedEnginePath } from "./find-engine";
import { ENGINE_VERSION } from "./pulumi-version";

const INSTALL_SCRIPT = process.platform === "win32" ? "install.ps1" : "install.sh";
const REACHABLE_WITHIN_MS = 4_000;
const SILENCE_MS = 30_000;

async function fetchInstallScript(): Promise<string> {
  const response = await fetch(`https://get.pulumi.com/${INSTALL_SCRIPT}`, {
    signal: AbortSignal.timeout(REACHABLE_WITHIN_MS),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const text = await response.text();
  if (!text.includes("install-root") && !text.includes("InstallRoot")) {
    throw new Error("the answer is not the installation script");
  }
  return text;
}

/** Runs the script; given up where nothing new was said for a while, as behind a firewall that swallows packets. */
function runScript(script: string, root: string, onOutput: (text: string) => void): Promise<void> {
  const [command, args] =
    process.platform === "win32"
      ? [
          "powershell.exe",
          [
            "-NoProfile",
            "-ExecutionPolicy",
            "Bypass",
            "-File",
            script,
            "-NoEditPath",
            "-InstallRoot",
            root,
            "-Version",
            ENGINE_VERSION,
          ],
        ]
      : ["/bin/sh", [script, "--no-edit-path", "--install-root", root, "--version", ENGINE_VERSION]];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    let silence: NodeJS.Timeout;
    const giveUp = () => {
      if (child.pid !== undefined && process.platform !== "win32") process.kill(-child.pid, "SIGKILL");
      else child.kill("SIGKILL");
    };
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(giveUp, SILENCE_MS);
    };
    heard();
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        heard();
        onOutput(chunk.toString());
      });
    }
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(silence);
      if (code === 0) resolve();
      else
        reject(
          new Error(code === null ? "no progress, given up" : `the installation script ended with ${code}`),
        );
    });
  });
}

/**
 * Downloads the official CLI, language hosts included, with Pulumi's own installation script, and moves it into place
 * whole. Throws within seconds where the download is blocked.
 */
export async function downloadEngine(
  env: NodeJS.ProcessEnv,
  onOutput: (text: string) => void,
): Promise<string> {
  const destination = installedEnginePath(env);
  const root = dirname(dirname(destination));
  const script = await fetchInstallScript();
  mkdirSync(dirname(root), { recursive: true });
  const workspace = mkdtempSync(join(dirname(root), ".download-"));
  try {
    const scriptFile = join(workspace, INSTALL_SCRIPT);
    writeFileSync(scriptFile, script, { mode: 0o700 });
    await runScript(scriptFile, join(workspace, "root"), onOutput);
    if (!isProgram(join(workspace, "root", "bin", process.platform === "win32" ? "pulumi.exe" : "pulumi"))) {
      throw new Error("the installation script put no pulumi in place");
    }
    rmSync(root, { recursive: true, force: true });
    renameSync(join(workspace, "root"), root);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
  return destination;
}
