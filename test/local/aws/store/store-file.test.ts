import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { TierguardError } from "../../../../core/errors";
import { startEmbeddedAws } from "../../../../local/aws/server";
import { FileStore } from "../../../../local/aws/store-file";
import { HEADER } from "../../../../local/aws/store-log";
import { accountStore, sharedStore } from "../../../../local/aws/store-scopes";
import { TestServer } from "../services/embedded-server";

describe("the state file", () => {
  let directory: string;
  let file: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "tierguard-store-"));
    file = join(directory, "deep", "state.json");
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it("gives back after a restart what was put, whatever the keys and texts", async () => {
    const records = fc.array(fc.record({ collection: fc.string(), key: fc.string(), value: fc.jsonValue() }));
    let run = 0;
    await fc.assert(
      fc.asyncProperty(records, async (puts) => {
        const path = join(directory, `${run++}.json`);
        const store = new FileStore(path);
        store.put("always", "there", 1);
        for (const { collection, key, value } of puts) store.put(`c${collection}`, key, value);
        await store.close();
        const reopened = new FileStore(path);
        for (const { collection, key } of puts) {
          assert.deepEqual(reopened.get(`c${collection}`, key), store.get(`c${collection}`, key));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("hands out copies, and lists in the order of keys", () => {
    const store = new FileStore(file);
    store.put("c", "b", { list: [1] });
    store.put("c", "a", { list: [0] });
    store.get<{ list: number[] }>("c", "b")!.list.push(2);
    assert.deepEqual(store.list("c"), [{ list: [0] }, { list: [1] }]);
    store.delete("c", "a");
    assert.equal(store.get("c", "a"), undefined);
    return store.close();
  });

  it("keeps accounts apart", () => {
    const store = new FileStore(file);
    accountStore(store, "1").put("c", "k", "one");
    assert.equal(accountStore(accountStore(store, "1"), "2").get("c", "k"), undefined);
    sharedStore(accountStore(store, "1")).put("c", "k", "all");
    assert.equal(sharedStore(accountStore(store, "2")).get("c", "k"), "all");
    return store.close();
  });

  it("is read by its owner alone, and no half-written file stays beside it", async () => {
    const store = new FileStore(file);
    store.put("c", "k", 1);
    await store.close();
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(join(directory, "deep")), ["state.json"]);
  });

  it("can be opened at any moment while writes follow one another", async () => {
    const store = new FileStore(file);
    for (let i = 0; i < 50; i++) {
      store.put("c", String(i), { text: "x".repeat(2000) });
      const flushed = store.flush();
      if (i > 0) assert.notEqual(new FileStore(file).get("c", String(i - 1)), undefined);
      await flushed;
    }
    await store.close();
  });

  it("loses nothing to a write that was cut short, wherever it was cut", async () => {
    const store = new FileStore(file);
    store.put("c", "k", "kept");
    await store.flush();
    const before = readFileSync(file, "utf8");
    store.put("c", "k", "new");
    store.put("c", "other", "new");
    await store.close();
    const after = readFileSync(file, "utf8");
    for (let end = before.length; end < after.length; end++) {
      writeFileSync(file, after.slice(0, end));
      const reopened = new FileStore(file);
      assert.deepEqual([reopened.get("c", "k"), reopened.get("c", "other")], ["kept", undefined]);
    }
    const repaired = new FileStore(file);
    repaired.put("c", "third", 3);
    await repaired.close();
    assert.equal(new FileStore(file).get("c", "third"), 3);
    assert.equal(new FileStore(file).get("c", "k"), "kept");
  });

  it("does not grow for ever while one record changes", async () => {
    const store = new FileStore(file);
    for (let i = 0; i < 300; i++) {
      store.put("c", "k", { i, text: "x".repeat(50_000) });
      await store.flush();
    }
    await store.close();
    assert.ok(statSync(file).size < 6_000_000);
    assert.equal(new FileStore(file).get<{ i: number }>("c", "k")?.i, 299);
  });

  it("keeps what could not be written, and says so", async () => {
    const store = new FileStore(join(directory, "blocked", "state.json"));
    writeFileSync(join(directory, "blocked"), "");
    store.put("c", "k", 1);
    await assert.rejects(store.flush());
    rmSync(join(directory, "blocked"));
    await store.close();
    assert.equal(new FileStore(join(directory, "blocked", "state.json")).get("c", "k"), 1);
  });

  const corrupt: [string, string, RegExp][] = [
    ["cut short in its first line", '{"format":"tierguard-embedded-aws"', /is not a state file/],
    ["empty", "", /is not a state file/],
    ["another kind of file", '{"version":3}\n', /is not a state file/],
    ["null", "null", /is not a state file/],
    ["of a later version", '{"format":"tierguard-embedded-aws","version":2}\n', /version is 2, not 1/],
    ["broken in the middle", `${HEADER}[["c","k",1]\n[["c","l",1]]\n`, /line 2 is not JSON/],
    ["of other lines", `${HEADER}{"c":{"k":1}}\n`, /line 2 is not a list of changes/],
  ];
  for (const [name, content, message] of corrupt) {
    it(`is refused where it is ${name}`, async () => {
      const path = join(directory, "state.json");
      writeFileSync(path, content);
      await assert.rejects(startEmbeddedAws({ stateFile: path }), (error: unknown) => {
        assert.ok(error instanceof TierguardError);
        assert.match(error.message, message);
        assert.ok(error.message.includes(path));
        return true;
      });
      assert.equal(readFileSync(path, "utf8"), content, "left as it is");
      assert.deepEqual(readdirSync(directory), ["state.json"]);
    });
  }
});

describe("a server and its state", () => {
  it("has after a restart what it had before", async () => {
    const server = await TestServer.start();
    try {
      await server.clients().iam.createGroup({ GroupName: "kept" });
      await server.clients().ssm.putParameter({ Name: "/kept", Value: "v", Type: "String" });
      await server.restart();
      const { iam, ssm } = server.clients();
      assert.equal((await iam.getGroup({ GroupName: "kept" })).Group?.GroupName, "kept");
      assert.equal((await ssm.getParameter({ Name: "/kept" })).Parameter?.Value, "v");
    } finally {
      await server.stop();
    }
  });

  it("has written a change before it answers", async () => {
    const server = await TestServer.start();
    try {
      await server.clients().iam.createGroup({ GroupName: "written" });
      assert.match(readFileSync(server.stateFile, "utf8"), /"written"/);
    } finally {
      await server.stop();
    }
  });

  it("lets no second server write the same file, unless the first has crashed", async () => {
    const server = await TestServer.start();
    try {
      await assert.rejects(
        startEmbeddedAws({ stateFile: server.stateFile }),
        /already served by process \d+ at http/,
      );
      await server.restart();
    } finally {
      await server.stop();
    }
    const directory = mkdtempSync(join(tmpdir(), "tierguard-lock-"));
    const stateFile = join(directory, "state.json");
    writeFileSync(
      `${stateFile}.lock`,
      JSON.stringify({ pid: process.pid, url: "http://127.0.0.1:9", id: "x" }),
    );
    const aws = await startEmbeddedAws({ stateFile });
    await aws.close();
    rmSync(directory, { recursive: true });
  });

  it("refuses a port that is taken", async () => {
    const server = await TestServer.start();
    try {
      const stateFile = join(server.directory, "other.json");
      const port = Number(new URL(server.url).port);
      await assert.rejects(startEmbeddedAws({ stateFile, port }), /EADDRINUSE/);
    } finally {
      await server.stop();
    }
  });
});
