import assert from "node:assert/strict";
import { type AwsCall, callMessage, callOfMessage } from "../../aws/aws-call";
import { type AwsClients, connectToAws } from "../../aws/clients";
import { embeddedAccount } from "./embedded-account";

describe("what is told of a call to AWS", () => {
  const account = embeddedAccount("us-west-1");
  const cases: {
    name: string;
    fault?: object;
    call: (aws: AwsClients) => Promise<unknown>;
    expected: Omit<AwsCall, "milliseconds">;
  }[] = [
    {
      name: "one that succeeds",
      call: async (aws) => (await aws.sts()).getCallerIdentity({}),
      expected: { service: "sts", operation: "GetCallerIdentity", attempts: 1 },
    },
    {
      name: "one that AWS refuses",
      call: async (aws) => (await aws.iam()).getRole({ RoleName: "nobody" }),
      expected: { service: "iam", operation: "GetRole", attempts: 1, failure: "NoSuchEntityException" },
    },
    {
      name: "one that is throttled and tried again",
      fault: {
        service: "cloudformation",
        operation: "ListStacks",
        error: { code: "Throttling", message: "Rate exceeded" },
        times: 2,
      },
      call: async (aws) => (await aws.cloudFormation()).listStacks({}),
      expected: { service: "cloudformation", operation: "ListStacks", attempts: 3 },
    },
  ];
  for (const { name, fault, call, expected } of cases) {
    it(name, async () => {
      if (fault !== undefined) await account.fault(fault);
      const calls: AwsCall[] = [];
      const aws = connectToAws(account.connection, { onCall: (made) => calls.push(made) });
      await call(aws).catch(() => undefined);
      assert.equal(calls.length, 1);
      const { milliseconds, ...rest } = calls[0]!;
      assert.deepEqual(rest, expected);
      assert.ok(milliseconds > 0);
    });
  }
});

describe("a call to AWS as one process tells another of it", () => {
  const plain: AwsCall = { service: "iam", operation: "GetRole", milliseconds: 12, attempts: 1 };
  const cases: { name: string; call: AwsCall; message: string }[] = [
    { name: "one that succeeds", call: plain, message: "AWS call: iam:GetRole 12 ms" },
    {
      name: "one that is refused",
      call: { ...plain, failure: "NoSuchEntityException" },
      message: "AWS call: iam:GetRole 12 ms: NoSuchEntityException",
    },
    {
      name: "one that was tried again, and failed",
      call: { ...plain, service: "aws-marketplace", attempts: 3, failure: "Throttling" },
      message: "AWS call: aws-marketplace:GetRole 12 ms, tried 3 times: Throttling",
    },
    {
      name: "one that was never sent",
      call: { ...plain, attempts: 0, failure: "CredentialsProviderError" },
      message: "AWS call: iam:GetRole 12 ms, tried 0 times: CredentialsProviderError",
    },
  ];
  for (const { name, call, message } of cases) {
    it(name, () => {
      assert.equal(callMessage(call), message);
      assert.deepEqual(callOfMessage(message), call);
    });
  }

  for (const other of ["", "AWS call: ", "AWS call: iam 12 ms", "see AWS call: iam:GetRole 12 ms"]) {
    it(`is not made of ${JSON.stringify(other)}`, () => assert.equal(callOfMessage(other), undefined));
  }
});
