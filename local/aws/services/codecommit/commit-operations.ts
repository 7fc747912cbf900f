import type * as CodeCommit from "@aws-sdk/client-codecommit";
import type { CallContext, Operations } from "../../service";
import { blobContent, blobs, type CommitRecord, commits, findCommit } from "./commit-record";
import { filePath, refuseConflicts } from "./file-paths";
import { blobId, commitId, type TreeFile, type TreeFiles, treeIds } from "./git-objects";
import { checkBranchName, refusal } from "./input-rules";
import { existingRepository, repositories, type RepositoryRecord } from "./repository-record";

/** "Quotas in AWS CodeCommit". */
const LARGEST_FILE_BYTES = 6 * 1024 * 1024;
const FILES_PER_COMMIT = 100;

const MODES = ["EXECUTABLE", "NORMAL", "SYMLINK"];

/** What a commit is made with. */
interface CommitArgs {
  branch: string;
  parent: string | undefined;
  name?: string;
  email?: string;
  message?: string;
}

/** The newest commit of the branch that is committed to; undefined in a repository that is still empty. */
function checkParent(
  repository: RepositoryRecord,
  { branch, parent }: CommitArgs,
  context: CallContext,
): CommitRecord | undefined {
  checkBranchName(branch);
  if (!Object.hasOwn(repository.branches, branch)) {
    if (Object.keys(repository.branches).length === 0 && parent === undefined) return undefined;
    throw refusal("BranchDoesNotExist", `Branch ${branch} does not exist`);
  }
  const tip = repository.branches[branch]!;
  if (parent === undefined) {
    throw refusal("ParentCommitIdRequired", "The branch has commits: a parent commit id is required");
  }
  if (findCommit(repository, parent, context) === undefined) {
    throw refusal("ParentCommitDoesNotExist", `Commit ${parent} does not exist`);
  }
  if (parent !== tip) {
    throw refusal(
      "ParentCommitIdOutdated",
      `${parent} is not the newest commit of ${branch}, which is ${tip}`,
    );
  }
  return findCommit(repository, tip, context);
}

function commit(
  repository: RepositoryRecord,
  args: CommitArgs,
  files: TreeFiles,
  context: CallContext,
): CommitRecord {
  const date = context.now().toISOString();
  const content = {
    treeId: treeIds(files)[""]!,
    parents: args.parent === undefined ? [] : [args.parent],
    author: { name: args.name ?? context.caller.arn.split(/[:/]/).at(-1)!, email: args.email ?? "", date },
    message: args.message ?? "",
  };
  const record = { repository: repository.id, id: commitId(content), ...content, files };
  commits.save(context, record);
  repositories.save(context, {
    ...repository,
    modified: date,
    defaultBranch: repository.defaultBranch ?? args.branch,
    branches: { ...repository.branches, [args.branch]: record.id },
  });
  return record;
}

function put(
  repository: RepositoryRecord,
  file: { path: string; content: Uint8Array | undefined; mode: string | undefined },
  files: TreeFiles,
  context: CallContext,
): void {
  const { path, content: given, mode } = file;
  if (given === undefined) throw refusal("FileContentRequired", `${path} needs a content`);
  if (mode !== undefined && !MODES.includes(mode)) {
    throw refusal("InvalidFileMode", `${mode} is none of ${MODES.join(", ")}`);
  }
  if (given.length > LARGEST_FILE_BYTES) {
    throw refusal("FileContentSizeLimitExceeded", `${path} is larger than ${LARGEST_FILE_BYTES} bytes`);
  }
  refuseConflicts(path, files);
  const content = Buffer.from(given);
  const id = blobId(content);
  blobs.save(context, { repository: repository.id, id, content: content.toString("base64") });
  const there = Object.hasOwn(files, path) ? files[path] : undefined;
  files[path] = { blobId: id, mode: (mode as TreeFile["mode"] | undefined) ?? there?.mode ?? "NORMAL" };
}

function existingFile(path: string, files: TreeFiles): TreeFile {
  if (!Object.hasOwn(files, path)) throw refusal("FileDoesNotExist", `${path} does not exist`);
  return files[path]!;
}

function metadata(path: string, { blobId: id, mode }: TreeFile): CodeCommit.FileMetadata {
  return { absolutePath: path, blobId: id, fileMode: mode };
}

