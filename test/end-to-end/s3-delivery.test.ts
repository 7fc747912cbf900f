import assert from "node:assert/strict";
import { CreateBucketCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { describeWithEngine } from "../with-engine";
import { readAccount } from "./account";
import { type Deployment, emptyAccount } from "./environment";

const Bucket = "edge-dev-b001-us-west-1-s3";
const stackName = "edge-dev-b001-us-west-1-startup-sec-stack";

describeWithEngine("a template that is delivered by S3", function () {
  this.timeout(300_000);
  let dev: Deployment;
  let s3: S3Client;
  before(async () => {
    dev = await emptyAccount();
    dev.configure({
      deployment: { template_bucket: Bucket, template_prefix: "iam/templates", delivery: "s3" },
    });
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    s3 = new S3Client({ endpoint: dev.endpoint, region: "us-west-1", credentials, forcePathStyle: true });
  });
  after(() => dev?.close());

  const templates = async () =>
    ((await s3.send(new ListObjectsV2Command({ Bucket }))).Contents ?? []).map((object) => object.Key!);

  it("is refused before anything is written where the bucket does not exist", async () => {
    const { exitCode, output } = await dev.pulumi("up", "--yes");
    assert.notEqual(exitCode, 0, output);
    assert.match(output, new RegExp(`${Bucket}.*does not exist`));
    const { groups, stacks } = await readAccount(dev.endpoint);
    assert.deepEqual([groups, stacks], [{}, {}]);
  });

  it("is uploaded under a name that holds its hash, and deployed from there", async () => {
    await s3.send(
      new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: "us-west-1" } }),
    );
    const { exitCode, output } = await dev.pulumi("up", "--yes");
    assert.equal(exitCode, 0, output);
    const keys = await templates();
    assert.equal(keys.length, 1);
    assert.match(keys[0]!, /^iam\/templates\/edge-dev-b001-us-west-1-startup-sec-[0-9a-f]{16}\.json$/);
    const { groups, stacks } = await readAccount(dev.endpoint);
    assert.deepEqual(stacks, { [stackName]: "CREATE_COMPLETE" });
    assert.equal(Object.keys(groups).length, 5);
    const again = await dev.pulumi("preview", "--expect-no-changes");
    assert.equal(again.exitCode, 0, again.output);
  });

  it("has another name when it changes, so that the stack is updated", async () => {
    const before = await templates();
    dev.configure({ "security_overrides.iam_groups.data_scientists.policy_assignments.s3": "level1" });
    const { exitCode, output } = await dev.pulumi("up", "--yes");
    assert.equal(exitCode, 0, output);
    const after = await templates();
    assert.equal(after.length, 1);
    assert.notDeepEqual(after, before);
    const { groups, stacks } = await readAccount(dev.endpoint);
    assert.deepEqual(stacks, { [stackName]: "UPDATE_COMPLETE" });
    assert.ok(!JSON.stringify(groups["edge-dev-b001-group-data-scientists"]).includes("s3:PutObject"));
  });

  it("is taken away with the stack", async () => {
    const { exitCode, output } = await dev.pulumi("destroy", "--yes");
    assert.equal(exitCode, 0, output);
    assert.deepEqual(await templates(), []);
  });
});
