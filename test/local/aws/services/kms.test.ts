import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { KMS } from "@aws-sdk/client-kms";
import assert from "node:assert/strict";
import { ACCOUNT, policy, refusal, REGION, TestServer, TRUST_EC2 } from "./embedded-server";

const ROOT = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
const manage = (Principal: unknown, ...actions: string[]) =>
  policy({ Effect: "Allow", Principal, Action: ["kms:PutKeyPolicy", ...actions], Resource: "*" });

describe("embedded KMS", () => {
  let server: TestServer;
  let kms: KMS;
  let KeyId: string;

  const newKey = async (Policy?: string): Promise<string> =>
    (await kms.createKey({ Policy })).KeyMetadata!.KeyId!;

  before(async () => {
    server = await TestServer.start();
    kms = server.client(KMS);
    KeyId = await newKey();
    await kms.createAlias({ AliasName: "alias/there", TargetKeyId: KeyId });
  });
  after(() => server.stop());

  it("opens what it closed, with the same context alone, after a restart too", async () => {
    const EncryptionContext = { for: "test" };
    const { CiphertextBlob } = await kms.encrypt({
      KeyId: "alias/there",
      Plaintext: Buffer.from("text"),
      EncryptionContext,
    });
    await server.restart();
    kms = server.client(KMS);
    const opened = await kms.decrypt({ CiphertextBlob, EncryptionContext });
    assert.equal(Buffer.from(opened.Plaintext!).toString(), "text");
    assert.equal((await refusal(kms.decrypt({ CiphertextBlob }))).code, "InvalidCiphertextException");
    const other = await newKey();
    const wrong = kms.decrypt({ CiphertextBlob, EncryptionContext, KeyId: other });
    assert.equal((await refusal(wrong)).code, "IncorrectKeyException");
    const data = await kms.generateDataKey({ KeyId, KeySpec: "AES_256" });
    const again = await kms.decrypt({ CiphertextBlob: data.CiphertextBlob });
    assert.deepEqual(again.Plaintext, data.Plaintext);
  });

  it("keeps description, rotation, policy and tags", async () => {
    const { KeyMetadata } = await kms.createKey({
      Description: "d",
      Tags: [{ TagKey: "a", TagValue: "1" }],
    });
    const key = KeyMetadata!.Arn!;
    await kms.updateKeyDescription({ KeyId: key, Description: "e" });
    assert.equal((await kms.describeKey({ KeyId: key })).KeyMetadata!.Description, "e");
    assert.equal((await kms.getKeyRotationStatus({ KeyId: key })).KeyRotationEnabled, false);
    await kms.enableKeyRotation({ KeyId: key, RotationPeriodInDays: 90 });
    const rotation = await kms.getKeyRotationStatus({ KeyId: key });
    assert.deepEqual([rotation.KeyRotationEnabled, rotation.RotationPeriodInDays], [true, 90]);
    await kms.tagResource({ KeyId: key, Tags: [{ TagKey: "b", TagValue: "2" }] });
    await kms.untagResource({ KeyId: key, TagKeys: ["a"] });
    assert.deepEqual((await kms.listResourceTags({ KeyId: key })).Tags, [{ TagKey: "b", TagValue: "2" }]);
    assert.match((await kms.getKeyPolicy({ KeyId: key })).Policy!, /Enable IAM User Permissions/);
  });

  it("uses no key that waits for its deletion or is disabled, and has it back afterwards", async () => {
    const key = await newKey();
    await kms.createAlias({ AliasName: "alias/waits", TargetKeyId: key });
    const encrypt = () => kms.encrypt({ KeyId: key, Plaintext: Buffer.from("x") });
    const { KeyState, PendingWindowInDays } = await kms.scheduleKeyDeletion({
      KeyId: key,
      PendingWindowInDays: 7,
    });
    assert.deepEqual([KeyState, PendingWindowInDays], ["PendingDeletion", 7]);
    for (const call of [
      encrypt,
      () => kms.enableKey({ KeyId: key }),
      () => kms.scheduleKeyDeletion({ KeyId: key }),
      () => kms.createAlias({ AliasName: "alias/new", TargetKeyId: key }),
      () => kms.enableKeyRotation({ KeyId: key }),
    ]) {
      assert.equal((await refusal(call())).code, "KMSInvalidStateException");
    }
    const { Aliases } = await kms.listAliases({ KeyId: key });
    assert.deepEqual(
      Aliases!.map(({ AliasName }) => AliasName),
      ["alias/waits"],
    );
    await kms.cancelKeyDeletion({ KeyId: key });
    assert.equal((await refusal(encrypt())).code, "DisabledException");
    await kms.enableKey({ KeyId: key });
    await encrypt();
  });

  const cases: [string, (kms: KMS) => Promise<unknown>, string][] = [
    [
      "an unknown key",
      (c) => c.describeKey({ KeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" }),
      "NotFoundException",
    ],
    ["an unknown alias", (c) => c.describeKey({ KeyId: "alias/none" }), "NotFoundException"],
    [
      "the deletion of an unknown alias",
      (c) => c.deleteAlias({ AliasName: "alias/none" }),
      "NotFoundException",
    ],
    [
      "an alias that is there",
      (c) => c.createAlias({ AliasName: "alias/there", TargetKeyId: KeyId }),
      "AlreadyExistsException",
    ],
    [
      "an alias without its prefix",
      (c) => c.createAlias({ AliasName: "x", TargetKeyId: KeyId }),
      "ValidationException",
    ],
    [
      "an alias of an alias",
      (c) => c.createAlias({ AliasName: "alias/x", TargetKeyId: "alias/there" }),
      "ValidationException",
    ],
    [
      "6 days of waiting",
      (c) => c.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 6 }),
      "ValidationException",
    ],
    [
      "31 days of waiting",
      (c) => c.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 31 }),
      "ValidationException",
    ],
    [
      "a text that is none of its own",
      (c) => c.decrypt({ CiphertextBlob: Buffer.alloc(80) }),
      "InvalidCiphertextException",
    ],
    ["a policy that is no JSON", (c) => c.createKey({ Policy: "{" }), "MalformedPolicyDocumentException"],
    [
      "a policy for a role that is not there",
      (c) => c.createKey({ Policy: manage({ AWS: `arn:aws:iam::${ACCOUNT}:role/none` }) }),
      "MalformedPolicyDocumentException",
    ],
    [
      "a policy that nobody could change",
      (c) => c.createKey({ Policy: manage({ Service: "logs.amazonaws.com" }) }),
      "MalformedPolicyDocumentException",
    ],
    [
      "a tag of AWS's",
      (c) => c.tagResource({ KeyId, Tags: [{ TagKey: "aws:x", TagValue: "" }] }),
      "TagException",
    ],
    ["the end of a deletion that is not", (c) => c.cancelKeyDeletion({ KeyId }), "KMSInvalidStateException"],
  ];
  for (const [name, call, code] of cases) {
    it(`refuses ${name}`, async () => assert.equal((await refusal(call(kms))).code, code));
  }

  it("says of other kinds of keys that it does not have them", async () => {
    assert.equal((await refusal(kms.createKey({ KeySpec: "RSA_2048" }))).code, "NotImplemented");
  });

  it("lets a caller do what the key's policy and its own allow", async () => {
    const accessKeyId = "operator";
    const own = { Effect: "Allow", Action: ["kms:DescribeKey", "kms:CreateKey"], Resource: "*" };
    await server.control("POST", "callers", { accessKeyId, policies: [JSON.parse(policy(own))] });
    const caller = server.client(KMS, { accessKeyId, secretAccessKey: "x" });
    const arn = `arn:aws:iam::${ACCOUNT}:user/${accessKeyId}`;
    const describe = async (Policy: string) => {
      const key = await newKey(Policy);
      return caller.describeKey({ KeyId: key });
    };
    await describe(manage(ROOT, "kms:DescribeKey"));
    assert.match((await refusal(describe(manage(ROOT)))).message, /no resource-based policy allows/);
    const { iam } = server.clients();
    await iam.createRole({ RoleName: "admin", AssumeRolePolicyDocument: TRUST_EC2 });
    const admin = { AWS: `arn:aws:iam::${ACCOUNT}:role/admin` };
    const lockedOut = await refusal(caller.createKey({ Policy: manage(admin) }));
    assert.equal(lockedOut.code, "MalformedPolicyDocumentException");
    await caller.createKey({ Policy: manage(admin), BypassPolicyLockoutSafetyCheck: true });
    await iam.createUser({ UserName: accessKeyId });
    const { KeyMetadata } = await caller.createKey({ Policy: manage({ AWS: arn }, "kms:Encrypt") });
    await caller.encrypt({ KeyId: KeyMetadata!.KeyId, Plaintext: Buffer.from("x") });
  });

  it("encrypts log groups where the key's policy lets CloudWatch Logs", async () => {
    const logs = server.client(CloudWatchLogs);
    const logGroupName = "/encrypted";
    await logs.createLogGroup({ logGroupName });
    const arn = (id: string) => `arn:aws:kms:${REGION}:${ACCOUNT}:key/${id}`;
    const associate = (kmsKeyId: string) => logs.associateKmsKey({ logGroupName, kmsKeyId });
    assert.equal((await refusal(associate(arn(KeyId)))).code, "InvalidParameterException");
    const statement = {
      Effect: "Allow",
      Principal: { ...ROOT, Service: `logs.${REGION}.amazonaws.com` },
      Action: ["kms:PutKeyPolicy", "kms:GenerateDataKey*"],
      Resource: "*",
    };
    const kmsKeyId = arn(await newKey(policy(statement)));
    await associate(kmsKeyId);
    const { logGroups } = await logs.describeLogGroups({ logGroupNamePrefix: logGroupName });
    assert.equal(logGroups![0]!.kmsKeyId, kmsKeyId);
    await logs.disassociateKmsKey({ logGroupName });
  });
});
