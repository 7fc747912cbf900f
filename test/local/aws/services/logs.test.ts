import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import assert from "node:assert/strict";
import { ACCOUNT, refusal, REGION, TestServer } from "./embedded-server";

const ARN = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group`;

describe("embedded CloudWatch Logs", () => {
  let server: TestServer;
  let logs: CloudWatchLogs;

  before(async () => {
    server = await TestServer.start();
    logs = server.client(CloudWatchLogs);
    await logs.createLogGroup({ logGroupName: "/there", tags: { a: "1" } });
  });
  after(() => server.stop());

  it("keeps log groups with their settings, over a restart", async () => {
    const logGroupName = "/kept";
    await logs.createLogGroup({ logGroupName, logGroupClass: "INFREQUENT_ACCESS" });
    await logs.putRetentionPolicy({ logGroupName, retentionInDays: 90 });
    await logs.tagResource({ resourceArn: `${ARN}:${logGroupName}`, tags: { b: "2" } });
    await server.restart();
    logs = server.client(CloudWatchLogs);
    const { logGroups } = await logs.describeLogGroups({ logGroupNamePrefix: "/kept" });
    const { creationTime, ...group } = logGroups![0]!;
    assert.ok(creationTime! > 0);
    assert.deepEqual(group, {
      logGroupName,
      retentionInDays: 90,
      metricFilterCount: 0,
      arn: `${ARN}:${logGroupName}:*`,
      logGroupArn: `${ARN}:${logGroupName}`,
      storedBytes: 0,
      logGroupClass: "INFREQUENT_ACCESS",
    });
    const { tags } = await logs.listTagsForResource({ resourceArn: `${ARN}:${logGroupName}` });
    assert.deepEqual(tags, { b: "2" });
  });

  it("lists by prefix, by pattern, by identifier, page by page", async () => {
    for (const name of ["/page/a", "/page/b", "/page/c"]) await logs.createLogGroup({ logGroupName: name });
    const names = async (input: Parameters<CloudWatchLogs["describeLogGroups"]>[0]) => {
      const answer = await logs.describeLogGroups(input);
      return { names: answer.logGroups!.map((group) => group.logGroupName), next: answer.nextToken };
    };
    const first = await names({ logGroupNamePrefix: "/page/", limit: 2 });
    assert.deepEqual(first.names, ["/page/a", "/page/b"]);
    const rest = await names({ logGroupNamePrefix: "/page/", limit: 2, nextToken: first.next });
    assert.deepEqual(rest, { names: ["/page/c"], next: undefined });
    assert.deepEqual((await names({ logGroupNamePattern: "GE/B" })).names, ["/page/b"]);
    assert.deepEqual((await names({ logGroupIdentifiers: [`${ARN}:/page/c`] })).names, ["/page/c"]);
  });

  const cases: [string, (logs: CloudWatchLogs) => Promise<unknown>, string][] = [
    [
      "a log group that is there",
      (c) => c.createLogGroup({ logGroupName: "/there" }),
      "ResourceAlreadyExistsException",
    ],
    ["a name with a space", (c) => c.createLogGroup({ logGroupName: "/a b" }), "InvalidParameterException"],
    [
      "513 characters",
      (c) => c.createLogGroup({ logGroupName: "x".repeat(513) }),
      "InvalidParameterException",
    ],
    [
      "91 days",
      (c) => c.putRetentionPolicy({ logGroupName: "/there", retentionInDays: 91 }),
      "InvalidParameterException",
    ],
    [
      "an unknown log group",
      (c) => c.putRetentionPolicy({ logGroupName: "/none", retentionInDays: 90 }),
      "ResourceNotFoundException",
    ],
    [
      "the deletion of an unknown log group",
      (c) => c.deleteLogGroup({ logGroupName: "/none" }),
      "ResourceNotFoundException",
    ],
    [
      "a tag of AWS's",
      (c) => c.tagResource({ resourceArn: `${ARN}:/there`, tags: { "aws:x": "1" } }),
      "InvalidParameterException",
    ],
    [
      "51 tags",
      (c) =>
        c.tagResource({
          resourceArn: `${ARN}:/there`,
          tags: Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, ""])),
        }),
      "TooManyTagsException",
    ],
    [
      "tags by an ARN with a star",
      (c) => c.listTagsForResource({ resourceArn: `${ARN}:/there:*` }),
      "InvalidParameterException",
    ],
    [
      "a token of somebody else",
      (c) => c.describeLogGroups({ nextToken: "abc" }),
      "InvalidParameterException",
    ],
    ["a page of none", (c) => c.describeLogGroups({ limit: 0 }), "InvalidParameterException"],
    [
      "prefix and pattern at once",
      (c) => c.describeLogGroups({ logGroupNamePrefix: "a", logGroupNamePattern: "b" }),
      "InvalidParameterException",
    ],
    [
      "a class that is none",
      (c) => c.createLogGroup({ logGroupName: "/x", logGroupClass: "COLD" as never }),
      "InvalidParameterException",
    ],
  ];
  for (const [name, call, code] of cases) {
    it(`refuses ${name}`, async () => {
      const refused = await refusal(call(logs));
      assert.deepEqual([refused.code, refused.status], [code, 400]);
    });
  }

  it("says of what it does not have that it does not have it", async () => {
    const refused = await refusal(
      logs.createLogGroup({ logGroupName: "/x", deletionProtectionEnabled: true }),
    );
    assert.deepEqual([refused.code, refused.status], ["NotImplemented", 501]);
  });
});
