import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** Where a user's programs keep what should outlive them (XDG Base Directory Specification), ours in a folder of it. */
export function stateFolder(env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env["XDG_STATE_HOME"];
  // The specification has relative paths ignored.
  const base = chosen !== undefined && isAbsolute(chosen) ? chosen : join(homedir(), ".local", "state");
  return join(base, "tierguard");
}
