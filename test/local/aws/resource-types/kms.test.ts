import { KMS } from "@aws-sdk/client-kms";
import assert from "node:assert/strict";
import { ACCOUNT, REGION, StackFixture } from "../cloudformation/stack-fixture";
import { subset, typeTests } from "./type-tests";

const kms = (fixture: StackFixture) => fixture.client(KMS);

const policy = (...actions: string[]) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Administration",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: ["kms:PutKeyPolicy", ...actions],
      Resource: "*",
    },
  ],
});
const key = (more: Record<string, unknown> = {}) => ({
  Description: "d",
  EnableKeyRotation: true,
  KeyPolicy: policy(),
  PendingWindowInDays: 9,
  Tags: [{ Key: "Stem", Value: "s" }],
  ...more,
});

const KEY_ID = /^[0-9a-f-]{36}$/;

typeTests({
  type: "AWS::KMS::Key",
  properties: key(),
  read: {
    Description: "d",
    Enabled: true,
    EnableKeyRotation: true,
    KeyPolicy: policy(),
    KeySpec: "SYMMETRIC_DEFAULT",
    KeyUsage: "ENCRYPT_DECRYPT",
    MultiRegion: false,
    Origin: "AWS_KMS",
    PendingWindowInDays: undefined,
    Tags: [{ Key: "Stem", Value: "s" }],
  },
  attributes: { Ref: KEY_ID, KeyId: KEY_ID, Arn: new RegExp(`^arn:aws:kms:${REGION}:${ACCOUNT}:key/`) },
  updates: [
    { name: "its description", properties: key({ Description: "e" }), read: { Description: "e" } },
    {
      name: "no rotation",
      properties: key({ EnableKeyRotation: false }),
      read: { EnableKeyRotation: false },
    },
    {
      name: "another rotation",
      properties: key({ RotationPeriodInDays: 90 }),
      read: { EnableKeyRotation: true },
    },
    {
      name: "its policy",
      properties: key({ KeyPolicy: policy("kms:DescribeKey") }),
      read: { KeyPolicy: policy("kms:DescribeKey") },
    },
    { name: "being disabled", properties: key({ Enabled: false }), read: { Enabled: false } },
    {
      name: "its tags",
      properties: key({ Tags: [{ Key: "b", Value: "2" }] }),
      read: { Tags: [{ Key: "b", Value: "2" }] },
    },
  ],
  drifts: [
    {
      name: "another policy",
      plant: (fixture, KeyId) =>
        kms(fixture).putKeyPolicy({ KeyId, Policy: JSON.stringify(policy("kms:Decrypt")) }),
      found: ["/KeyPolicy/Statement/0/Action/1 ADD"],
    },
    {
      name: "rotation that was put off",
      plant: (fixture, KeyId) => kms(fixture).disableKeyRotation({ KeyId }),
      found: ["/EnableKeyRotation NOT_EQUAL"],
    },
    {
      name: "another description",
      plant: (fixture, KeyId) => kms(fixture).updateKeyDescription({ KeyId, Description: "x" }),
      found: ["/Description NOT_EQUAL"],
    },
    {
      name: "its deletion",
      plant: (fixture, KeyId) => kms(fixture).scheduleKeyDeletion({ KeyId }),
      found: "DELETED",
    },
  ],
  patch: { operations: [{ op: "replace", path: "/Description", value: "p" }], read: { Description: "p" } },
});

const NAME = "alias/product";
const beside = {
  Key: { Type: "AWS::KMS::Key", Properties: {} },
  Other: { Type: "AWS::KMS::Key", Properties: {} },
};
const alias = (more: Record<string, unknown> = {}) => ({
  AliasName: NAME,
  TargetKeyId: { Ref: "Key" },
  ...more,
});

typeTests({
  type: "AWS::KMS::Alias",
  beside,
  properties: alias(),
  read: { AliasName: NAME },
  attributes: { Ref: NAME },
  updates: [
    { name: "another key", properties: alias({ TargetKeyId: { Ref: "Other" } }), read: { AliasName: NAME } },
    {
      name: "another name",
      properties: alias({ AliasName: "alias/other" }),
      read: { AliasName: "alias/other" },
      replaced: true,
    },
  ],
  drifts: [
    {
      name: "another key",
      plant: async (fixture) => {
        const { KeyMetadata } = await kms(fixture).createKey({});
        await kms(fixture).updateAlias({ AliasName: NAME, TargetKeyId: KeyMetadata!.KeyId });
      },
      found: ["/TargetKeyId NOT_EQUAL"],
    },
    {
      name: "its deletion",
      plant: (fixture, AliasName) => kms(fixture).deleteAlias({ AliasName }),
      found: "DELETED",
    },
  ],
  patch: { operations: [{ op: "test", path: "/AliasName", value: NAME }], read: { AliasName: NAME } },
});

describe("a key of a stack", () => {
  const fixture = new StackFixture();
  before(() => fixture.start());
  after(() => fixture.stop());

  it("waits for its deletion as long as the template says, and its stack is gone meanwhile", async () => {
    const template = { Resources: { Key: { Type: "AWS::KMS::Key", Properties: key() } } };
    const stack = await fixture.create("waits", {
      ...template,
      Outputs: { KeyId: { Value: { Ref: "Key" } } },
    });
    const KeyId = stack.Outputs![0]!.OutputValue;
    assert.equal((await fixture.delete("waits")).StackStatus, "DELETE_COMPLETE");
    const { KeyMetadata } = await kms(fixture).describeKey({ KeyId });
    subset({ ...KeyMetadata }, { KeyState: "PendingDeletion", Enabled: false });
    const days = (KeyMetadata!.DeletionDate!.getTime() - Date.now()) / 86_400_000;
    assert.ok(days > 8.9 && days <= 9, String(days));
    await kms(fixture).cancelKeyDeletion({ KeyId });
    assert.equal((await kms(fixture).describeKey({ KeyId })).KeyMetadata!.KeyState, "Disabled");
  });

  it("is refused a policy that would lock everybody out, and another kind of key in its place", async () => {
    const locked = { ...policy(), Statement: [{ ...policy().Statement[0], Action: "kms:Decrypt" }] };
    const create = (name: string, KeyPolicy: unknown) =>
      fixture.create(name, { Resources: { Key: { Type: "AWS::KMS::Key", Properties: { KeyPolicy } } } });
    assert.equal((await create("locked", locked)).StackStatus, "ROLLBACK_COMPLETE");
    const reasons = (await fixture.events("locked")).map((event) => event.ResourceStatusReason ?? "");
    assert.match(reasons.join("\n"), /will not allow you to update the key policy in the future/);
    await create("kind", policy());
    const updated = await fixture.update("kind", {
      Resources: { Key: { Type: "AWS::KMS::Key", Properties: { KeyPolicy: policy(), KeySpec: "RSA_2048" } } },
    });
    assert.equal(updated.StackStatus, "UPDATE_ROLLBACK_COMPLETE");
  });
});
