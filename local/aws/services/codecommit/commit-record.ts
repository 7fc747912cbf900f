import type { CallContext } from "../../service";
import { RegionalRecords } from "../regional-records";
import type { Signature, TreeFiles } from "./git-objects";
import { refusal } from "./input-rules";
import type { RepositoryRecord } from "./repository-record";

/** A commit with all the files of its tree. */
export interface CommitRecord {
  /** Of the repository. */
  repository: string;
  id: string;
  treeId: string;
  parents: string[];
  author: Signature;
  message: string;
  files: TreeFiles;
}

/** A file's content. */
export interface BlobRecord {
  repository: string;
  id: string;
  /** Base64. */
  content: string;
}

const keyOf = ({ repository, id }: { repository: string; id: string }) => `${repository}/${id}`;

/** The commits of a region's repositories. */
export const commits = new RegionalRecords<CommitRecord>("codecommit.commits", keyOf);

/** The contents of a region's repositories. */
export const blobs = new RegionalRecords<BlobRecord>("codecommit.blobs", keyOf);

/** The commit of an id; undefined where the repository has none. */
export function findCommit(
  repository: RepositoryRecord,
  id: string,
  context: CallContext,
): CommitRecord | undefined {
  return commits.find(context, keyOf({ repository: repository.id, id }));
}

/** The commit that a branch's name or a commit's id says, else the default branch's newest one. Throws CommitDoesNotExistException. */
export function specifiedCommit(
  repository: RepositoryRecord,
  specifier: string | undefined,
  context: CallContext,
): CommitRecord {
  const branch = specifier === undefined || specifier === "HEAD" ? repository.defaultBranch : specifier;
  const name = branch?.replace(/^refs\/heads\//, "") ?? "";
  const id = Object.hasOwn(repository.branches, name) ? repository.branches[name]! : name;
  const found = findCommit(repository, id, context);
  if (found !== undefined) return found;
  throw refusal("CommitDoesNotExist", `Could not resolve ${specifier ?? "HEAD"} to a commit`);
}

/** The content of a file. Throws BlobIdDoesNotExistException where the repository has none of that id. */
export function blobContent(repository: RepositoryRecord, id: string, context: CallContext): Buffer {
  const found = blobs.find(context, keyOf({ repository: repository.id, id }));
  if (found === undefined) throw refusal("BlobIdDoesNotExist", `${id} does not exist in the repository`);
  return Buffer.from(found.content, "base64");
}

/** Deletes everything that a repository holds. */
export function deleteContents(repository: RepositoryRecord, context: CallContext): void {
  for (const records of [commits, blobs] as const) {
    for (const record of records.all(context)) {
      if (record.repository === repository.id) records.delete(context, keyOf(record));
    }
  }
}
