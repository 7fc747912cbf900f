import assert from "node:assert/strict";
import { blobId, commitId, treeIds } from "../../../../local/aws/services/codecommit/git-objects";

/** Every id here is what Git itself gives the object (`git hash-object`, `git mktree`). */
describe("ids of Git's objects", () => {
  const text = (content: string) => blobId(Buffer.from(content));

  it("are those of contents", () => {
    assert.equal(text("read me\n"), "d9b401251bb36c51ca5c56c2ffc8a24a78ff20ae");
    assert.equal(text(""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
  });

  it("are those of trees, in which a folder is sorted as if its name ended with a slash", () => {
    const [readMe, run] = [text("read me\n"), text("true\n")];
    const ids = treeIds({
      "a-b": { blobId: run, mode: "NORMAL" },
      "a/x": { blobId: readMe, mode: "NORMAL" },
      "a.b": { blobId: run, mode: "NORMAL" },
    });
    assert.deepEqual(ids, {
      "": "04e46293b3c2709565b0d9623d9d06a24a77c0ba",
      a: "0ea9637cfcac44b7856f422f7c0c03bd7d21207b",
    });
    assert.deepEqual(treeIds({}), { "": "4b825dc642cb6eb9a060e54bf8d69288fbee4904" });
  });

  it("are those of commits", () => {
    const id = commitId({
      treeId: "fba1cfc698b28b7964dea6a8b82369fb67f12d9c",
      parents: [],
      author: { name: "Ada", email: "ada@example.com", date: "2023-11-14T22:13:20.000Z" },
      message: "Train a model",
    });
    assert.equal(id, "733597cf24ac4fd80e81fc2f1d3cc030de82047b");
  });
});
