import assert from "node:assert/strict";
import { S3 } from "@aws-sdk/client-s3";
import { describeWithEngine } from "../with-engine";
import { readAccount } from "./account";
import { emptyAccount, plantFault, type Run } from "./environment";

describeWithEngine("environments side by side", function () {
  this.timeout(300_000);

  it("deploys dev and prod into one account, and takes one away without touching the other", async () => {
    const dev = await emptyAccount("dev");
    try {
      const prod = await dev.sibling("prod");
      const early = await prod.pulumi("up", "--yes");
      assert.notEqual(early.exitCode, 0, early.output);
      assert.match(early.output, /edge-prod-b001-us-west-1-s3, which does not exist/);
      await makeBucket(dev.endpoint, "edge-prod-b001-us-west-1-s3");
      for (const stack of [dev, prod]) {
        const { exitCode, output } = await stack.pulumi("up", "--yes");
        assert.equal(exitCode, 0, output);
      }
      const both = await readAccount(dev.endpoint);
      assert.deepEqual(Object.keys(both.stacks).length, 2);
      const protectedAgainstIt = await prod.pulumi("destroy", "--yes");
      assert.notEqual(protectedAgainstIt.exitCode, 0, "prod is protected against deletion");
      const { exitCode, output } = await dev.pulumi("destroy", "--yes");
      assert.equal(exitCode, 0, output);
      const left = await readAccount(dev.endpoint);
      const ofProd = (name: string) => name.startsWith("edge-prod-");
      assert.deepEqual(
        left.groups,
        Object.fromEntries(Object.entries(both.groups).filter(([name]) => ofProd(name))),
      );
      assert.deepEqual(Object.keys(left.roles), Object.keys(both.roles).filter(ofProd));
    } finally {
      await dev.close();
    }
  });

  it("refuses a second up of the same stack while one is under way, and says who holds the lock", async () => {
    const dev = await emptyAccount("dev");
    try {
      await plantFault(dev.endpoint, { service: "iam", operation: "CreateGroup", delayMs: 6000, times: 1 });
      const first = dev.pulumi("up", "--yes");
      await reachedAws(dev.endpoint, first);
      const second = await dev.pulumi("up", "--yes");
      assert.notEqual(second.exitCode, 0, second.output);
      assert.match(second.output, /the stack is currently locked by/);
      const { exitCode, output } = await first;
      assert.equal(exitCode, 0, output);
      const after = await dev.pulumi("preview", "--expect-no-changes");
      assert.equal(after.exitCode, 0, after.output);
    } finally {
      await dev.close();
    }
  });
});

async function makeBucket(endpoint: string, Bucket: string): Promise<void> {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const s3 = new S3({ endpoint, region: "us-west-1", credentials, forcePathStyle: true });
  await s3.createBucket({ Bucket, CreateBucketConfiguration: { LocationConstraint: "us-west-1" } });
}

/** Waits until an update has reached AWS: from then on it holds the backend's lock until it ends. */
async function reachedAws(endpoint: string, update: Promise<Run>): Promise<void> {
  let ended = false;
  void update.finally(() => (ended = true));
  while (!ended) {
    const calls = await (await fetch(`${endpoint}/_tierguard/calls`)).text();
    if (calls.includes("CreateResource")) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`the update ended before it reached AWS:\n${(await update).output}`);
}
