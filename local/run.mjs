// The launcher: needs nothing but Node, so that a fresh clone can start with it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 20;
const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

/** Whether the process that wrote its id into the lock still runs. */
function holderRuns(lock) {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Two installations into one folder at once would ruin it: the second waits for the first. */
function withInstallLock(install) {
  const lock = join(projectDir, ".tierguard", "install.lock");
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (!holderRuns(lock)) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
  try {
    return install();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Runs `npm ci` where the installed packages are not those of the lock file; its output goes to standard error. */
function installPackages() {
  const { whyNotInstalled } = require("./installed-packages.cjs");
  if (whyNotInstalled(projectDir) === undefined) return true;
  return withInstallLock(() => {
    const reason = whyNotInstalled(projectDir);
    if (reason === undefined) return true;
    console.error(`Installing the packages of package-lock.json with npm ci (${reason}) ...`);
    const started = Date.now();
    const npm = process.env.npm_execpath;
    const byNode = npm !== undefined && /\.c?js$/.test(npm);
    const { status, error } = spawnSync(byNode ? process.execPath : "npm", [...(byNode ? [npm] : []), "ci"], {
      cwd: projectDir,
      stdio: ["ignore", 2, 2],
      shell: !byNode && process.platform === "win32",
    });
    if (status === 0) {
      console.error(`Installed in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
      return true;
    }
    console.error(
      `npm ci failed${error ? `: ${error.message}` : ""}. Run it by hand to see why, then try again.`,
    );
    return false;
  });
}

if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
  console.error(`Node ${OLDEST_NODE} or newer is needed; this is Node ${process.versions.node}.`);
  process.exitCode = 1;
} else if (!installPackages()) {
  process.exitCode = 1;
} else {
  require("tsx/cjs");
  process.exitCode = await require("./main.ts").main(process.argv.slice(2));
}
