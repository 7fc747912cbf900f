import { spawnSync } from "node:child_process";

/** The engine that is downloaded or built where there is none. */
export const ENGINE_VERSION = "3.258.0";

/** Older engines lack `preview --refresh`, on which the drift of watched resources depends. */
export const OLDEST_ENGINE_VERSION = "3.180.0";

/** Negative, zero or positive as the first version is older than, equal to or newer than the second. */
export function compareVersions(first: string, second: string): number {
  const [a, b] = [first, second].map((version) => version.split("-")[0]!.split(".").map(Number));
  for (let part = 0; part < 3; part++) {
    const difference = (a![part] ?? 0) - (b![part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What `pulumi version` says, without the leading `v`; undefined where the program can't be run or says something else. */
export function versionOf(pulumi: string): string | undefined {
  const { stdout, status } = spawnSync(pulumi, ["version"], {
    encoding: "utf8",
    timeout: 30_000,
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    windowsHide: true,
  });
  const version = /^v?(\d+\.\d+\.\d+\S*)/.exec((stdout ?? "").trim());
  return status === 0 && version !== null ? version[1] : undefined;
}
