import { DeleteStackCommand, waitUntilStackDeleteComplete } from "@aws-sdk/client-cloudformation";
import {
  AttachGroupPolicyCommand,
  CreatePolicyVersionCommand,
  PutGroupPolicyCommand,
  UpdateRoleCommand,
} from "@aws-sdk/client-iam";
import { DeleteParameterCommand, PutParameterCommand } from "@aws-sdk/client-ssm";
import assert from "node:assert/strict";
import { buildOperatorPolicy } from "../../core/operator-policy/build-policy";
import type { DriftReport } from "../../core/drift/drift-report";
import { stackName } from "../../core/naming/stack-names";
import { clients, readAccount } from "../end-to-end/account";
import { describeWithEngine } from "../with-engine";
import { type EngineEnvironment, openEngineEnvironment } from "./engine-environment";

const SCOPE = "techcorp-dev-a001";
const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
const everything = (action: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: "ByHand", Effect: "Allow", Action: action, Resource: "*" }],
  });

/** Somebody changes and adds something of each type, and deletes a parameter. */
async function plant({ endpoint, region, config }: EngineEnvironment): Promise<void> {
  const { iam, ssm } = clients(endpoint, region);
  const path = `/security/${SCOPE}-${region}-startup-sec`;
  const GroupName = `${SCOPE}-group-operations-support`;
  await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn: ADMINISTRATOR }));
  await iam.send(
    new PutGroupPolicyCommand({
      GroupName: `${SCOPE}-group-data-scientists`,
      PolicyName: "a-backdoor",
      PolicyDocument: everything("iam:PassRole"),
    }),
  );
  await iam.send(new UpdateRoleCommand({ RoleName: `${SCOPE}-role-glue-etl`, MaxSessionDuration: 7200 }));
  await iam.send(
    new CreatePolicyVersionCommand({
      PolicyArn: `arn:aws:iam::${config.client.account_id}:policy/${SCOPE}-policy-bedrock-level1-invoke`,
      PolicyDocument: everything("bedrock:CreateGuardrail"),
      SetAsDefault: true,
    }),
  );
  await ssm.send(new PutParameterCommand({ Name: `${path}/StackId`, Value: "mine", Overwrite: true }));
  await ssm.send(new DeleteParameterCommand({ Name: `${path}/RoleGlueEtlArn` }));
}

const PLANTED = [
  "GroupDataScientists drifted Policies[a-backdoor]",
  "GroupOperationsSupport drifted ManagedPolicyArns[arn:aws:iam::aws:policy/AdministratorAccess]",
  "ParameterRoleGlueEtlArn deleted ",
  "ParameterStackId drifted Value",
  "PolicyBedrockLevel1 drifted PolicyDocument",
  "RoleGlueEtl drifted MaxSessionDuration",
];

function found({ resources }: DriftReport): string[] {
  return resources
    .filter(({ status }) => status !== "in-sync")
    .map(({ logicalId, status, differences }) => {
      const names = differences.map(({ property, item }) =>
        item === "" ? property : `${property}[${item}]`,
      );
      return `${logicalId} ${status} ${names.join(" ")}`;
    })
    .sort();
}

