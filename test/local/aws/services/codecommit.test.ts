import { CodeCommit, type CreateCommitInput, type PutFileInput } from "@aws-sdk/client-codecommit";
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { ACCOUNT, refusal, REGION, TestServer } from "./embedded-server";

const SAMPLE = join(__dirname, "../../../../configs/ml/samples/model-build");
const ARN = `arn:aws:codecommit:${REGION}:${ACCOUNT}`;
const repositoryName = "there";
const text = (content: string) => Buffer.from(content);

describe("embedded CodeCommit", () => {
  let server: TestServer;
  let codecommit: CodeCommit;
  let first: string;

  before(async () => {
    server = await TestServer.start();
    codecommit = server.client(CodeCommit);
    await codecommit.createRepository({ repositoryName, tags: { a: "1" } });
    const { commitId } = await codecommit.createCommit({
      repositoryName,
      branchName: "main",
      putFiles: [
        { filePath: "README.md", fileContent: text("read me\n") },
        { filePath: "src/run.sh", fileContent: text("true\n"), fileMode: "EXECUTABLE" },
      ],
    });
    first = commitId!;
  });
  after(() => server.stop());

  it("keeps repositories with their commits, over a restart", async () => {
    const name = "kept";
    const { repositoryMetadata } = await codecommit.createRepository({
      repositoryName: name,
      repositoryDescription: "d",
    });
    await codecommit.putFile({
      repositoryName: name,
      branchName: "main",
      filePath: "a.txt",
      fileContent: text("a"),
    });
    await server.restart();
    codecommit = server.client(CodeCommit);
    const { repositoryMetadata: found } = await codecommit.getRepository({ repositoryName: name });
    assert.equal(found!.repositoryId, repositoryMetadata!.repositoryId);
    assert.deepEqual(
      [found!.Arn, found!.repositoryDescription, found!.defaultBranch, found!.accountId],
      [`${ARN}:${name}`, "d", "main", ACCOUNT],
    );
    const { fileContent } = await codecommit.getFile({ repositoryName: name, filePath: "a.txt" });
    assert.equal(Buffer.from(fileContent!).toString(), "a");
    await codecommit.deleteRepository({ repositoryName: name });
    assert.deepEqual((await codecommit.deleteRepository({ repositoryName: name })).repositoryId, undefined);
    const { repositoriesNotFound } = await codecommit.batchGetRepositories({
      repositoryNames: [repositoryName, name],
    });
    assert.deepEqual(repositoriesNotFound, [name]);
  });

  it("takes a sample's files and gives them back, byte by byte", async () => {
    const name = "sample";
    await codecommit.createRepository({ repositoryName: name });
    const entries = await readdir(SAMPLE, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name: file }) => join(parentPath, file));
    const files = await Promise.all(
      paths.map(async (path) => ({ filePath: relative(SAMPLE, path), fileContent: await readFile(path) })),
    );
    const commit = await codecommit.createCommit({
      repositoryName: name,
      branchName: "main",
      putFiles: files,
      commitMessage: "Train a model",
      authorName: "Ada",
      email: "ada@example.com",
    });
    assert.equal(commit.filesAdded!.length, files.length);
    const collected: string[] = [];
    const walk = async (folderPath: string): Promise<void> => {
      const folder = await codecommit.getFolder({ repositoryName: name, folderPath });
      collected.push(...folder.files!.map(({ absolutePath }) => absolutePath!));
      for (const { absolutePath } of folder.subFolders!) await walk(absolutePath!);
    };
    await walk("/");
    assert.deepEqual(collected.sort(), files.map(({ filePath }) => filePath).sort());
    for (const { filePath, fileContent } of files) {
      const got = await codecommit.getFile({ repositoryName: name, filePath, commitSpecifier: "main" });
      assert.ok(fileContent.equals(got.fileContent!), filePath);
    }
    const { commit: shown } = await codecommit.getCommit({ repositoryName: name, commitId: commit.commitId });
    assert.deepEqual(
      [shown!.message, shown!.author!.name, shown!.author!.email, shown!.parents],
      ["Train a model", "Ada", "ada@example.com", []],
    );
  });

  it("gives files and folders the ids that Git gives them", async () => {
    const root = await codecommit.getFolder({ repositoryName, folderPath: "/", commitSpecifier: first });
    const src = await codecommit.getFolder({ repositoryName, folderPath: "src" });
    const readMe = "d9b401251bb36c51ca5c56c2ffc8a24a78ff20ae";
    assert.deepEqual(
      [root.treeId, root.files![0]!.blobId],
      ["fba1cfc698b28b7964dea6a8b82369fb67f12d9c", readMe],
    );
    assert.deepEqual(
      [src.treeId, src.files![0]!.blobId, src.files![0]!.fileMode],
      ["65427426176c9560dee4e9dc4f2bf4eb70bd33b0", "27ba77ddaf61532f217964734769a42cdabc17dc", "EXECUTABLE"],
    );
    const { content } = await codecommit.getBlob({ repositoryName, blobId: readMe });
    assert.equal(Buffer.from(content!).toString(), "read me\n");
  });

  it("builds on the newest commit of a branch alone", async () => {
    const branch = { repositoryName, branchName: "side" };
    await codecommit.createBranch({ ...branch, commitId: first });
    assert.deepEqual((await codecommit.listBranches({ repositoryName })).branches, ["main", "side"]);
    const changed = await codecommit.createCommit({
      ...branch,
      parentCommitId: first,
      putFiles: [
        { filePath: "README.md", fileContent: text("more\n") },
        { filePath: "copy.sh", sourceFile: { filePath: "src/run.sh" } },
      ],
      deleteFiles: [{ filePath: "src/run.sh" }],
    });
    assert.deepEqual(
      [changed.filesAdded, changed.filesUpdated, changed.filesDeleted].map((list) =>
        list!.map(({ absolutePath }) => absolutePath),
      ),
      [["copy.sh"], ["README.md"], ["src/run.sh"]],
    );
    const put = (parentCommitId?: string) =>
      codecommit.putFile({ ...branch, parentCommitId, filePath: "x", fileContent: text("x") });
    assert.equal((await refusal(put())).code, "ParentCommitIdRequiredException");
    assert.equal((await refusal(put(first))).code, "ParentCommitIdOutdatedException");
    assert.equal((await refusal(put("0".repeat(40)))).code, "ParentCommitDoesNotExistException");
    const { commitId } = await put(changed.commitId);
    assert.equal((await codecommit.getBranch(branch)).branch?.commitId, commitId);
    await codecommit.deleteFile({ ...branch, filePath: "x", parentCommitId: commitId });
    const gone = codecommit.getFile({ repositoryName, filePath: "x", commitSpecifier: "side" });
    assert.equal((await refusal(gone)).code, "FileDoesNotExistException");
    assert.equal(
      (await codecommit.getBranch({ repositoryName, branchName: "main" })).branch?.commitId,
      first,
    );
    await codecommit.deleteBranch(branch);
    assert.equal((await refusal(codecommit.getBranch(branch))).code, "BranchDoesNotExistException");
  });

  it("keeps tags, and a repository that is renamed", async () => {
    const { repositoryMetadata } = await codecommit.createRepository({
      repositoryName: "old",
      tags: { a: "1" },
    });
    await codecommit.updateRepositoryName({ oldName: "old", newName: "new" });
    const resourceArn = `${ARN}:new`;
    await codecommit.tagResource({ resourceArn, tags: { b: "2" } });
    await codecommit.untagResource({ resourceArn, tagKeys: ["a"] });
    assert.deepEqual((await codecommit.listTagsForResource({ resourceArn })).tags, { b: "2" });
    const renamed = await codecommit.getRepository({ repositoryName: "new" });
    assert.equal(renamed.repositoryMetadata!.repositoryId, repositoryMetadata!.repositoryId);
    assert.equal(
      (await refusal(codecommit.getRepository({ repositoryName: "old" }))).code,
      "RepositoryDoesNotExistException",
    );
  });

  const make =
    (name: string, more = {}) =>
    (c: CodeCommit) =>
      c.createRepository({ repositoryName: name, ...more });
  const commit = (more: Partial<CreateCommitInput>) => (c: CodeCommit) =>
    c.createCommit({ repositoryName, branchName: "main", parentCommitId: first, ...more });
  const put = (more: Partial<PutFileInput>) => (c: CodeCommit) =>
    c.putFile({
      repositoryName,
      branchName: "main",
      parentCommitId: first,
      filePath: "new.txt",
      fileContent: text("x"),
      ...more,
    });
  const file = (filePath: string, commitSpecifier?: string) => (c: CodeCommit) =>
    c.getFile({ repositoryName, filePath, commitSpecifier });
  const cases: [string, (codecommit: CodeCommit) => Promise<unknown>, string][] = [
    ["a repository that is there", make(repositoryName), "RepositoryNameExistsException"],
    ["a name with a slash", make("a/b"), "InvalidRepositoryNameException"],
    ["a name that ends with .git", make("a.git"), "InvalidRepositoryNameException"],
    ["a name of 101 characters", make("x".repeat(101)), "InvalidRepositoryNameException"],
    [
      "a long description",
      make("long", { repositoryDescription: "x".repeat(1001) }),
      "InvalidRepositoryDescriptionException",
    ],
    ["a tag of AWS's own", make("tagged", { tags: { "aws:x": "" } }), "InvalidSystemTagUsageException"],
    ["a commit of nothing", commit({}), "FileEntryRequiredException"],
    [
      "a commit that changes nothing",
      commit({ putFiles: [{ filePath: "README.md", fileContent: text("read me\n") }] }),
      "NoChangeException",
    ],
    [
      "101 files",
      commit({
        putFiles: Array.from({ length: 101 }, (_, index) => ({
          filePath: `${index}`,
          fileContent: text("x"),
        })),
      }),
      "MaximumFileEntriesExceededException",
    ],
    ["a file without content", commit({ putFiles: [{ filePath: "a" }] }), "FileContentRequiredException"],
    [
      "the deletion of a file that is not there",
      commit({ deleteFiles: [{ filePath: "none" }] }),
      "FileDoesNotExistException",
    ],
    [
      "a commit to a branch that is not there",
      commit({ branchName: "none", putFiles: [{ filePath: "a", fileContent: text("a") }] }),
      "BranchDoesNotExistException",
    ],
    ["a file of a branch that is not there", put({ branchName: "none" }), "BranchDoesNotExistException"],
    ["a branch's name with a space", put({ branchName: "a b" }), "InvalidBranchNameException"],
    [
      "the same content",
      put({ filePath: "README.md", fileContent: text("read me\n") }),
      "SameFileContentException",
    ],
    ["a path out of the repository", put({ filePath: "../x" }), "InvalidPathException"],
    ["no path", put({ filePath: "/" }), "PathRequiredException"],
    ["a file in a file", put({ filePath: "README.md/x" }), "DirectoryNameConflictsWithFileNameException"],
    [
      "a file in the place of a folder",
      put({ filePath: "src" }),
      "FileNameConflictsWithDirectoryNameException",
    ],
    ["a mode that is none", put({ fileMode: "ODD" as never }), "InvalidFileModeException"],
    ["a file that is not there", file("none"), "FileDoesNotExistException"],
    ["a file of a commit that is not there", file("README.md", "none"), "CommitDoesNotExistException"],
    [
      "a folder that is not there",
      (c) => c.getFolder({ repositoryName, folderPath: "none" }),
      "FolderDoesNotExistException",
    ],
    [
      "a branch that is there",
      (c) => c.createBranch({ repositoryName, branchName: "main", commitId: first }),
      "BranchNameExistsException",
    ],
    [
      "a branch of a commit that is not there",
      (c) => c.createBranch({ repositoryName, branchName: "b", commitId: "0".repeat(40) }),
      "CommitDoesNotExistException",
    ],
    [
      "the deletion of the default branch",
      (c) => c.deleteBranch({ repositoryName, branchName: "main" }),
      "DefaultBranchCannotBeDeletedException",
    ],
    [
      "a repository that is not there",
      (c) => c.getRepository({ repositoryName: "none" }),
      "RepositoryDoesNotExistException",
    ],
    [
      "tags of what is no repository",
      (c) => c.listTagsForResource({ resourceArn: "arn:x" }),
      "InvalidResourceArnException",
    ],
    ["an operation that is not embedded", (c) => c.listPullRequests({ repositoryName }), "NotImplemented"],
  ];
  for (const [name, call, code] of cases) {
    it(`refuses ${name}`, async () => {
      const refused = await refusal(call(codecommit));
      assert.equal(refused.code, code, refused.message);
    });
  }
});
