import {
  CloudFormationClient,
  DescribeStackDriftDetectionStatusCommand,
  type DescribeStackDriftDetectionStatusCommandOutput,
  DescribeStackResourceDriftsCommand,
  DetectStackDriftCommand,
  DetectStackResourceDriftCommand,
  ListStackResourcesCommand,
} from "@aws-sdk/client-cloudformation";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { DRIFT_TEMPLATE, DRIFTS, deleteGroup } from "./drift-fixture";
import { group, REGION, StackFixture } from "./stack-fixture";

const STACK = "drift";

describe("drift detection", () => {
  const fixture = new StackFixture();
  beforeEach(async () => {
    await fixture.start();
    const stack = await fixture.create(STACK, DRIFT_TEMPLATE);
    assert.equal(stack.StackStatus, "CREATE_COMPLETE");
  });
  afterEach(() => fixture.stop());

  async function detect(
    StackName = STACK,
    more: { LogicalResourceIds?: string[] } = {},
    cfn = fixture.cfn,
  ): Promise<DescribeStackDriftDetectionStatusCommandOutput> {
    const { StackDriftDetectionId } = await cfn.send(new DetectStackDriftCommand({ StackName, ...more }));
    for (;;) {
      const answer = await cfn.send(new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId }));
      if (answer.DetectionStatus !== "DETECTION_IN_PROGRESS") return answer;
      await sleep(5);
    }
  }

  async function drifts(StackResourceDriftStatusFilters?: ("MODIFIED" | "DELETED")[]) {
    const input = { StackName: STACK, StackResourceDriftStatusFilters };
    return (await fixture.cfn.send(new DescribeStackResourceDriftsCommand(input))).StackResourceDrifts!;
  }

  for (const { title, plant, logicalId, detected, differences = [] } of DRIFTS) {
    it(`says ${detected} of ${title}`, async () => {
      await plant(fixture);
      const answer = await detect();
      const drifted = detected === "IN_SYNC" ? 0 : 1;
      assert.deepEqual(
        [answer.DetectionStatus, answer.StackDriftStatus, answer.DriftedStackResourceCount],
        ["DETECTION_COMPLETE", drifted === 0 ? "IN_SYNC" : "DRIFTED", drifted],
      );
      const found = (await drifts()).find((drift) => drift.LogicalResourceId === logicalId)!;
      assert.equal(found.StackResourceDriftStatus, detected);
      assert.deepEqual(
        found.PropertyDifferences!.map(
          ({ PropertyPath, DifferenceType }) => `${PropertyPath} ${DifferenceType}`,
        ),
        differences,
      );
      assert.equal((await drifts(["MODIFIED", "DELETED"])).length, drifted);
    });
  }

  it("is shown on the stack and its resources, those that can't be checked left out, until the next update", async () => {
    const information = async () => {
      const { DriftInformation } = await fixture.describe(STACK);
      const { StackResourceSummaries } = await fixture.cfn.send(
        new ListStackResourcesCommand({ StackName: STACK }),
      );
      return [
        DriftInformation!.StackDriftStatus,
        ...StackResourceSummaries!.map((summary) => summary.DriftInformation!.StackResourceDriftStatus),
      ];
    };
    assert.deepEqual(await information(), Array<string>(6).fill("NOT_CHECKED"));
    await deleteGroup(fixture);
    await detect();
    assert.deepEqual(await information(), [
      "DRIFTED",
      "DELETED",
      "NOT_CHECKED",
      "IN_SYNC",
      "IN_SYNC",
      "IN_SYNC",
    ]);
    assert.ok((await fixture.describe(STACK)).DriftInformation!.LastCheckTimestamp instanceof Date);
    assert.deepEqual(
      (await drifts()).map((drift) => drift.LogicalResourceId),
      ["Group", "Policy", "Role", "Value"],
    );
    const { Value, ...Resources } = DRIFT_TEMPLATE.Resources;
    await fixture.update(STACK, { Resources: { ...Resources, Other: { ...Value } } });
    assert.equal((await information())[0], "NOT_CHECKED");
  });

  it("gives expected and actual values", async () => {
    const { plant } = DRIFTS.find(({ title }) => title === "a longer session")!;
    await plant(fixture);
    const { StackResourceDrift: drift } = await fixture.cfn.send(
      new DetectStackResourceDriftCommand({ StackName: STACK, LogicalResourceId: "Role" }),
    );
    assert.deepEqual(drift!.PropertyDifferences, [
      {
        PropertyPath: "/MaxSessionDuration",
        ExpectedValue: "3600",
        ActualValue: "7200",
        DifferenceType: "NOT_EQUAL",
      },
    ]);
    const [expected, actual] = [drift!.ExpectedProperties!, drift!.ActualProperties!].map(
      (text) => JSON.parse(text) as Record<string, unknown>,
    );
    assert.deepEqual([expected!.MaxSessionDuration, actual!.MaxSessionDuration], [3600, 7200]);
    assert.deepEqual(Object.keys(actual!).sort(), Object.keys(expected!).sort());
  });

  it("looks at the resources that are named alone", async () => {
    await deleteGroup(fixture);
    assert.equal((await detect(STACK, { LogicalResourceIds: ["Role"] })).StackDriftStatus, "IN_SYNC");
    await assert.rejects(
      detect(STACK, { LogicalResourceIds: ["Nothing"] }),
      /Resource Nothing does not exist/,
    );
  });

  it("refuses a type without support, and a stack that is not at rest in the right state", async () => {
    await assert.rejects(
      fixture.cfn.send(
        new DetectStackResourceDriftCommand({ StackName: STACK, LogicalResourceId: "Inline" }),
      ),
      { name: "ValidationError", message: "Drift detection is not supported for the specified ResourceType" },
    );
    await fixture.create("broken", { Resources: { G: group("drift-group") } });
    await assert.rejects(detect("broken"), /in status ROLLBACK_COMPLETE/);
    const both = await Promise.allSettled([detect(), detect()]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  });

  it("needs the rights of both calls, and fails with what it may not read", async () => {
    const Statement = [
      {
        Effect: "Allow",
        Action: ["cloudformation:D*", "cloudformation:B*", "ssm:*", "iam:Get*", "iam:List*"],
        Resource: "*",
      },
    ];
    const caller = async (accessKeyId: string, denied: string): Promise<CloudFormationClient> => {
      const Deny = { Effect: "Deny", Action: denied, Resource: "*" };
      await fetch(`${fixture.aws.url}/_tierguard/callers`, {
        method: "POST",
        body: JSON.stringify({
          accessKeyId,
          policies: [{ Version: "2012-10-17", Statement: [...Statement, Deny] }],
        }),
      });
      const credentials = { accessKeyId, secretAccessKey: "x" };
      return new CloudFormationClient({ endpoint: fixture.aws.url, region: REGION, credentials });
    };
    for (const denied of [
      "DetectStackDrift",
      "DetectStackResourceDrift",
      "BatchDescribeTypeConfigurations",
    ]) {
      const cfn = await caller(denied, `cloudformation:${denied}`);
      await assert.rejects(
        detect(STACK, {}, cfn),
        new RegExp(`not authorized to perform: cloudformation:${denied}`),
      );
      cfn.destroy();
    }
    const cfn = await caller("reader", "iam:GetRole");
    const answer = await detect(STACK, {}, cfn);
    cfn.destroy();
    assert.deepEqual([answer.DetectionStatus, answer.StackDriftStatus], ["DETECTION_FAILED", "UNKNOWN"]);
    assert.match(answer.DetectionStatusReason!, /\[Role\].*not authorized to perform: iam:GetRole/);
  });
});
