import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
/** What nothing that runs needs, and what a copy is to have of its own. */
const LEFT_OUT = new Set([".git", ".tierguard", "bench", "docs", "node_modules", "test"]);

/** A copy of the project whose files a test may change, with the packages of the original; its path. */
export function copyProject(folder: string): string {
  const project = join(folder, "project");
  cpSync(root, project, { recursive: true, filter: (path) => !LEFT_OUT.has(path.slice(root.length + 1)) });
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
  return project;
}
