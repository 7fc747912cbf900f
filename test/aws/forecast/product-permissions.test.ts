import assert from "node:assert/strict";
import { forecast, type ForecastFinding } from "../../../aws/forecast/forecast";
import { forecastRequest } from "../../../aws/forecast/request";
import type { MlConfig } from "../../../core/ml/config/schema";
import { buildMlOperatorPolicies } from "../../../core/ml/operator-policy/build-policy";
import { watchedResources } from "../../../core/template/watched-resources";
import { makeWorld, worldClients } from "../../end-to-end/ml-world";
import { ENTERPRISE, mlConfig } from "../../core/ml/ml-configs";
import { rendered } from "../../core/ml/rendered";
import { embeddedAccount } from "../embedded-account";

const ACCOUNT = "123456789012";
const REGION = "us-west-2";
const STARTER = "techcorp-prod-a001-us-west-2-customer-churn-ml-codecommit";
const PROFESSIONAL = "edge-prod-b001-us-west-2-fraud-detection-ml-codecommit";
const SGPROV = "globalbank-prod-c001-us-west-2-demand-forecasting-ml-s3-sgprov-ssm";
const ROLE = "ml-provisioner-dev-role";

const statement = (Effect: string, Action: string | string[], more: object = {}) => ({
  Version: "2012-10-17",
  Statement: [{ Effect, Action, Resource: "*", ...more }],
});
const ADMINISTRATOR = statement("Allow", "*");
const onlyWithMfa = { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } };

interface Case {
  name: string;
  config: string;
  /** The caller's policies; an administrator's unless given. */
  policies?: object[];
  /** Actions that the caller is denied. */
  denied?: string[];
  /** What is said of the caller's rights, beside what is ok. */
  says: [ForecastFinding["status"], RegExp][];
}

/** For each type of an ML product a caller who lacks the right to make it, and the resource that is named. */
const LACKING: readonly (readonly [string, string, RegExp])[] = [
  [STARTER, "codebuild:CreateProject", /on arn:aws:codebuild:us-west-2:\d+:project\/techcorp\S+ and 1 more/],
  [STARTER, "codecommit:CreateRepository", /on arn:aws:codecommit:us-west-2:\d+:techcorp\S+-model-build/],
  [STARTER, "codepipeline:CreatePipeline", /on arn:aws:codepipeline:us-west-2:\d+:techcorp\S+-model-build/],
  [STARTER, "events:PutRule", /on arn:aws:events:us-west-2:\d+:rule\/techcorp/],
  [STARTER, "iam:PassRole", /on arn:aws:iam::\d+:role\/techcorp/],
  [
    STARTER,
    "logs:CreateLogGroup",
    /on arn:aws:logs:us-west-2:\d+:log-group:\/aws\/sagemaker\S+:\* and 2 more/,
  ],
  [STARTER, "s3:PutBucketPolicy", /on arn:aws:s3:::techcorp\S+-artifacts$/],
  [STARTER, "s3:PutBucketVersioning", /on arn:aws:s3:::techcorp\S+-artifacts$/],
  [STARTER, "sagemaker:AddTags", /on arn:aws:sagemaker:us-west-2:\d+:model-package-group\/techcorp\S+$/],
  [
    STARTER,
    "sagemaker:CreateModelPackageGroup",
    /on arn:aws:sagemaker:\S+:model-package-group\/techcorp\S+$/,
  ],
  [PROFESSIONAL, "sns:CreateTopic", /on arn:aws:sns:us-west-2:\d+:edge\S+-alerts$/],
  [PROFESSIONAL, "sns:Subscribe", /on arn:aws:sns:us-west-2:\d+:edge\S+-alerts$/],
  [ENTERPRISE, "cloudtrail:CreateTrail", /on arn:aws:cloudtrail:us-west-2:\d+:trail\/globalbank\S+-trail$/],
  [ENTERPRISE, "cloudwatch:PutMetricAlarm", /on arn:aws:cloudwatch:us-west-2:\d+:alarm:globalbank/],
  [ENTERPRISE, "ec2:AuthorizeSecurityGroupIngress", /on arn:aws:ec2:us-west-2:\d+:security-group\/\*$/],
  [ENTERPRISE, "ec2:CreateSecurityGroup", /on arn:aws:ec2:us-west-2:\d+:security-group\/\* and 1 more$/],
  [ENTERPRISE, "ec2:CreateVpcEndpoint", /on arn:aws:ec2:us-west-2:\d+:vpc-endpoint\/\* and \d more$/],
  [ENTERPRISE, "kms:CreateAlias", /on arn:aws:kms:us-west-2:\d+:alias\/globalbank\S+$/],
  [ENTERPRISE, "kms:CreateKey", /on \*$/],
  [ENTERPRISE, "logs:PutMetricFilter", /on arn:aws:logs:us-west-2:\d+:log-group:globalbank\S+:\*$/],
];