function createCommit(
  input: CodeCommit.CreateCommitInput,
  context: CallContext,
): CodeCommit.CreateCommitOutput {
  const repository = existingRepository(input.repositoryName!, context);
  const { putFiles = [], deleteFiles = [], setFileModes = [] } = input;
  const count = putFiles.length + deleteFiles.length + setFileModes.length;
  if (count === 0) throw refusal("FileEntryRequired", "A commit needs at least one file");
  if (count > FILES_PER_COMMIT) {
    throw refusal("MaximumFileEntriesExceeded", `A commit has at most ${FILES_PER_COMMIT} files`);
  }
  const args: CommitArgs = {
    branch: input.branchName!,
    parent: input.parentCommitId,
    name: input.authorName,
    email: input.email,
    message: input.commitMessage,
  };
  const before = checkParent(repository, args, context)?.files ?? {};
  const files = { ...before };
  for (const { filePath: given } of deleteFiles) {
    const path = filePath(given!);
    existingFile(path, files);
    delete files[path];
  }
  for (const { filePath: given, fileContent, fileMode, sourceFile } of putFiles) {
    const path = filePath(given!);
    const source = sourceFile && existingFile(filePath(sourceFile.filePath!), before).blobId;
    const content = source === undefined ? fileContent : blobContent(repository, source, context);
    put(repository, { path, content, mode: fileMode }, files, context);
  }
  for (const { filePath: given, fileMode } of setFileModes) {
    const path = filePath(given!);
    files[path] = { ...existingFile(path, files), mode: fileMode! };
  }
  if (treeIds(files)[""] === treeIds(before)[""]) throw refusal("NoChange", "The commit changes nothing");
  const made = commit(repository, args, files, context);
  const added = Object.entries(files).filter(([path]) => !Object.hasOwn(before, path));
  const changed = Object.entries(files).filter(([path, { blobId: id, mode }]) => {
    const old = Object.hasOwn(before, path) ? before[path] : undefined;
    return old !== undefined && (old.blobId !== id || old.mode !== mode);
  });
  const removed = Object.entries(before).filter(([path]) => !Object.hasOwn(files, path));
  const list = (entries: [string, TreeFile][]) => entries.map(([path, file]) => metadata(path, file));
  return {
    commitId: made.id,
    treeId: made.treeId,
    filesAdded: list(added),
    filesUpdated: list(changed),
    filesDeleted: list(removed),
  };
}

function putFile(input: CodeCommit.PutFileInput, context: CallContext): CodeCommit.PutFileOutput {
  const repository = existingRepository(input.repositoryName!, context);
  const args: CommitArgs = {
    branch: input.branchName!,
    parent: input.parentCommitId,
    name: input.name,
    email: input.email,
    message: input.commitMessage,
  };
  const before = checkParent(repository, args, context)?.files ?? {};
  const files = { ...before };
  const path = filePath(input.filePath!);
  put(repository, { path, content: input.fileContent, mode: input.fileMode }, files, context);
  if (treeIds(files)[""] === treeIds(before)[""]) {
    throw refusal("SameFileContent", `${path} has that content already`);
  }
  const made = commit(repository, args, files, context);
  return { commitId: made.id, blobId: files[path]!.blobId, treeId: made.treeId };
}

function deleteFile(input: CodeCommit.DeleteFileInput, context: CallContext): CodeCommit.DeleteFileOutput {
  const repository = existingRepository(input.repositoryName!, context);
  const args: CommitArgs = {
    branch: input.branchName!,
    parent: input.parentCommitId,
    name: input.name,
    email: input.email,
    message: input.commitMessage,
  };
  const files = { ...checkParent(repository, args, context)?.files };
  const path = filePath(input.filePath!);
  const { blobId: id } = existingFile(path, files);
  delete files[path];
  const made = commit(repository, args, files, context);
  return { commitId: made.id, blobId: id, treeId: made.treeId, filePath: path };
}

function getCommit(input: CodeCommit.GetCommitInput, context: CallContext): CodeCommit.GetCommitOutput {
  const found = findCommit(existingRepository(input.repositoryName!, context), input.commitId!, context);
  if (found === undefined) throw refusal("CommitIdDoesNotExist", `${input.commitId} does not exist`);
  const { name, email, date } = found.author;
  const author = { name, email, date: `${Math.floor(Date.parse(date) / 1000)} +0000` };
  const { id, treeId, parents, message } = found;
  return {
    commit: { commitId: id, treeId, parents, message, author, committer: author, additionalData: "" },
  };
}

/** Operations that make and show commits. */
export const commitOperations: Operations = {
  CreateCommit: createCommit,
  PutFile: putFile,
  DeleteFile: deleteFile,
  GetCommit: getCommit,
};
