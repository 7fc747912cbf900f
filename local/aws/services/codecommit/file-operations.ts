import type * as CodeCommit from "@aws-sdk/client-codecommit";
import type { CallContext, Operations } from "../../service";
import { blobContent, specifiedCommit } from "./commit-record";
import { filePath } from "./file-paths";
import { treeIds } from "./git-objects";
import { refusal } from "./input-rules";
import { existingRepository } from "./repository-record";

function getFile(input: CodeCommit.GetFileInput, context: CallContext): CodeCommit.GetFileOutput {
  const repository = existingRepository(input.repositoryName!, context);
  const commit = specifiedCommit(repository, input.commitSpecifier, context);
  const path = filePath(input.filePath!);
  const file = Object.hasOwn(commit.files, path) ? commit.files[path] : undefined;
  if (file === undefined) throw refusal("FileDoesNotExist", `${path} does not exist`);
  const content = blobContent(repository, file.blobId, context);
  return {
    commitId: commit.id,
    blobId: file.blobId,
    filePath: path,
    fileMode: file.mode,
    fileSize: content.length,
    fileContent: content,
  };
}

function getFolder(input: CodeCommit.GetFolderInput, context: CallContext): CodeCommit.GetFolderOutput {
  const repository = existingRepository(input.repositoryName!, context);
  const commit = specifiedCommit(repository, input.commitSpecifier, context);
  const given = input.folderPath!.replace(/\/$/, "");
  const folder = given === "" ? "" : filePath(given);
  const ids = treeIds(commit.files);
  if (!Object.hasOwn(ids, folder)) throw refusal("FolderDoesNotExist", `${folder} does not exist`);
  const prefix = folder === "" ? "" : `${folder}/`;
  const isHere = (path: string) =>
    path !== folder && path.startsWith(prefix) && !path.slice(prefix.length).includes("/");
  const files = Object.entries(commit.files).filter(([path]) => isHere(path));
  const entry = (path: string) => ({ absolutePath: path, relativePath: path.slice(prefix.length) });
  const list = (links: boolean) =>
    files
      .filter(([, { mode }]) => (mode === "SYMLINK") === links)
      .map(([path, { blobId, mode }]) => ({ ...entry(path), blobId, fileMode: mode }));
  return {
    commitId: commit.id,
    folderPath: folder,
    treeId: ids[folder],
    subFolders: Object.keys(ids)
      .filter(isHere)
      .sort()
      .map((path) => ({ ...entry(path), treeId: ids[path] })),
    files: list(false),
    symbolicLinks: list(true),
    subModules: [],
  };
}

/** Operations that show files and folders. */
export const fileOperations: Operations = {
  GetFile: getFile,
  GetFolder: getFolder,
  GetBlob: (input: CodeCommit.GetBlobInput, context) => ({
    content: blobContent(existingRepository(input.repositoryName!, context), input.blobId!, context),
  }),
};
