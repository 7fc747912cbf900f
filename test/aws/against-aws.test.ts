import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AwsClients, connectToAws } from "../../aws/clients";
import type { AwsConnection } from "../../aws/connection";
import { findStack, listStackResources } from "../../aws/deployed-stack";
import { readLiveResource } from "../../aws/live-resource";
import { decidePreflight } from "../../aws/preflight/decide";
import { gatherPreflight } from "../../aws/preflight/gather";
import type { PreflightRequest } from "../../aws/preflight/request";
import { lastOperationEvents, rootCause } from "../../aws/stack-events";
import { removeLeftoverStack } from "../../aws/stack-removal";
import { type EmbeddedAws, startEmbeddedAws } from "../../local/aws/server";

const STEM = "edge-dev-b001-us-west-1-startup-sec";
const STACK = `${STEM}-stack`;
const GROUP = "edge-dev-b001-group-a";
const TAGS = { ManagedBy: "tierguard", Environment: "dev", TenantId: "b001", Stem: STEM };

const template = (policyArns: string[] = []) =>
  JSON.stringify({
    AWSTemplateFormatVersion: "2010-09-09",
    Resources: {
      GroupA: { Type: "AWS::IAM::Group", Properties: { GroupName: GROUP, ManagedPolicyArns: policyArns } },
    },
  });

describe("AWS as the pre-check and the provider see it", function () {
  this.timeout(60_000);
  const directory = mkdtempSync(join(tmpdir(), "tierguard-aws-"));
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env;
  let server: EmbeddedAws;
  let connection: AwsConnection;
  let aws: AwsClients;
  let request: PreflightRequest;

  before(() => {
    process.env.AWS_ACCESS_KEY_ID = "AKIATIERGUARDLOCAL00";
    process.env.AWS_SECRET_ACCESS_KEY = "local";
  });
  after(() => {
    for (const [name, value] of Object.entries({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(directory, { recursive: true, force: true });
  });
  let run = 0;
  beforeEach(async () => {
    server = await startEmbeddedAws({ stateFile: join(directory, `state-${(run += 1)}.json`) });
    const services = ["cloudcontrol", "cloudformation", "iam", "s3", "ssm", "sts"];
    connection = {
      region: "us-west-1",
      endpoints: Object.fromEntries(services.map((service) => [service, server.url])),
    };
    aws = connectToAws(connection);
    request = {
      connection,
      accountId: "123456789012",
      region: "us-west-1",
      stackName: STACK,
      stem: STEM,
      pinnedName: false,
      tags: TAGS,
      names: [{ logicalId: "GroupA", type: "AWS::IAM::Group", identifier: GROUP }],
    };
  });
  afterEach(() => server.close());

  /** Creates the stack and waits until nothing is under way. */
  async function createStack(body: string, tags: Record<string, string> = TAGS): Promise<string> {
    const cloudFormation = await aws.cloudFormation();
    await cloudFormation.createStack({
      StackName: STACK,
      TemplateBody: body,
      Capabilities: ["CAPABILITY_NAMED_IAM"],
      EnableTerminationProtection: true,
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    });
    for (;;) {
      const stack = await findStack(aws, STACK);
      if (stack !== undefined && !stack.status.endsWith("_IN_PROGRESS")) return stack.status;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const check = async (changes: Partial<PreflightRequest> = {}) => {
    const wish = { ...request, ...changes };
    return decidePreflight(wish, await gatherPreflight(aws, wish));
  };

  it("an empty account is free to deploy to", async () => {
    assert.deepEqual(await check(), { failures: [], warnings: [] });
    assert.equal(await findStack(aws, STACK), undefined);
    assert.deepEqual(await listStackResources(aws, STACK), []);
    assert.deepEqual(
      await readLiveResource(aws, { type: "AWS::IAM::Group", identifier: GROUP, properties: {} }),
      { kind: "gone" },
    );
  });

  it("a deployed stack of ours holds its names, and its resources can be read", async () => {
    assert.equal(await createStack(template()), "CREATE_COMPLETE");
    assert.deepEqual(await check(), { failures: [], warnings: [] });
    const group = await readLiveResource(aws, { type: "AWS::IAM::Group", identifier: GROUP, properties: {} });
    assert.equal(group.kind === "found" && group.properties.GroupName, GROUP);
  });

  it("a stack of somebody else's is refused", async () => {
    await createStack(template(), {});
    assert.match((await check()).failures[0] ?? "", /is not this environment's/);
  });

  it("a group made by hand is refused, whatever its path", async () => {
    await (await aws.iam()).createGroup({ GroupName: GROUP, Path: "/by-hand/" });
    assert.match((await check()).failures[0] ?? "", /IAM group edge-dev-b001-group-a .* exists already/);
  });

  it("a group whose name differs by case alone is refused", async () => {
    await (await aws.iam()).createGroup({ GroupName: GROUP.toUpperCase() });
    assert.match((await check()).failures[0] ?? "", /IAM group edge-dev-b001-group-a .* exists already/);
  });

  it("a bucket of the account in the region is taken, one in another region refused", async () => {
    await (
      await aws.s3()
    ).createBucket({ Bucket: "edge-here", CreateBucketConfiguration: { LocationConstraint: "us-west-1" } });
    const there = await connectToAws({ ...connection, region: "us-east-1" }).s3();
    await there.createBucket({ Bucket: "edge-there" });
    assert.deepEqual(await check({ templateBucket: "edge-here" }), { failures: [], warnings: [] });
    assert.match((await check({ templateBucket: "edge-there" })).failures[0] ?? "", /lies in us-east-1/);
  });

  it("a boundary and a bucket that do not exist are refused", async () => {
    const { failures } = await check({
      permissionBoundaryArn: "arn:aws:iam::123456789012:policy/missing",
      templateBucket: "edge-missing-templates",
    });
    assert.equal(failures.length, 2, failures.join("\n"));
  });

  it("another account's credentials are refused", async () => {
    assert.match(
      (await check({ accountId: "999999999999" })).failures[0] ?? "",
      /belong to account 123456789012/,
    );
  });

  it("a failed first creation tells its cause, and its leftover can be removed", async () => {
    const since = new Date(Date.now() - 1000);
    assert.equal(
      await createStack(template(["arn:aws:iam::123456789012:policy/missing"])),
      "ROLLBACK_COMPLETE",
    );
    const cause = rootCause(await lastOperationEvents(aws, STACK, since));
    assert.equal(cause?.logicalId, "GroupA");
    assert.match(cause.reason, /policy\/missing/);

    const verdict = await check();
    assert.deepEqual(verdict.failures, []);
    await removeLeftoverStack(aws, verdict.leftoverStackId ?? "");
    assert.equal(await findStack(aws, STACK), undefined);
    await removeLeftoverStack(aws, verdict.leftoverStackId ?? "");
  });

  it("an AWS that does not answer is one failure", async () => {
    await server.close();
    const { failures } = await check();
    assert.equal(failures.length, 1, failures.join("\n"));
    assert.match(failures[0]!, /AWS cannot be reached/);
    server = await startEmbeddedAws({ stateFile: join(directory, "after.json") });
  });
});
