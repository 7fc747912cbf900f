import assert from "node:assert/strict";
import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { localCredentials } from "../../../local/service-addresses";
import { embeddedAccount } from "../../aws/embedded-account";
import { mlConfigNames } from "./ml-configs";
import { rendered } from "./rendered";

const REGION = "us-west-2";

/** An event as CloudTrail writes it (CloudTrail User Guide, "CloudTrail record contents"), shortened to what tells. */
function event(more: Record<string, unknown>): string {
  return JSON.stringify({
    eventVersion: "1.11",
    userIdentity: {
      type: "AssumedRole",
      principalId: "AROAEXAMPLE:ann",
      arn: "arn:aws:sts::123456789012:assumed-role/ml-engineer/ann",
      accountId: "123456789012",
    },
    eventTime: "2026-11-25T10:00:00Z",
    eventSource: "sagemaker.amazonaws.com",
    eventName: "CreateEndpoint",
    awsRegion: REGION,
    sourceIPAddress: "203.0.113.7",
    requestParameters: { endpointName: "errorCode AccessDenied" },
    responseElements: null,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: "123456789012",
    ...more,
  });
}

const root = { type: "Root", arn: "arn:aws:iam::123456789012:root", accountId: "123456789012" };

interface Case {
  name: string;
  message: string;
  unauthorized: boolean;
  root: boolean;
}

const cases: Case[] = [
  { name: "a call that succeeds", message: event({}), unauthorized: false, root: false },
  {
    name: "IAM's and S3's refusal",
    message: event({ errorCode: "AccessDenied", errorMessage: "User is not authorized" }),
    unauthorized: true,
    root: false,
  },
  {
    name: "SageMaker's refusal",
    message: event({ errorCode: "AccessDeniedException" }),
    unauthorized: true,
    root: false,
  },
  {
    name: "EC2's refusal",
    message: event({ eventSource: "ec2.amazonaws.com", errorCode: "Client.UnauthorizedOperation" }),
    unauthorized: true,
    root: false,
  },
  {
    name: "a refusal of EC2's newer services",
    message: event({ errorCode: "UnauthorizedOperation" }),
    unauthorized: true,
    root: false,
  },
  {
    name: "an error that is no refusal",
    message: event({ errorCode: "ThrottlingException" }),
    unauthorized: false,
    root: false,
  },
  {
    name: "a refusal that is only spoken of",
    message: event({ errorCode: "ValidationException", errorMessage: "AccessDenied" }),
    unauthorized: false,
    root: false,
  },
  {
    name: "the root user in the console",
    message: event({
      userIdentity: root,
      eventType: "AwsConsoleSignIn",
      eventSource: "signin.amazonaws.com",
      eventName: "ConsoleLogin",
    }),
    unauthorized: false,
    root: true,
  },
  {
    name: "the root user calling",
    message: event({ userIdentity: root }),
    unauthorized: false,
    root: true,
  },
  {
    name: "the root user refused",
    message: event({ userIdentity: root, errorCode: "AccessDenied" }),
    unauthorized: true,
    root: true,
  },
  {
    name: "a service on the root user's behalf",
    message: event({ userIdentity: { ...root, invokedBy: "autoscaling.amazonaws.com" } }),
    unauthorized: false,
    root: false,
  },
  {
    name: "an event of a service itself",
    message: event({ userIdentity: root, eventType: "AwsServiceEvent" }),
    unauthorized: false,
    root: false,
  },
  {
    name: "a role whose name is Root",
    message: event({
      userIdentity: { type: "AssumedRole", arn: "arn:aws:sts::123456789012:assumed-role/Root/ann" },
    }),
    unauthorized: false,
    root: false,
  },
  {
    name: "a user of IAM, refused",
    message: event({ userIdentity: { type: "IAMUser", userName: "ann" }, errorCode: "AccessDenied" }),
    unauthorized: true,
    root: false,
  },
  { name: "what is no event", message: "AccessDenied by Root", unauthorized: false, root: false },
];

/** The patterns of the filters as they stand in templates: one of each kind, whatever config it comes from. */
function patterns(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const name of mlConfigNames) {
    for (const { Type, Properties } of Object.values(rendered(name).template.Resources)) {
      if (Type !== "AWS::Logs::MetricFilter") continue;
      const [{ MetricName }] = Properties.MetricTransformations as [{ MetricName: string }];
      found.set(MetricName, (found.get(MetricName) ?? new Set()).add(Properties.FilterPattern as string));
    }
  }
  return found;
}

describe("what the alarms of an enterprise product are told of", () => {
  const account = embeddedAccount(REGION);
  const matching = async (pattern: string): Promise<string[]> => {
    const logs = new CloudWatchLogs({
      endpoint: account.server.url,
      region: REGION,
      credentials: localCredentials("123456789012"),
    });
    const logEventMessages = cases.map(({ message }) => message);
    const { matches = [] } = await logs.testMetricFilter({ filterPattern: pattern, logEventMessages });
    return matches.map(({ eventNumber }) => cases[eventNumber! - 1]!.name);
  };

  const filters = [
    { metric: "UnauthorizedAPICalls", expected: cases.filter(({ unauthorized }) => unauthorized) },
    { metric: "RootAccountUsage", expected: cases.filter((one) => one.root) },
  ];
  const all = patterns();

  it("is two things, by the same patterns in every product", () => {
    assert.deepEqual([...all].map(([metric, { size }]) => [metric, size]).sort(), [
      ["RootAccountUsage", 1],
      ["UnauthorizedAPICalls", 1],
    ]);
  });

  for (const { metric, expected } of filters) {
    it(`is for ${metric} what counts, and nothing else`, async () => {
      const [pattern] = all.get(metric)!;
      assert.deepEqual(
        await matching(pattern!),
        expected.map(({ name }) => name),
      );
    });
  }
});
