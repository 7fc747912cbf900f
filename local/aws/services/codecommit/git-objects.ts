import { createHash } from "node:crypto";

/** A file of a tree. */
export interface TreeFile {
  blobId: string;
  mode: "EXECUTABLE" | "NORMAL" | "SYMLINK";
}

/** The files of a tree, by their path. */
export type TreeFiles = Record<string, TreeFile>;

/** Who made a commit. */
export interface Signature {
  name: string;
  email: string;
  /** ISO 8601. */
  date: string;
}

const MODES = { EXECUTABLE: "100755", NORMAL: "100644", SYMLINK: "120000" } as const;
const FOLDER_MODE = "40000";

/** The id of an object is the hash of its content with its kind and size before it ("Git Objects", Pro Git). */
function objectId(kind: string, content: Buffer): string {
  return createHash("sha1").update(`${kind} ${content.length}\0`).update(content).digest("hex");
}

/** The id that Git gives a file's content. */
export function blobId(content: Buffer): string {
  return objectId("blob", content);
}

/** The ids that Git gives the tree of all files and the trees of its folders, by the folder's path; the root's is `""`. */
export function treeIds(files: TreeFiles): Record<string, string> {
  const ids: Record<string, string> = {};
  const treeId = (folder: string): string => {
    const entries = new Map<string, { mode: string; id: string }>();
    const prefix = folder === "" ? "" : `${folder}/`;
    for (const [path, { blobId: id, mode }] of Object.entries(files)) {
      if (!path.startsWith(prefix)) continue;
      const [name = "", ...below] = path.slice(prefix.length).split("/");
      if (below.length === 0) entries.set(name, { mode: MODES[mode], id });
      else if (!entries.has(name)) entries.set(name, { mode: FOLDER_MODE, id: treeId(prefix + name) });
    }
    // Git sorts a folder as if its name ended with a slash.
    const place = ([name, { mode }]: [string, { mode: string }]) =>
      mode === FOLDER_MODE ? `${name}/` : name;
    const sorted = [...entries].sort((a, b) => Buffer.compare(Buffer.from(place(a)), Buffer.from(place(b))));
    const content = sorted.map(([name, { mode, id }]) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, "hex")]),
    );
    return (ids[folder] = objectId("tree", Buffer.concat(content)));
  };
  treeId("");
  return ids;
}

/** The id that Git gives a commit. */
export function commitId(commit: {
  treeId: string;
  parents: readonly string[];
  author: Signature;
  message: string;
}): string {
  const { name, email, date } = commit.author;
  const signature = `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;
  const lines = [
    `tree ${commit.treeId}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${signature}`,
    `committer ${signature}`,
    "",
    commit.message,
  ];
  return objectId("commit", Buffer.from(lines.join("\n")));
}
