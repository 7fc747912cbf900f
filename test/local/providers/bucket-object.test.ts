import assert from "node:assert/strict";
import { join } from "node:path";
import { CreateBucketCommand, DeleteObjectCommand, GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type EmbeddedAws, startEmbeddedAws } from "../../../local/aws/server";
import { BucketObject } from "../../../local/providers/aws/bucket-object";
import { localCredentials } from "../../../local/service-addresses";
import { TemporaryFolder } from "../temporary-folder";

const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
const ASSET = { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17" };

describe("the stand-in for aws.s3.BucketObjectv2", () => {
  let folder: TemporaryFolder;
  let aws: EmbeddedAws;
  let s3: S3Client;
  let objects: BucketObject;
  const body = async (Key: string) =>
    (await s3.send(new GetObjectCommand({ Bucket: "templates", Key }))).Body?.transformToString();

  before(async () => {
    folder = new TemporaryFolder();
    aws = await startEmbeddedAws({ stateFile: join(folder.path, "aws.json"), region: "us-west-1" });
    s3 = new S3Client({
      endpoint: aws.url,
      region: "us-west-1",
      credentials: localCredentials("123456789012"),
      forcePathStyle: true,
    });
    objects = new BucketObject(s3, "aws");
    const configuration = { LocationConstraint: "us-west-1" } as const;
    await s3.send(new CreateBucketCommand({ Bucket: "templates", CreateBucketConfiguration: configuration }));
  });
  after(async () => {
    await aws.close();
    folder.remove();
  });

  const sources: { name: string; inputs: Record<string, unknown> }[] = [
    { name: "content", inputs: { content: "a template" } },
    { name: "base64", inputs: { contentBase64: Buffer.from("a template").toString("base64") } },
    { name: "a text asset", inputs: { source: { ...ASSET, text: "a template" } } },
    { name: "a secret content", inputs: { content: { ...SECRET, value: "a template" } } },
  ];
  for (const { name, inputs } of sources) {
    it(`uploads ${name}`, async () => {
      const { id, outputs } = await objects.create({ bucket: "templates", key: "k.json", ...inputs });
      assert.equal(id, "templates/k.json");
      assert.equal(outputs["arn"], "arn:aws:s3:::templates/k.json");
      assert.equal(await body("k.json"), "a template");
    });
  }

  it("uploads a file", async () => {
    const path = folder.write("template.json", "from a file");
    await objects.create({ bucket: "templates", key: "file.json", source: { ...ASSET, path } });
    assert.equal(await body("file.json"), "from a file");
  });

  it("keeps secret what was secret", async () => {
    const content = { ...SECRET, value: "hidden" };
    const { outputs } = await objects.create({ bucket: "templates", key: "s", content });
    assert.deepEqual(outputs["content"], content);
  });

  it("changes content and tags in place, and replaces where the key changes", async () => {
    const first = { bucket: "templates", key: "t", content: "one", tags: { Stem: "x" } };
    const { id, outputs } = await objects.create(first);
    const retagged = { ...first, tags: { Stem: "y" } };
    assert.deepEqual((await objects.update(id, { inputs: first }, retagged))["tags"], { Stem: "y" });
    const rewritten = { ...retagged, content: "two" };
    await objects.update(id, { inputs: retagged }, rewritten);
    assert.equal(await body("t"), "two");
    assert.deepEqual(objects.diff(rewritten, { ...rewritten, key: "u" }).replaces, ["key"]);
    assert.equal(objects.diff(rewritten, { ...rewritten }).changed, false);
    assert.equal(objects.preview(rewritten, outputs)["arn"], outputs["arn"]);
  });

  it("reads what is there, and finds what is gone", async () => {
    const inputs = { bucket: "templates", key: "r", content: "one", tags: { Stem: "x" } };
    const { id } = await objects.create(inputs);
    assert.deepEqual((await objects.read(id, inputs))?.inputs, inputs);
    await s3.send(new DeleteObjectCommand({ Bucket: "templates", Key: "r" }));
    assert.equal(await objects.read(id, inputs), undefined);
    await objects.delete(id);
  });

  it("refuses an object without a key, and one with two contents", () => {
    assert.deepEqual(
      objects.check({ bucket: "templates" }).map(({ property }) => property),
      ["key"],
    );
    const both = { bucket: "templates", key: "k", content: "a", contentBase64: "YQ==" };
    assert.equal(objects.check(both).length, 1);
  });
});
