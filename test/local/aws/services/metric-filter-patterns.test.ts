import assert from "node:assert/strict";
import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { refusal, REGION, TestServer } from "./embedded-server";

const event = JSON.stringify({
  eventName: "ConsoleLogin",
  errorCode: "Client.UnauthorizedOperation",
  count: 7,
  done: true,
  nothing: null,
  user: { type: "Root", tags: [{ key: "a" }, { key: "b" }] },
});

/** Pattern, and whether it matches (CloudWatch Logs User Guide, "Filter pattern syntax"). */
const cases: [pattern: string, matches: boolean][] = [
  ['{ $.eventName = "ConsoleLogin" }', true],
  ["{ $.eventName = ConsoleLogin }", true],
  ['{ $.eventName = "Console" }', false],
  ['{ $.eventName = "Console*" }', true],
  ['{ $.errorCode = "*UnauthorizedOperation" }', true],
  ['{ $.eventName != "ConsoleLogin" }', false],
  ['{ $.eventName != "Other" }', true],
  ["{ $.count = 7 }", true],
  ["{ $.count > 6 }", true],
  ["{ $.count > 7 }", false],
  ["{ $.count >= 7 }", true],
  ["{ $.count < 7 }", false],
  ["{ $.count <= 7 }", true],
  ["{ $.done IS TRUE }", true],
  ["{ $.done IS FALSE }", false],
  ["{ $.nothing IS NULL }", true],
  ["{ $.user.type = Root }", true],
  ["{ $.user.tags[1].key = b }", true],
  ["{ $.user.tags[0].key = b }", false],
  ["{ $.user.invokedBy NOT EXISTS }", true],
  ["{ $.user.type NOT EXISTS }", false],
  ['{ ($.eventName = "Other") || ($.count = 7) }', true],
  ['{ ($.eventName = "Other") && ($.count = 7) }', false],
  ["{ $.count = 7 && $.done IS TRUE && $.user.type = Root }", true],
  ["{ $.count = 1 && $.done IS TRUE || $.user.type = Root }", true],
  ["{ $.count = 1 && ($.done IS TRUE || $.user.type = Root) }", false],
  ["ConsoleLogin", true],
  ["consolelogin", false],
  ["ConsoleLogin Root", true],
  ["ConsoleLogin -Root", false],
  ["", true],
];

describe("patterns of metric filters", () => {
  let server: TestServer;
  let logs: CloudWatchLogs;
  before(async () => {
    server = await TestServer.start();
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    logs = new CloudWatchLogs({ endpoint: server.url, region: REGION, credentials, maxAttempts: 1 });
  });
  after(() => server.stop());
  const tried = (filterPattern: string) =>
    logs.testMetricFilter({ filterPattern, logEventMessages: [event] });

  for (const [pattern, matches] of cases) {
    it(`${JSON.stringify(pattern)} ${matches ? "takes" : "leaves"} the event`, async () => {
      assert.equal((await tried(pattern)).matches?.length, matches ? 1 : 0);
    });
  }

  for (const pattern of ["{ $.a }", "{ $.a = }", "{ ($.a = 1 }", "{ $.a = 1 && }", "{ a = 1 }"]) {
    it(`${JSON.stringify(pattern)} is refused`, async () => {
      assert.equal((await refusal(tried(pattern))).code, "InvalidParameterException");
    });
  }
});
