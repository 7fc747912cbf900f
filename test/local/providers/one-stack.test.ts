import assert from "node:assert/strict";
import { join } from "node:path";
import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
  waitUntilStackDeleteComplete,
} from "@aws-sdk/client-cloudformation";
import { GetParameterCommand, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { createLocalEnvironment, type TestEnvironment } from "../../../local/test-environment";
import { localCredentials } from "../../../local/service-addresses";
import { describeWithEngine } from "../../with-engine";

const account = { accountId: "123456789012", region: "us-west-1" };

describeWithEngine(
  "a CloudFormation stack, by the real engine through the stand-in for aws-native",
  function () {
    this.timeout(240_000);
    let environment: TestEnvironment;
    const settings = () => ({
      endpoint: environment.endpoint,
      region: account.region,
      credentials: localCredentials(account.accountId),
    });

    async function succeed(...args: string[]): Promise<string> {
      const { exitCode, stdout, stderr } = await environment.pulumi(args);
      assert.equal(exitCode, 0, `pulumi ${args.join(" ")}:\n${stdout}${stderr}`);
      return stdout;
    }
    async function fail(...args: string[]): Promise<string> {
      const { exitCode, stdout, stderr } = await environment.pulumi(args);
      assert.notEqual(exitCode, 0, `pulumi ${args.join(" ")}:\n${stdout}${stderr}`);
      return stdout + stderr;
    }
    const value = async () =>
      (await new SSMClient(settings()).send(new GetParameterCommand({ Name: "/one-stack/value" }))).Parameter
        ?.Value;
    const stacks = async () => {
      const { Stacks: found = [] } = await new CloudFormationClient(settings()).send(
        new DescribeStacksCommand({}),
      );
      return found.map(({ StackName, StackStatus }) => `${StackName} ${StackStatus}`);
    };

    before(async () => {
      environment = await createLocalEnvironment({
        directory: join(__dirname, "..", "..", "fixtures", "one-stack"),
        ...account,
      });
      await succeed("stack", "init", "dev");
    });
    after(() => environment.close());

    it("previews it with unknown outputs, and writes nothing", async () => {
      assert.match(await succeed("preview"), /stackId\s*: \[unknown\]/);
      assert.deepEqual(await stacks(), []);
    });

    it("creates it", async () => {
      const output = await succeed("up", "--yes", "--skip-preview");
      assert.match(output, /stackStatus: "CREATE_COMPLETE"/);
      assert.match(output, /outputValue: "\/one-stack\/value"/);
      assert.equal(await value(), "first");
    });

    it("then proposes no changes, and a refresh finds none", async () => {
      await succeed("preview", "--expect-no-changes");
      await succeed("refresh", "--yes", "--expect-no-changes");
    });

    it("shows a change of the template as structure, and makes it", async () => {
      await succeed("config", "set", "value", "second");
      assert.match(await succeed("preview", "--diff"), /~ Value: "first" => "second"/);
      assert.match(await succeed("up", "--yes", "--skip-preview"), /UPDATE_COMPLETE/);
      assert.equal(await value(), "second");
      await succeed("preview", "--expect-no-changes");
    });

    it("replaces it where its name changes", async () => {
      await succeed("config", "set", "stackName", "renamed");
      assert.match(await succeed("preview", "--diff"), /\+-aws-native:cloudformation:Stack: \(replace\)/);
      await succeed("up", "--yes", "--skip-preview");
      assert.deepEqual(await stacks(), ["renamed CREATE_COMPLETE"]);
    });

    it("is found gone by a refresh where it was deleted beside Pulumi, and made again", async () => {
      const cloudFormation = new CloudFormationClient(settings());
      await cloudFormation.send(new DeleteStackCommand({ StackName: "renamed" }));
      await waitUntilStackDeleteComplete(
        { client: cloudFormation, minDelay: 1, maxDelay: 1, maxWaitTime: 60 },
        { StackName: "renamed" },
      );
      assert.match(await succeed("refresh", "--yes"), /- 1 deleted/);
      await succeed("up", "--yes", "--skip-preview");
      assert.deepEqual(await stacks(), ["renamed CREATE_COMPLETE"]);
    });

    it("is taken down, and taking it down again is no error", async () => {
      await succeed("destroy", "--yes");
      assert.deepEqual(await stacks(), []);
      await succeed("destroy", "--yes");
    });

    it("keeps what a failed creation left behind in the state, with the reason", async () => {
      await new SSMClient(settings()).send(
        new PutParameterCommand({ Name: "/one-stack/value", Type: "String", Value: "somebody else's" }),
      );
      assert.match(await fail("up", "--yes", "--skip-preview"), /error: .*\n?.*operation CREATE failed/);
      assert.deepEqual(await stacks(), ["renamed ROLLBACK_COMPLETE"]);
      const state = JSON.parse(await succeed("stack", "export")) as {
        deployment: { resources: { type: string; id?: string; initErrors?: string[] }[] };
      };
      const kept = state.deployment.resources.find(({ type }) => type === "aws-native:cloudformation:Stack");
      assert.match(kept?.id ?? "", /^arn:aws:cloudformation:us-west-1:123456789012:stack\/renamed\//);
      assert.equal(kept?.initErrors?.length, 1);
    });

    it("takes down what a failed creation left behind", async () => {
      await succeed("destroy", "--yes");
      assert.deepEqual(await stacks(), []);
    });
  },
);
