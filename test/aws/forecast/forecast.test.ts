import assert from "node:assert/strict";
import { connectToAws } from "../../../aws/clients";
import { forecast, type ForecastFinding } from "../../../aws/forecast/forecast";
import { forecastRequest } from "../../../aws/forecast/request";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import { renderTemplate } from "../../../core/template/render-template";
import { watchedResources } from "../../../core/template/watched-resources";
import { shippedCatalogue, startupConfig } from "../../core/startup-config";
import { embeddedAccount } from "../embedded-account";

const ACCOUNT = "123456789012";
const config = startupConfig(({ client }) => (client.account_id = ACCOUNT));
const { region } = config.environment;
const BUCKET = "techcorp-templates";
const blueprint = buildBlueprint(config, shippedCatalogue);
const template = renderTemplate(blueprint);
const resources = watchedResources(template, { accountId: ACCOUNT, region });
const request = forecastRequest({
  blueprint,
  resources,
  template: { bucket: BUCKET, key: `${blueprint.stem}-0123456789abcdef.json` },
});
const GROUP = blueprint.groups[0]!.name;
const READS = [
  "sts:GetCallerIdentity",
  "cloudformation:DescribeStacks",
  "cloudformation:ListStackResources",
  "iam:ListGroups",
  "iam:ListRoles",
  "iam:ListPolicies",
  "iam:GetAccountSummary",
  "iam:SimulatePrincipalPolicy",
  "ssm:GetParameters",
  "s3:HeadBucket",
];
const allow = (actions: string | string[], more: object = {}) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: actions, Resource: "*", ...more }],
});

describe("the forecast of a deployment", function () {
  this.timeout(60_000);
  const account = embeddedAccount(region);
  beforeEach(async () => {
    await (await account.aws.s3()).createBucket({ Bucket: BUCKET });
    await account.calls();
  });

  const tell = () => forecast(request, account.connection);
  const notOk = (findings: ForecastFinding[]) => findings.filter(({ status }) => status !== "ok");
  const statuses = (findings: ForecastFinding[]) =>
    notOk(findings).map(({ check, status }) => `${check} ${status}`);

  it("finds an empty account ready, and calls nothing that writes", async () => {
    await account.callAs([allow("*")]);
    const findings = await tell();
    assert.deepEqual(notOk(findings), []);
    assert.deepEqual(
      [...new Set(findings.map(({ check }) => check))],
      ["region", "account", "stack", "names", "bucket", "quotas", "permissions"],
    );
    assert.deepEqual([...new Set(await account.calls())].sort(), [...READS].sort());
  });

  it("finds our own stack ready to be updated, its names its own", async () => {
    const { stackName: name, tags } = blueprint;
    assert.equal(await account.deploy({ name, template, tags }), "CREATE_COMPLETE");
    const findings = await tell();
    assert.deepEqual(notOk(findings), []);
    const sentences = findings.map(({ sentence }) => sentence).join("\n");
    assert.match(sentences, /is in CREATE_COMPLETE: it will be updated/);
    assert.match(sentences, new RegExp(`the account has ${blueprint.groups.length} groups and 0 more`));
  });

  it("finds a taken name, a missing bucket and another account at once, each with what to do", async () => {
    await (await account.aws.iam()).createGroup({ GroupName: GROUP.toUpperCase(), Path: "/by-hand/" });
    await (await account.aws.s3()).deleteBucket({ Bucket: BUCKET });
    const findings = notOk(await forecast({ ...request, accountId: "999999999999" }, account.connection));
    assert.deepEqual(statuses(findings), ["account failing", "names failing", "bucket failing"]);
    for (const { todo } of findings) assert.notEqual(todo ?? "", "");
  });

  it("finds what the caller may not do", async () => {
    const denied = ["iam:CreateRole", "ssm:PutParameter"];
    await account.callAs([
      allow("*"),
      { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: denied, Resource: "*" }] },
    ]);
    const [finding, ...rest] = notOk(await tell());
    assert.deepEqual(rest, []);
    assert.equal(finding?.status, "failing");
    for (const action of denied) assert.match(finding.sentence, new RegExp(`${action} on arn:`));
  });

  it("does not know what only the call itself decides", async () => {
    await account.callAs([
      allow([...READS, "s3:*", "cloudformation:*", "ssm:*"]),
      allow("iam:*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
    ]);
    const findings = notOk(await tell());
    assert.deepEqual(statuses(findings), ["permissions unknown"]);
    assert.match(findings[0]!.sentence, /depends on aws:MultiFactorAuthPresent/);
  });

  it("knows a role behind its session", async () => {
    const iam = await account.aws.iam();
    const trust = {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "sts:AssumeRole" },
      ],
    };
    await iam.createRole({
      RoleName: "provisioner",
      Path: "/ops/",
      AssumeRolePolicyDocument: JSON.stringify(trust),
    });
    await iam.putRolePolicy({
      RoleName: "provisioner",
      PolicyName: "all",
      PolicyDocument: JSON.stringify(allow("*")),
    });
    const roleArn = `arn:aws:iam::${ACCOUNT}:role/ops/provisioner`;
    const findings = await forecast(request, { ...account.connection, assumeRole: { roleArn } });
    assert.deepEqual(notOk(findings), []);
    assert.match(findings.at(-1)!.sentence, /assumed-role\/provisioner\/tierguard may call all/);
  });

  const faults: { name: string; fault: object; expected: string[] }[] = [
    {
      name: "the simulator denied",
      fault: {
        service: "iam",
        operation: "SimulatePrincipalPolicy",
        error: { code: "AccessDenied", message: "no", status: 403 },
      },
      expected: ["permissions unknown"],
    },
    {
      name: "the account's summary failing",
      fault: {
        service: "iam",
        operation: "GetAccountSummary",
        error: { code: "ServiceFailure", message: "broken" },
      },
      expected: ["quotas unknown"],
    },
    {
      name: "the names of roles denied",
      fault: {
        service: "iam",
        operation: "ListRoles",
        error: { code: "AccessDenied", message: "no", status: 403 },
      },
      expected: ["names unknown"],
    },
    {
      name: "the stack denied",
      fault: { service: "cloudformation", error: { code: "AccessDenied", message: "no", status: 403 } },
      expected: ["stack unknown", "names unknown", "quotas unknown"],
    },
  ];
  for (const { name, fault, expected } of faults) {
    it(`does not know what AWS does not tell: ${name}`, async () => {
      await account.callAs([allow("*")]);
      await account.fault(fault);
      assert.deepEqual(statuses(await tell()), expected);
    });
  }

  it("says once that there are no usable credentials", async () => {
    await account.fault({
      service: "sts",
      error: { code: "InvalidClientTokenId", message: "The security token is invalid", status: 403 },
    });
    assert.deepEqual(statuses(await tell()), ["connection failing"]);
  });

  it("counts what is there already against the account's quota", async () => {
    const iam = await connectToAws(account.connection).iam();
    for (let index = 0; index < 298; index += 1) await iam.createGroup({ GroupName: `other-${index}` });
    const findings = notOk(await tell());
    assert.deepEqual(statuses(findings), ["quotas failing"]);
    assert.match(findings[0]!.sentence, /298 groups and \d+ more, 300 are allowed/);
  });
});