describeWithEngine("drift, by the real engine", function () {
  this.timeout(300_000);
  let environment: EngineEnvironment;
  let before: Awaited<ReturnType<typeof readAccount>>;
  const account = () => readAccount(environment.endpoint, environment.region);
  const noDrift = ["refresh", "--preview-only", "--expect-no-changes"];
  const checkDrift = async (accessKeyId?: string) => {
    const { exitCode, stdout, stderr } = await environment.tierguard(
      ["check-drift", "--json", "--exit-code"],
      accessKeyId,
    );
    const { result } = JSON.parse(stdout) as { result: DriftReport };
    return { exitCode, report: result, stderr };
  };
  this.beforeAll(async () => {
    environment = await openEngineEnvironment("startup-5");
  });
  this.afterAll(() => environment?.close());

  it("can't be checked where nothing is deployed, which is said", async () => {
    const { exitCode, stderr } = await environment.tierguard(["check-drift"]);
    assert.equal(exitCode, 1);
    assert.match(stderr, /Nothing is deployed/);
  });

  it("is not there after the deployment, for whoever may only read", async () => {
    const up = await environment.pulumi("up", "--yes", "--skip-preview");
    assert.equal(up.exitCode, 0, up.output);
    before = await account();
    const refresh = await environment.pulumi(...noDrift);
    assert.equal(refresh.exitCode, 0, refresh.output);
    await environment.addCaller("AKIAREADONLY00000000", [
      buildOperatorPolicy(environment.config, "read-only"),
    ]);
    const { exitCode, report, stderr } = await checkDrift("AKIAREADONLY00000000");
    assert.equal(exitCode, 0, stderr);
    assert.deepEqual([report.counts["in-sync"], found(report)], [44, []]);
    assert.deepEqual(
      report.notChecked.map(({ what, properties, resources }) => [what, properties, resources]),
      [["AWS::SSM::Parameter", ["Description"], 22]],
    );
  });

  it("is found in every resource and property, and named", async () => {
    await plant(environment);
    const { exitCode, output } = await environment.pulumi(...noDrift, "--diff");
    assert.notEqual(exitCode, 0, output);
    for (const words of [
      /security-GroupOperationsSupport\][\s\S]*?\+ \[0\]: "arn:aws:iam::aws:policy\/AdministratorAccess"/,
      /security-GroupDataScientists\][\s\S]*?\+ Action {2}: \[\s*\+ {5}\[0\]: "iam:PassRole"/,
      /MaxSessionDuration: 3600 => 7200/,
      /Value: "\$\{AWS::StackId\}" => "mine"/,
      /- tierguard:ssm:Parameter: \(delete\)[\s\S]*?RoleGlueEtlArn/,
      /~ 5 to update\s+- 1 to delete/,
    ]) {
      assert.match(output, words);
    }
  });

  it("is reported by check-drift, which writes no state", async () => {
    const state = async () => (await environment.pulumi("stack", "export")).output;
    const unchanged = await state();
    const { exitCode, report, stderr } = await checkDrift();
    assert.equal(exitCode, 4, stderr);
    assert.deepEqual(found(report), PLANTED);
    const policy = report.resources.find(({ logicalId }) => logicalId === "PolicyBedrockLevel1");
    const { statements } = policy!.differences[0]!;
    assert.deepEqual(
      statements?.added.map(({ Action, Resource }) => [Action, Resource]),
      [[["bedrock:CreateGuardrail"], ["*"]]],
    );
    assert.ok((statements?.removed.length ?? 0) > 0);
    assert.equal(await state(), unchanged);
  });

  it("is told by the example for cron", async () => {
    const { exitCode, stdout, stderr } = await environment.script(
      "docs/examples/drift/check-drift.sh",
      ".",
      "watched",
      "drift-reports",
    );
    assert.equal(exitCode, 4, stderr);
    assert.match(
      stdout,
      /^The stack watched has drifted: see \/.*\/drift-reports\/drift-watched-\w+\.json\n$/,
    );
  });

  it("is listed as not checked where reading is denied, never as in sync", async () => {
    const Statement = [
      { Effect: "Allow", Action: "*", Resource: "*" },
      { Effect: "Deny", Action: ["iam:GetGroup", "cloudformation:DetectStackDrift"], Resource: "*" },
    ];
    await environment.addCaller("AKIANOGROUPS00000000", [{ Version: "2012-10-17", Statement }]);
    const { report } = await checkDrift("AKIANOGROUPS00000000");
    assert.equal(report.counts["not-checked"], 5);
    const group = report.notChecked.find(({ what }) => what === "GroupOperationsSupport");
    assert.match(group?.reason ?? "", /iam:GetGroup is not allowed; .*\(cloudformation:DetectStackDrift\)/);
  });

  it("is shown by preview --refresh together with what will be put back", async () => {
    const { exitCode, output } = await environment.pulumi("preview", "--refresh", "--diff");
    assert.equal(exitCode, 0, output);
    assert.match(output, /MaxSessionDuration\s*: 3600 => 7200/, "as found");
    assert.match(output, /MaxSessionDuration\s*: 7200 => 3600/, "as it will be");
    assert.match(output, /- \[0\]: "arn:aws:iam::aws:policy\/AdministratorAccess"/);
    assert.match(output, /\+ tierguard:ssm:Parameter: \(create\)[\s\S]*?RoleGlueEtlArn/);
  });

  it("is put back by up after a refresh, which makes the program forget nothing", async () => {
    const refresh = await environment.pulumi("refresh", "--yes", "--skip-preview");
    assert.equal(refresh.exitCode, 0, refresh.output);
    const up = await environment.pulumi("up", "--yes", "--skip-preview");
    assert.equal(up.exitCode, 0, up.output);
    assert.match(
      up.output,
      /GroupOperationsSupport: put back ManagedPolicyArns\[arn:aws:iam::aws:policy\/AdministratorAccess\]/,
    );
    const after = await account();
    assert.deepEqual({ ...after, stacks: {} }, { ...before, stacks: {} });
    const clean = await environment.pulumi(...noDrift);
    assert.equal(clean.exitCode, 0, clean.output);
  });

  it("is the whole stack, deleted: said, and made again by up --refresh", async () => {
    const { cloudformation } = clients(environment.endpoint, environment.region);
    const StackName = stackName(environment.config);
    await cloudformation.send(new DeleteStackCommand({ StackName }));
    await waitUntilStackDeleteComplete(
      { client: cloudformation, minDelay: 1, maxWaitTime: 60 },
      { StackName },
    );
    const { report } = await checkDrift();
    assert.equal(report.counts.deleted, 44);
    const up = await environment.pulumi("up", "--refresh", "--yes", "--skip-preview");
    assert.equal(up.exitCode, 0, up.output);
    assert.deepEqual(await account(), { ...before, parameters: (await account()).parameters });
    const clean = await environment.pulumi(...noDrift);
    assert.equal(clean.exitCode, 0, clean.output);
  });
});

describeWithEngine("a drift check of the enterprise tier", function () {
  this.timeout(300_000);

  it("asks AWS once for each resource and once for the stack's id, beside what the S3 provider asks", async () => {
    const environment = await openEngineEnvironment("enterprise-12");
    try {
      const up = await environment.pulumi("up", "--yes", "--skip-preview");
      assert.equal(up.exitCode, 0, up.output);
      await environment.calls();
      const { exitCode, stdout, stderr } = await environment.tierguard([
        "check-drift",
        "--json",
        "--exit-code",
      ]);
      assert.equal(exitCode, 0, stderr);
      const { result } = JSON.parse(stdout) as { result: DriftReport };
      const counts: Record<string, number> = {};
      for (const call of await environment.calls()) counts[call] = (counts[call] ?? 0) + 1;
      // 93 resources of the template, the stack itself and the template's object in S3.
      assert.equal(result.counts["in-sync"], 95);
      assert.deepEqual(counts, {
        "cloudcontrol:GetResource": 94,
        "cloudformation:DescribeStacks": 1,
        "s3:GetObjectTagging": 1,
        "s3:HeadObject": 1,
        "sts:GetCallerIdentity": 1,
      });
    } finally {
      await environment.close();
    }
  });
});
