import assert from "node:assert/strict";
import { preflightBehaviour } from "../../provider/preflight";
import { awsError, fakeAws, recordingReporter } from "./fake-aws";

const URN = "urn:pulumi:dev::tierguard::tierguard:index:Preflight::security-preflight";
const STACK_ID = "arn:aws:cloudformation:us-west-1:123456789012:stack/edge/1";
const tags = { ManagedBy: "tierguard", Environment: "dev", TenantId: "b001", Stem: "stem" };
const request = {
  connection: { region: "us-west-1" },
  accountId: "123456789012",
  region: "us-west-1",
  stackName: "stem-stack",
  stem: "stem",
  pinnedName: false,
  tags,
  names: [{ logicalId: "GroupA", type: "AWS::IAM::Group", identifier: "group-a" }],
};

/** An account with at most one stack, which a deletion removes, and with groups that exist beside it. */
function account(options: { status?: string; groups?: string[]; stackTags?: object }) {
  const calls: string[] = [];
  let status = options.status;
  const noStack = awsError("ValidationError", "Stack with id stem-stack does not exist");
  const called =
    <T>(name: string, answer: () => T) =>
    () => {
      calls.push(name);
      return new Promise<T>((resolve) => resolve(answer()));
    };
  const aws = fakeAws({
    sts: { getCallerIdentity: called("getCallerIdentity", () => ({ Account: "123456789012" })) },
    cloudFormation: {
      describeStacks: called("describeStacks", () => {
        if (status === undefined) throw noStack;
        const Tags = Object.entries(options.stackTags ?? tags).map(([Key, Value]) => ({
          Key,
          Value: String(Value),
        }));
        return {
          Stacks: [
            {
              StackId: STACK_ID,
              StackName: "stem-stack",
              StackStatus: status,
              EnableTerminationProtection: true,
              Tags,
            },
          ],
        };
      }),
      listStackResources: called("listStackResources", () => {
        if (status === undefined) throw noStack;
        const held = status === "ROLLBACK_COMPLETE" ? "DELETE_COMPLETE" : "CREATE_COMPLETE";
        return {
          StackResourceSummaries: [
            {
              LogicalResourceId: "GroupA",
              ResourceType: "AWS::IAM::Group",
              PhysicalResourceId: "group-a",
              ResourceStatus: held,
            },
          ],
        };
      }),
      updateTerminationProtection: called("updateTerminationProtection", () => ({})),
      deleteStack: called("deleteStack", () => {
        status = undefined;
        return {};
      }),
    },
    iam: {
      listGroups: called("listGroups", () => ({
        Groups: (options.groups ?? []).map((GroupName) => ({ GroupName })),
        IsTruncated: false,
      })),
    },
  });
  const reporter = recordingReporter();
  return { calls, reporter, preflight: preflightBehaviour(() => aws, reporter) };
}

describe("the pre-check resource", () => {
  it("lets a first deployment pass where the names are free", async () => {
    const { preflight } = account({ groups: ["somebody-elses"] });
    assert.deepEqual(await preflight.check(URN, {}, request), {
      inputs: { ...request, leftoverStackId: "" },
      failures: [],
    });
  });

  it("asks three questions where the stack holds every name", async () => {
    const { preflight, calls } = account({ status: "CREATE_COMPLETE", groups: ["group-a"] });
    const { failures } = await preflight.check(URN, {}, request);
    assert.deepEqual(failures, []);
    assert.deepEqual(calls.sort(), ["describeStacks", "getCallerIdentity", "listStackResources"]);
  });

  it("refuses a name that exists beside the stack", async () => {
    const { preflight } = account({ groups: ["group-a"] });
    const { failures } = await preflight.check(URN, {}, request);
    assert.equal(failures?.length, 1);
    assert.match(failures[0]!.reason, /IAM group group-a \(GroupA\) exists already/);
  });

  it("says nothing of what a preview does not know", async () => {
    const { preflight, calls } = account({});
    const news = { ...request, stackName: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" };
    assert.deepEqual(await preflight.check(URN, {}, news), { inputs: news });
    assert.deepEqual(calls, []);
  });

  it("notes a leftover, which is a change, removes it and says so", async () => {
    const { preflight, calls, reporter } = account({ status: "ROLLBACK_COMPLETE" });
    const olds = { ...request, leftoverStackId: "" };
    const { inputs, failures } = (await preflight.check(URN, olds, request)) as {
      inputs: typeof olds;
      failures: unknown[];
    };
    assert.deepEqual(failures, []);
    assert.equal(inputs.leftoverStackId, STACK_ID);
    assert.deepEqual(preflight.diff(olds, inputs), { changes: true });
    calls.length = 0;
    assert.deepEqual(await preflight.update(URN, olds, inputs), { outs: inputs });
    assert.deepEqual(calls, [
      "describeStacks",
      "updateTerminationProtection",
      "deleteStack",
      "describeStacks",
    ]);
    assert.match(reporter.said[0]!, /^info: deleting the stack stem-stack/);
  });

  it("remembers the last leftover, so that the next deployment changes nothing", async () => {
    const { preflight, calls } = account({ status: "CREATE_COMPLETE" });
    const olds = { ...request, leftoverStackId: STACK_ID };
    const { inputs } = (await preflight.check(URN, olds, request)) as { inputs: typeof olds };
    assert.equal(inputs.leftoverStackId, STACK_ID);
    assert.deepEqual(preflight.diff(olds, inputs), { changes: false });
    assert.ok(!calls.includes("deleteStack"));
  });

  it("leaves the stack alone where it is no leftover any more", async () => {
    const { preflight, calls } = account({ status: "CREATE_COMPLETE" });
    await preflight.create(URN, { ...request, leftoverStackId: STACK_ID });
    assert.deepEqual(calls, ["describeStacks"]);
  });

  it("shows no change for a new name or another way to reach AWS", () => {
    const { preflight } = account({});
    const olds = { ...request, leftoverStackId: "" };
    const news = { ...olds, names: [], connection: { region: "us-west-1", profile: "p" } };
    assert.deepEqual(preflight.diff(olds, news), { changes: false });
  });
});