const cases: Case[] = [
  ...[STARTER, PROFESSIONAL, ENTERPRISE, SGPROV].map((config): Case => ({
    name: `an administrator may make all of ${config}`,
    config,
    says: [],
  })),
  ...LACKING.map(([config, action, resource]): Case => ({
    name: `who lacks ${action}`,
    config,
    denied: [action],
    says: [["failing", new RegExp(`may not call ${action} ${resource.source}`)]],
  })),
  {
    name: "who lacks what only a rollback needs",
    config: STARTER,
    denied: ["codebuild:DeleteProject"],
    says: [["unknown", /not known: whether the deployment needs .* codebuild:DeleteProject on arn:/]],
  },
  {
    name: "whose rights depend on what only the call has",
    config: STARTER,
    policies: [
      { Version: "2012-10-17", Statement: [{ Effect: "Allow", NotAction: "codebuild:*", Resource: "*" }] },
      statement("Allow", "codebuild:BatchGetProjects"),
      statement("Allow", "codebuild:*", onlyWithMfa),
    ],
    says: [["unknown", /codebuild:CreateProject .*it depends on aws:MultiFactorAuthPresent/]],
  },
  {
    name: "who lacks what the product has nothing of",
    config: STARTER,
    denied: ["kms:CreateKey", "ec2:CreateVpcEndpoint", "cloudtrail:CreateTrail", "sns:CreateTopic"],
    says: [],
  },
];

describe("the forecast of an ML product says of a caller", function () {
  this.timeout(60_000);
  const account = embeddedAccount(REGION);

  /** The request of a product, with the ids of the account's own network and the caller as the key's administrator. */
  async function placed(name: string) {
    const administered = ({ ml_product: product }: MlConfig) => {
      if (product.key_administrators !== undefined) {
        product.key_administrators = [`arn:aws:iam::${ACCOUNT}:role/${ROLE}`];
      }
    };
    const { values } = await makeWorld(account.server.url, mlConfig(name, administered));
    const { blueprint, template } = rendered(name, (config) => {
      administered(config);
      for (const [path, value] of Object.entries(values)) {
        Object.assign(config.ml_product, { [path.replace("ml_product.", "")]: value });
      }
    });
    const resources = watchedResources(template, { accountId: ACCOUNT, region: REGION });
    return { blueprint, template, request: forecastRequest({ blueprint, resources }) };
  }

  /** Makes a session in a role with these policies the caller. */
  async function callAs(policies: object[]) {
    const { iam } = worldClients(account.server.url, REGION);
    const Principal = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
    const Statement = [{ Effect: "Allow", Principal, Action: "sts:AssumeRole" }];
    const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    // It is there already where it administers the product's key.
    await iam.createRole({ RoleName: ROLE, AssumeRolePolicyDocument }).catch(() => undefined);
    await iam.updateAssumeRolePolicy({ RoleName: ROLE, PolicyDocument: AssumeRolePolicyDocument });
    for (const [index, document] of policies.entries()) {
      const PolicyDocument = JSON.stringify(document);
      const { Policy } = await iam.createPolicy({ PolicyName: `rights-${index}`, PolicyDocument });
      await iam.attachRolePolicy({ RoleName: ROLE, PolicyArn: Policy!.Arn });
    }
    return { ...account.connection, assumeRole: { roleArn: `arn:aws:iam::${ACCOUNT}:role/${ROLE}` } };
  }

  const notOk = (findings: ForecastFinding[]) => findings.filter(({ status }) => status !== "ok");

  for (const { name, config, policies = [ADMINISTRATOR], denied = [], says } of cases) {
    it(name, async () => {
      const { request } = await placed(config);
      const refused = denied.length === 0 ? [] : [statement("Deny", denied)];
      const connection = await callAs([...policies, ...refused]);
      await account.calls();
      const findings = await forecast(request, connection);
      const found = notOk(findings);
      assert.deepEqual(
        found.map(({ check, status }) => `${check} ${status}`),
        says.map(([status]) => `permissions ${status}`),
        JSON.stringify(found, undefined, 2),
      );
      found.forEach(({ sentence, todo }, index) => {
        assert.match(sentence, says[index]![1]);
        assert.notEqual(todo ?? "", "");
      });
      const calls = await account.calls();
      assert.deepEqual(
        calls.filter((call) => !/:(Assume|BatchGet|Describe|Get|Head|List|Simulate)/.test(call)),
        [],
      );
    });
  }

  for (const config of [STARTER, PROFESSIONAL, ENTERPRISE, SGPROV]) {
    it(`who has the operator's policies alone that all is allowed: ${config}`, async () => {
      const { blueprint, request, template } = await placed(config);
      const connection = await callAs(buildMlOperatorPolicies(blueprint, "dev"));
      assert.deepEqual(notOk(await forecast(request, connection)), []);
      // A larger template goes through a bucket: ml-operator.test.ts deploys and updates such products.
      if (config === ENTERPRISE || config === SGPROV) return;
      const { stackName: name, tags } = blueprint;
      assert.equal(await account.deploy({ name, template, tags }), "CREATE_COMPLETE");
      assert.deepEqual(notOk(await forecast(request, connection)), [], "of the stack that is there");
    });
  }
});
