import { isObject, type JsonObject } from "../../core/config/source";
import { ENTERPRISE, PROFESSIONAL, STARTER } from "../core/ml/ml-configs";
import { kept, none, shippedProduct, withProperty, withStatements } from "./broken-product";
import type { RuleCase } from "./rule-case";

const everybody = { Effect: "Allow", Principal: "*", Action: "sns:Publish", Resource: "*" };
const bucketPolicy: [string, string] = ["ArtifactsBucketPolicy", "PolicyDocument"];
const topicPolicy: [string, string] = ["AlertsTopicPolicy", "PolicyDocument"];
const keyPolicy: [string, string] = ["KmsKey", "KeyPolicy"];
const added = (statement: JsonObject) => (statements: JsonObject[]) => [...statements, statement];
const ROLE = "arn:aws:iam::123456789012:role/globalbank-prod-c001-us-west-2-demand-forecasting-ml-build";

/** Cases of the guardrails about what ML products store, record and run. */
export const productResourceCases: Readonly<Record<string, readonly RuleCase[]>> = {
  "versioned-buckets": [
    kept(STARTER),
    {
      name: "a bucket that keeps nothing",
      ...withProperty(STARTER, "ArtifactsBucket", "VersioningConfiguration", undefined),
      violations: [/keeps no versions/],
    },
    {
      name: "versions suspended",
      ...withProperty(STARTER, "ArtifactsBucket", "VersioningConfiguration", { Status: "Suspended" }),
      violations: [/keeps no versions/],
    },
    none(/no bucket/),
  ],
  "tls-only": [
    kept(STARTER),
    kept(ENTERPRISE),
    {
      name: "a bucket without a policy",
      ...shippedProduct(STARTER, (all) => delete all.ArtifactsBucketPolicy),
      violations: [/refuses what comes without TLS/],
    },
    {
      name: "a policy of another bucket",
      ...withProperty(STARTER, "ArtifactsBucketPolicy", "Bucket", "other"),
      violations: [/refuses what comes without TLS/],
    },
    {
      name: "the objects left out",
      ...withStatements(STARTER, bucketPolicy, (all) =>
        all.map((one) => ({ ...one, Resource: (one.Resource as unknown[])[0] })),
      ),
      violations: [/refuses what comes without TLS/],
    },
    {
      name: "a condition that narrows it",
      ...withStatements(STARTER, bucketPolicy, (all) =>
        all.map((one) => ({
          ...one,
          Condition: { ...(one.Condition as JsonObject), StringEquals: { "aws:PrincipalAccount": "1" } },
        })),
      ),
      violations: [/refuses what comes without TLS/],
    },
    {
      name: "a topic's refusal turned around",
      ...withStatements(PROFESSIONAL, topicPolicy, (all) =>
        all.map((one) =>
          one.Effect === "Deny" ? { ...one, Condition: { Bool: { "aws:SecureTransport": "true" } } } : one,
        ),
      ),
      violations: [/refuses what comes without TLS/],
    },
    none(/no bucket and no topic/),
  ],
  "resource-policies": [
    kept(PROFESSIONAL),
    kept(ENTERPRISE),
    {
      name: "everybody",
      ...withStatements(PROFESSIONAL, topicPolicy, added(everybody)),
      violations: [/lets in AWS \*, whoever that is/],
    },
    {
      name: "another account",
      ...withStatements(
        STARTER,
        bucketPolicy,
        added({
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::999999999999:root" },
          Action: "s3:GetObject",
          Resource: "arn:aws:s3:::techcorp-prod-a001-us-west-2-customer-churn-ml-artifacts/*",
        }),
      ),
      violations: [/which is not of this account/],
    },
    {
      name: "a service for anybody, and one for another account",
      ...withStatements(PROFESSIONAL, topicPolicy, (all) => [
        ...all.map((one) => (one.Effect === "Allow" ? { ...one, Condition: undefined } : one)),
        {
          Sid: "Other",
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sns:Publish",
          Resource: "*",
          Condition: { StringEquals: { "aws:SourceAccount": "999999999999" } },
        },
      ]),
      violations: [
        /lets in events\.amazonaws\.com for whatever/,
        /lets in events\.amazonaws\.com for 999999999999/,
      ],
    },
    {
      name: "all but a few",
      ...withStatements(PROFESSIONAL, topicPolicy, ([publish, ...rest]) => {
        const { Action: action, ...statement } = publish!;
        return [{ ...statement, NotAction: action }, ...rest];
      }),
      violations: [/NotAction and NotResource/],
    },
    {
      name: "every action on a key, for the whole account",
      ...withStatements(
        ENTERPRISE,
        keyPolicy,
        added({
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::123456789012:root" },
          Action: "kms:*",
          Resource: "*",
        }),
      ),
      violations: [/kms:\* allows every action/, /everybody whom a policy of the account allows it/],
    },
    {
      name: "a user of the key that may change its policy",
      ...withStatements(
        ENTERPRISE,
        keyPolicy,
        added({
          Effect: "Allow",
          Principal: { AWS: ROLE },
          Action: ["kms:Decrypt", "kms:PutKeyPolicy"],
          Resource: "*",
        }),
      ),
      violations: [/do kms:PutKeyPolicy, who is none of the config's key_administrators/],
    },
    {
      name: "a document that is none",
      ...withProperty(ENTERPRISE, "KmsKey", "KeyPolicy", "{"),
      violations: [/is no policy document/],
    },
    none(/no policy of a bucket/),
  ],
  "log-retention": [
    kept(ENTERPRISE),
    {
      name: "fewer days than PCI DSS asks for",
      ...withProperty(ENTERPRISE, "ModelBuildLogGroup", "RetentionInDays", 180),
      violations: [/kept for 180 days/],
    },
    {
      name: "builds that are not logged",
      ...withProperty(STARTER, "ModelBuildProject", "LogsConfig", undefined),
      violations: [/builds are not logged/],
    },
    {
      name: "the same in a product of no framework",
      ...withProperty(STARTER, "ModelBuildLogGroup", "RetentionInDays", 180),
    },
  ],
  "recorded-calls": [
    kept(ENTERPRISE),
    {
      name: "one region, and a record that can be changed",
      ...shippedProduct(ENTERPRISE, ({ Trail: trail }) => {
        Object.assign(trail!.Properties, { IsMultiRegionTrail: false, EnableLogFileValidation: false });
      }),
      violations: [/EnableLogFileValidation is off/, /IsMultiRegionTrail is off/],
    },
    {
      name: "an alarm that tells nobody",
      ...withProperty(ENTERPRISE, "RootAccountUsageAlarm", "AlarmActions", []),
      violations: [/tells nobody/],
    },
    {
      name: "no trail, and a filter of another pattern",
      ...shippedProduct(ENTERPRISE, (all) => {
        delete all.Trail;
        all.RootAccountUsageFilter!.Properties.FilterPattern = "{ $.x = 1 }";
      }),
      violations: [/there is no trail$/, /no metric filter of RootAccountUsage/],
    },
    {
      name: "an alarm whose actions are off",
      ...withProperty(ENTERPRISE, "RootAccountUsageAlarm", "ActionsEnabled", false),
      violations: [/tells nobody/],
    },
    none(/no trail and no alarm/),
  ],
  "told-alerts": [
    kept(PROFESSIONAL),
    kept(ENTERPRISE),
    {
      name: "somebody else is told",
      ...withProperty(PROFESSIONAL, "AlertsTopicSubscription", "Endpoint", "somebody@example.org"),
      violations: [/go to another address than the config's/],
    },
    {
      name: "nobody is told",
      ...shippedProduct(PROFESSIONAL, (all) => delete all.AlertsTopicSubscription),
      violations: [/nobody is subscribed/],
    },
    { name: "a starter product", ...shippedProduct(STARTER), notApplicable: /names nobody/ },
  ],
  "own-roles": [
    kept(STARTER),
    kept(ENTERPRISE),
    {
      name: "a build with a role of elsewhere",
      ...withProperty(STARTER, "ModelBuildProject", "ServiceRole", "arn:aws:iam::123456789012:role/admin"),
      violations: [/it runs with arn:aws:iam::123456789012:role\/admin, which the template does not make/],
    },
    {
      name: "a role that is imported, for an event's target",
      ...shippedProduct(STARTER, (all) => {
        const [target] = all.ModelApprovedRule!.Properties.Targets as JsonObject[];
        target!.RoleArn = { "Fn::ImportValue": "role" };
      }),
      violations: [/\$\{unknown\}, which the template does not make/],
    },
    none(/nothing here runs with a role/),
  ],
  "vpc-endpoints": [
    kept(ENTERPRISE),
    {
      name: "none, where the config makes them",
      ...shippedProduct(ENTERPRISE, (all) => {
        for (const [id, { Type }] of Object.entries(all))
          if (Type === "AWS::EC2::VPCEndpoint") delete all[id];
      }),
      violations: [/of s3$/, /of sagemaker\.api$/, /of sagemaker\.runtime$/, /of sts$/],
    },
  ],
  "no-open-ingress": [
    kept(ENTERPRISE),
    {
      name: "every address",
      ...shippedProduct(ENTERPRISE, (all) => {
        const ingress = all.EndpointSecurityGroupIngress!;
        ingress.Properties = { ...ingress.Properties, SourceSecurityGroupId: undefined, CidrIp: "0.0.0.0/0" };
      }),
      violations: [/lets in every address/],
    },
    {
      name: "every address of IPv6, in the group itself; a network of one's own",
      ...withProperty(ENTERPRISE, "EndpointSecurityGroup", "SecurityGroupIngress", [
        { IpProtocol: "tcp", CidrIpv6: "::/0" },
        { IpProtocol: "tcp", CidrIp: "10.0.0.0/16" },
      ]),
      violations: [/lets in every address/],
    },
    none(/no security group/),
  ],
  "unprivileged-builds": [
    kept(STARTER),
    {
      name: "a privileged one",
      ...shippedProduct(STARTER, (all) => {
        const { Environment: given } = all.ModelBuildProject!.Properties;
        if (isObject(given)) given.PrivilegedMode = true;
      }),
      violations: [/run with privileges/],
    },
    none(/no build project/),
  ],
  "approved-deployments": [
    kept(STARTER),
    {
      name: "no approval",
      ...shippedProduct(STARTER, (all) => {
        const { Properties: properties } = all.ModelDeployPipeline!;
        properties.Stages = (properties.Stages as { Name: string }[]).filter(
          ({ Name }) => Name !== "Approval",
        );
      }),
      violations: [/without a person's approval/],
    },
    {
      name: "the approval after the deployment",
      ...shippedProduct(STARTER, (all) => {
        const { Properties: properties } = all.ModelDeployPipeline!;
        const [source, approval, deploy] = properties.Stages as unknown[];
        properties.Stages = [source, deploy, approval];
      }),
      violations: [/without a person's approval/],
    },
    {
      name: "a build that may approve what it registers, and one that may approve any",
      ...shippedProduct(STARTER, (all) => {
        const policies = all.RoleModelBuild!.Properties.Policies as {
          PolicyDocument: { Statement: JsonObject[] };
        }[];
        const statements = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
        const registering = statements.find(({ Action }) =>
          [Action].flat().includes("sagemaker:CreateModelPackage"),
        )!;
        delete registering.Condition;
        policies[0]!.PolicyDocument.Statement.push({
          ...registering,
          Sid: "Approve",
          Action: "sagemaker:Update*",
        });
      }),
      violations: [/may approve models/, /may approve models/],
    },
    none(/no pipeline that deploys/),
  ],
};
