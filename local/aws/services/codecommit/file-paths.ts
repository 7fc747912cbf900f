import type { TreeFiles } from "./git-objects";
import { refusal } from "./input-rules";

/** A path without the slash that may stand first. Throws PathRequiredException or InvalidPathException where it is none. */
export function filePath(given: string): string {
  const path = given.replace(/^\//, "");
  if (path === "") throw refusal("PathRequired", "The path of a file is required");
  if (path.split("/").some((part) => ["", ".", ".."].includes(part))) {
    throw refusal("InvalidPath", `${given} is not a valid path`);
  }
  return path;
}

/** Throws where a file stands where another one's folder is, or the other way about. */
export function refuseConflicts(path: string, files: TreeFiles): void {
  const parts = path.split("/");
  const folders = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("/"));
  const file = folders.find((folder) => Object.hasOwn(files, folder));
  if (file !== undefined) {
    throw refusal("DirectoryNameConflictsWithFileName", `${file} is a file, so that ${path} can't be in it`);
  }
  if (Object.keys(files).some((other) => other.startsWith(`${path}/`))) {
    throw refusal("FileNameConflictsWithDirectoryName", `${path} is a folder`);
  }
}
