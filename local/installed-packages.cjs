"use strict";

const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

/** Reads a lock file's packages; undefined where there is no such file or it is not one. */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * What keeps `node_modules` from being what `package-lock.json` asks for, one sentence, or undefined where nothing does.
 * Compares with the list that npm itself leaves in node_modules, so that anybody's own `npm ci` counts. Packages for
 * other platforms are optional and may be missing; what was installed besides is nobody's concern.
 */
function whyNotInstalled(projectDir) {
  const wanted = readPackages(join(projectDir, "package-lock.json"));
  if (wanted === undefined) return "package-lock.json can't be read";
  const installed = readPackages(join(projectDir, "node_modules", ".package-lock.json"));
  if (installed === undefined) return "nothing is installed yet";
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "" || entry.link) continue;
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const found = installed[path];
    if (found === undefined) {
      if (entry.optional) continue;
      return `${name} ${entry.version} is not installed`;
    }
    if (found.version !== entry.version || (found.integrity ?? entry.integrity) !== entry.integrity) {
      return `${name} ${entry.version} is wanted, ${found.version} is installed`;
    }
    if (!entry.optional && !existsSync(join(projectDir, path, "package.json"))) {
      return `${name} ${entry.version} is listed as installed, but its folder is gone`;
    }
  }
  return undefined;
}

module.exports = { whyNotInstalled };
