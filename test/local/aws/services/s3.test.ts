import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { refusal, REGION, TestServer } from "./embedded-server";

describe("embedded S3", () => {
  let server: TestServer;
  let s3: ReturnType<TestServer["clients"]>["s3"];

  before(async () => {
    server = await TestServer.start();
    s3 = server.clients().s3;
    await s3.createBucket({ Bucket: "templates" });
  });
  after(() => server.stop());

  it("tells a bucket's region, and lists the buckets", async () => {
    assert.equal((await s3.headBucket({ Bucket: "templates" })).BucketRegion, REGION);
    assert.equal((await s3.getBucketLocation({ Bucket: "templates" })).LocationConstraint, REGION);
    const { Buckets } = await s3.listBuckets({});
    assert.deepEqual(
      Buckets?.map(({ Name }) => Name),
      ["templates"],
    );
  });

  it("tells where a bucket's events go, and nothing before that was said", async () => {
    const read = async () => {
      const { EventBridgeConfiguration } = await s3.getBucketNotificationConfiguration({
        Bucket: "templates",
      });
      return EventBridgeConfiguration;
    };
    assert.equal(await read(), undefined);
    await s3.putBucketNotificationConfiguration({
      Bucket: "templates",
      NotificationConfiguration: { EventBridgeConfiguration: {} },
    });
    assert.deepEqual(await read(), {});
  });

  it("gives an object back with its type, metadata, tags and bytes", async () => {
    const Key = "a b/ü+&.json";
    const put = await s3.putObject({
      Bucket: "templates",
      Key,
      Body: '{"é":"<&>"}',
      ContentType: "application/json",
      Metadata: { stem: "x-dev" },
      Tagging: "Tier=startup&Owner=a%20b",
    });
    const got = await s3.getObject({ Bucket: "templates", Key });
    assert.equal(await got.Body?.transformToString(), '{"é":"<&>"}');
    assert.equal(got.ContentType, "application/json");
    assert.deepEqual(got.Metadata, { stem: "x-dev" });
    assert.equal(got.ETag, put.ETag);
    const { TagSet } = await s3.getObjectTagging({ Bucket: "templates", Key });
    assert.deepEqual(TagSet, [
      { Key: "Tier", Value: "startup" },
      { Key: "Owner", Value: "a b" },
    ]);
    const head = await s3.headObject({ Bucket: "templates", Key });
    assert.equal(head.ContentLength, Buffer.byteLength('{"é":"<&>"}'));
    await s3.deleteObject({ Bucket: "templates", Key });
    assert.equal((await refusal(s3.headObject({ Bucket: "templates", Key }))).status, 404);
  });

  it("takes a stream, which clients send in chunks with a checksum behind", async () => {
    const Body = Readable.from([Buffer.alloc(70_000, "a"), Buffer.alloc(10, "b")]);
    await s3.putObject({ Bucket: "templates", Key: "stream", Body, ContentLength: 70_010 });
    const got = await s3.getObject({ Bucket: "templates", Key: "stream" });
    const text = await got.Body!.transformToString();
    assert.equal(text.length, 70_010);
    assert.ok(text.endsWith("abbbbbbbbbb"));
    await s3.deleteObject({ Bucket: "templates", Key: "stream" });
  });

  it("lists by prefix and delimiter, page by page", async () => {
    const Bucket = "listed";
    await s3.createBucket({ Bucket });
    for (const Key of ["a", "d/1", "d/2", "d/e/3", "z"]) await s3.putObject({ Bucket, Key, Body: Key });
    const top = await s3.listObjectsV2({ Bucket, Delimiter: "/" });
    assert.deepEqual(
      top.Contents?.map(({ Key }) => Key),
      ["a", "z"],
    );
    assert.deepEqual(top.CommonPrefixes, [{ Prefix: "d/" }]);
    const below = await s3.listObjectsV2({ Bucket, Prefix: "d/", MaxKeys: 2 });
    assert.deepEqual(
      below.Contents?.map(({ Key }) => Key),
      ["d/1", "d/2"],
    );
    assert.equal(below.IsTruncated, true);
    const rest = await s3.listObjectsV2({
      Bucket,
      Prefix: "d/",
      ContinuationToken: below.NextContinuationToken,
    });
    assert.deepEqual(
      rest.Contents?.map(({ Key }) => Key),
      ["d/e/3"],
    );
    assert.equal((await refusal(s3.deleteBucket({ Bucket }))).code, "BucketNotEmpty");
    const keys = (await s3.listObjects({ Bucket })).Contents!.map(({ Key }) => ({ Key }));
    const { Deleted } = await s3.deleteObjects({ Bucket, Delete: { Objects: keys } });
    assert.equal(Deleted?.length, 5);
    await s3.deleteBucket({ Bucket });
    assert.equal((await refusal(s3.headBucket({ Bucket }))).status, 404);
  });

  it("keeps versions where the bucket is versioned", async () => {
    const Bucket = "versioned";
    await s3.createBucket({ Bucket });
    assert.equal((await s3.getBucketVersioning({ Bucket })).Status, undefined);
    await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: "Enabled" } });
    const first = await s3.putObject({ Bucket, Key: "k", Body: "1" });
    await s3.putObject({ Bucket, Key: "k", Body: "2" });
    await s3.deleteObject({ Bucket, Key: "k" });
    assert.equal((await refusal(s3.getObject({ Bucket, Key: "k" }))).code, "NoSuchKey");
    const old = await s3.getObject({ Bucket, Key: "k", VersionId: first.VersionId });
    assert.equal(await old.Body?.transformToString(), "1");
    const { Versions, DeleteMarkers } = await s3.listObjectVersions({ Bucket });
    assert.equal(Versions?.length, 2);
    assert.equal(DeleteMarkers?.length, 1);
    assert.equal((await refusal(s3.deleteBucket({ Bucket }))).code, "BucketNotEmpty");
    for (const { Key, VersionId } of [...Versions, ...DeleteMarkers]) {
      await s3.deleteObject({ Bucket, Key, VersionId });
    }
    await s3.deleteBucket({ Bucket });
  });

  it("keeps a bucket's settings", async () => {
    const Bucket = "templates";
    await s3.putBucketTagging({ Bucket, Tagging: { TagSet: [{ Key: "a", Value: "b" }] } });
    assert.deepEqual((await s3.getBucketTagging({ Bucket })).TagSet, [{ Key: "a", Value: "b" }]);
    await s3.putPublicAccessBlock({ Bucket, PublicAccessBlockConfiguration: { BlockPublicAcls: true } });
    const { PublicAccessBlockConfiguration } = await s3.getPublicAccessBlock({ Bucket });
    assert.equal(PublicAccessBlockConfiguration?.BlockPublicAcls, true);
    await s3.putBucketEncryption({
      Bucket,
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" } }],
      },
    });
    const encryption = await s3.getBucketEncryption({ Bucket });
    const rule = encryption.ServerSideEncryptionConfiguration?.Rules?.[0];
    assert.equal(rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm, "aws:kms");
    await s3.putBucketPolicy({ Bucket, Policy: "{}" });
    assert.equal((await s3.getBucketPolicy({ Bucket })).Policy, "{}");
  });

  it("finds a bucket that stands in the host's name", async () => {
    await s3.putObject({ Bucket: "templates", Key: "virtual", Body: "here" });
    const { port } = new URL(server.url);
    const authorization = "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/s3/aws4_request, Signature=0";
    const text = await rawGet(Number(port), "/virtual", {
      host: `templates.localhost:${port}`,
      authorization,
    });
    assert.equal(text, "here");
    await s3.deleteObject({ Bucket: "templates", Key: "virtual" });
  });

  const refusals: [
    string,
    (clients: ReturnType<TestServer["clients"]>) => Promise<unknown>,
    string,
    number,
  ][] = [
    ["a bucket that is not there", ({ s3 }) => s3.listObjectsV2({ Bucket: "nowhere" }), "NoSuchBucket", 404],
    [
      "a key that is not there",
      ({ s3 }) => s3.getObject({ Bucket: "templates", Key: "no" }),
      "NoSuchKey",
      404,
    ],
    ["a bad name", ({ s3 }) => s3.createBucket({ Bucket: "Up_per" }), "InvalidBucketName", 400],
    [
      "one's own bucket again",
      ({ s3 }) => s3.createBucket({ Bucket: "templates" }),
      "BucketAlreadyOwnedByYou",
      409,
    ],
    [
      "tags that were never set",
      ({ s3 }) => s3.getBucketLifecycleConfiguration({ Bucket: "templates" }),
      "NoSuchLifecycleConfiguration",
      404,
    ],
    [
      "a wrong digest",
      ({ s3 }) =>
        s3.putObject({ Bucket: "templates", Key: "k", Body: "x", ContentMD5: "1B2M2Y8AsgTpgAmY7PhCfg==" }),
      "BadDigest",
      400,
    ],
    [
      "a condition that fails",
      async ({ s3 }) => {
        await s3.putObject({ Bucket: "templates", Key: "c", Body: "x" });
        return s3.getObject({ Bucket: "templates", Key: "c", IfMatch: '"0"' });
      },
      "PreconditionFailed",
      412,
    ],
  ];
  for (const [name, call, code, status] of refusals) {
    it(`refuses ${name}`, async () => {
      const refused = await refusal(call(server.clients()));
      assert.deepEqual([refused.code, refused.status], [code, status]);
    });
  }

  it("refuses another account's bucket, and one of another region", async () => {
    const other = server.clients({ accessKeyId: "999900001111", secretAccessKey: "x" }).s3;
    assert.equal((await refusal(other.listObjectsV2({ Bucket: "templates" }))).status, 403);
    const taken = await refusal(other.createBucket({ Bucket: "templates" }));
    assert.deepEqual([taken.code, taken.status], ["BucketAlreadyExists", 409]);
    const elsewhere = server.clients(undefined, "eu-central-1").s3;
    assert.equal((await refusal(elsewhere.listObjectsV2({ Bucket: "templates" }))).status, 301);
  });
});

async function rawGet(port: number, path: string, headers: Record<string, string>): Promise<string> {
  const { get } = await import("node:http");
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    }).on("error", reject);
  });
}
