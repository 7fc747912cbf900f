import { CloudTrail } from "@aws-sdk/client-cloudtrail";
import assert from "node:assert/strict";
import { ACCOUNT, REGION, StackFixture } from "../cloudformation/stack-fixture";
import { BUCKET_POLICY, deliveryRole, trail, TRAIL_NEEDS } from "./trail-fixture";
import { typeTests } from "./type-tests";

const cloudtrail = (fixture: StackFixture) => fixture.client(CloudTrail);
const ARN = `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/product`;

typeTests({
  type: "AWS::CloudTrail::Trail",
  prepare: async (fixture) => {
    await fixture.create("needs", { Resources: TRAIL_NEEDS });
    return {};
  },
  properties: trail(),
  read: { ...trail(), Arn: ARN, KMSKeyId: undefined, S3KeyPrefix: undefined },
  attributes: { Ref: "product", Arn: ARN },
  updates: [
    { name: "no logging", properties: trail({ IsLogging: false }), read: { IsLogging: false } },
    {
      name: "no validation",
      properties: trail({ EnableLogFileValidation: undefined }),
      read: { EnableLogFileValidation: false },
    },
    {
      name: "one region",
      properties: trail({ IsMultiRegionTrail: false }),
      read: { IsMultiRegionTrail: false },
    },
    {
      name: "no log group",
      properties: trail({ CloudWatchLogsLogGroupArn: undefined, CloudWatchLogsRoleArn: undefined }),
      read: { CloudWatchLogsLogGroupArn: undefined, CloudWatchLogsRoleArn: undefined },
    },
    {
      name: "its tags",
      properties: trail({ Tags: [{ Key: "b", Value: "2" }] }),
      read: { Tags: [{ Key: "b", Value: "2" }] },
    },
  ],
  drifts: [
    {
      name: "logging that was put off",
      plant: (fixture, Name) => cloudtrail(fixture).stopLogging({ Name }),
      found: ["/IsLogging NOT_EQUAL"],
    },
    {
      name: "validation that was put off",
      plant: (fixture, Name) => cloudtrail(fixture).updateTrail({ Name, EnableLogFileValidation: false }),
      found: ["/EnableLogFileValidation NOT_EQUAL"],
    },
    {
      name: "its deletion",
      plant: (fixture, Name) => cloudtrail(fixture).deleteTrail({ Name }),
      found: "DELETED",
    },
  ],
  patch: { operations: [{ op: "replace", path: "/IsLogging", value: false }], read: { IsLogging: false } },
});

describe("a trail of a stack", () => {
  const fixture = new StackFixture();
  before(() => fixture.start());
  after(() => fixture.stop());

  const [look, write, tls] = BUCKET_POLICY.Statement;
  const bucketPolicy = (...Statement: unknown[]) => ({
    BucketPolicy: {
      Type: "AWS::S3::BucketPolicy",
      Properties: { Bucket: { Ref: "Bucket" }, PolicyDocument: { ...BUCKET_POLICY, Statement } },
    },
  });
  const role = (properties: object) => ({
    Role: { Type: "AWS::IAM::Role", Properties: { RoleName: "delivery", ...properties } },
  });
  const trusting = (service: string) => {
    const { AssumeRolePolicyDocument: document } = deliveryRole();
    const Statement = document.Statement.map((one) => ({ ...one, Principal: { Service: service } }));
    return { ...deliveryRole(), AssumeRolePolicyDocument: { ...document, Statement } };
  };
  const cases: { name: string; needs?: object; properties?: Record<string, unknown>; says: RegExp }[] = [
    {
      name: "a bucket whose policy lets it look alone",
      needs: bucketPolicy(look, tls),
      says: /Incorrect S3 bucket policy/,
    },
    {
      name: "a bucket whose policy lets it write alone",
      needs: bucketPolicy(write, tls),
      says: /Incorrect S3 bucket policy/,
    },
    {
      name: "a bucket that denies it everything",
      needs: bucketPolicy(look, write, { ...tls, Condition: undefined }),
      says: /Incorrect S3 bucket policy/,
    },
    {
      name: "no such bucket",
      properties: { S3BucketName: "no-such-bucket" },
      says: /S3 bucket no-such-bucket does not exist/,
    },
    {
      name: "another folder than the policy's",
      properties: { S3KeyPrefix: "elsewhere" },
      says: /Incorrect S3 bucket policy/,
    },
    {
      name: "a log group without a role",
      properties: { CloudWatchLogsRoleArn: undefined },
      says: /both a log group ARN and a role ARN/,
    },
    {
      name: "a log group that is not there",
      properties: { CloudWatchLogsLogGroupArn: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/none:*` },
      says: /cannot validate the specified log group ARN/,
    },
    {
      name: "a role that may not write",
      needs: role(deliveryRole(["logs:CreateLogStream"])),
      says: /Access denied. Check the permissions for your role/,
    },
    {
      name: "a role that trusts another service",
      needs: role(trusting("codebuild.amazonaws.com")),
      says: /Access denied. Check the permissions for your role/,
    },
    {
      name: "every region without global events",
      properties: { IncludeGlobalServiceEvents: false },
      says: /Multi-Region trail must include global service events/,
    },
    { name: "a name with a space", properties: { TrailName: "a b" }, says: /Trail name a b must be/ },
  ];
  for (const { name, needs = {}, properties = {}, says } of cases) {
    it(`is refused ${name}`, async () => {
      const stack = await fixture.create("refused", {
        Resources: {
          ...TRAIL_NEEDS,
          ...needs,
          Trail: {
            Type: "AWS::CloudTrail::Trail",
            DependsOn: Object.keys(TRAIL_NEEDS),
            Properties: trail(properties),
          },
        },
      });
      assert.equal(stack.StackStatus, "ROLLBACK_COMPLETE");
      const reasons = (await fixture.events("refused")).map((event) => event.ResourceStatusReason ?? "");
      assert.match(reasons.join("\n"), says);
      await fixture.delete("refused");
    });
  }
});
