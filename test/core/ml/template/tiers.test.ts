import assert from "node:assert/strict";
import type { MlConfig } from "../../../../core/ml/config/schema";
import type { Template, TemplateValue } from "../../../../core/template/cloudformation";
import { watchedResources } from "../../../../core/template/watched-resources";
import { ENTERPRISE, mlConfigNames, PROFESSIONAL, STARTER } from "../ml-configs";
import { rendered, variants } from "../rendered";

const S3 = "techcorp-prod-a001-us-west-2-customer-churn-ml-s3";
const SSM = "globalbank-prod-c001-us-west-2-demand-forecasting-ml-codecommit-sgprov-ssm";

/** How many resources of each type there are, SSM parameters left out. */
function counts(template: Template): Record<string, number> {
  const result: Record<string, number> = {};
  for (const { Type } of Object.values(template.Resources)) {
    if (Type !== "AWS::SSM::Parameter") result[Type] = (result[Type] ?? 0) + 1;
  }
  return result;
}

/** Properties of a resource as AWS will have them. */
function live(name: string, logicalId: string, change?: (config: MlConfig) => void): Record<string, unknown> {
  const { template } = rendered(name, change);
  const all = watchedResources(template, { accountId: "123456789012", region: "us-west-2" });
  return all.find((resource) => resource.logicalId === logicalId)!.properties;
}

function ofType(template: Template, type: string): [string, Record<string, TemplateValue>][] {
  return Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === type)
    .map(([logicalId, { Properties }]) => [logicalId, Properties]);
}

const starter = {
  "AWS::CodeBuild::Project": 2,
  "AWS::CodePipeline::Pipeline": 2,
  "AWS::Events::Rule": 3,
  "AWS::IAM::Role": 6,
  "AWS::Logs::LogGroup": 3,
  "AWS::S3::Bucket": 1,
  "AWS::S3::BucketPolicy": 1,
  "AWS::SageMaker::ModelPackageGroup": 1,
};
const professional = {
  ...starter,
  "AWS::Events::Rule": 4,
  "AWS::SNS::Subscription": 1,
  "AWS::SNS::Topic": 1,
  "AWS::SNS::TopicPolicy": 1,
};
const enterprise = {
  ...professional,
  "AWS::CloudTrail::Trail": 1,
  "AWS::CloudWatch::Alarm": 2,
  "AWS::EC2::SecurityGroup": 1,
  "AWS::EC2::SecurityGroupEgress": 1,
  "AWS::EC2::SecurityGroupIngress": 1,
  "AWS::EC2::VPCEndpoint": 4,
  "AWS::IAM::ManagedPolicy": 1,
  "AWS::IAM::Role": 7,
  "AWS::KMS::Alias": 1,
  "AWS::KMS::Key": 1,
  "AWS::Logs::LogGroup": 4,
  "AWS::Logs::MetricFilter": 2,
  "AWS::S3::Bucket": 2,
  "AWS::S3::BucketPolicy": 2,
  "AWS::SNS::Subscription": 2,
  "AWS::SNS::Topic": 2,
  "AWS::SNS::TopicPolicy": 2,
};
const repositories = { "AWS::CodeCommit::Repository": 2 };

describe("what a tier has", () => {
  const cases: [string, Record<string, number>][] = [
    [STARTER, { ...starter, ...repositories }],
    [S3, starter],
    [PROFESSIONAL, { ...professional, ...repositories }],
    [ENTERPRISE, { ...enterprise, ...repositories }],
  ];
  for (const [name, expected] of cases) {
    it(name, () => assert.deepEqual(counts(rendered(name).template), expected));
  }

  it("is no security group in sgprov mode, and the provisioner's id from its parameter", () => {
    const { template } = rendered(SSM);
    assert.equal(counts(template)["AWS::EC2::SecurityGroup"], undefined);
    assert.deepEqual(
      Object.values(template.Parameters ?? {}).map(({ Type, Default }) => [Type, Default]),
      [
        [
          "AWS::SSM::Parameter::Value<AWS::EC2::SecurityGroup::Id>",
          "/sg/globalbank-prod-c001-us-west-2-sg/SecurityGroupId",
        ],
        [
          "AWS::SSM::Parameter::Value<List<AWS::EC2::Subnet::Id>>",
          "/vpc/globalbank-prod-c001-us-west-2-vpc/PrivateSubnetIds",
        ],
        ["AWS::SSM::Parameter::Value<AWS::EC2::VPC::Id>", "/vpc/globalbank-prod-c001-us-west-2-vpc/VPCId"],
      ],
    );
    assert.deepEqual(template.Resources.VpcEndpointSts?.Properties.SubnetIds, { Ref: "SubnetIds" });
  });

  it("is no trail of its own where the account's is watched", () => {
    const { template } = variants["the account's trail"]!();
    assert.equal(counts(template)["AWS::CloudTrail::Trail"], undefined);
    assert.equal(counts(template)["AWS::Logs::LogGroup"], 3);
    const filters = ofType(template, "AWS::Logs::MetricFilter");
    assert.deepEqual(
      filters.map(([, { LogGroupName }]) => LogGroupName),
      ["aws-cloudtrail-logs", "aws-cloudtrail-logs"],
    );
  });

  it("is no endpoint of its own where the VPC's are used, whose ids are published all the same", () => {
    const { template } = variants["the VPC's own endpoints"]!();
    assert.equal(counts(template)["AWS::EC2::VPCEndpoint"], undefined);
    assert.equal(template.Parameters, undefined);
    assert.equal(template.Resources.ParameterVpcEndpointIdSts?.Properties.Value, "vpce-01ebcd15b74afab98");
  });

  it("publishes every ARN, and what the SageMaker provisioner and the guidelines look for", () => {
    const { template, blueprint } = rendered(ENTERPRISE);
    const published = ofType(template, "AWS::SSM::Parameter").map(([, { Name }]) => Name as string);
    for (const key of [
      ...["KmsKeyArn", "VpcEndpointIdS3", "VpcEndpointIdSagemakerApi", "VpcEndpointIdSagemakerRuntime"],
      ...["VpcEndpointIdSts", "ModelPackageGroupArn", "RoleSagemakerExecutionArn", "TrailArn"],
    ]) {
      assert.ok(published.includes(`/ml/${blueprint.stem}/${key}`), key);
    }
    assert.equal(published.length, Object.keys(template.Outputs).length);
  });
});

describe("what is safe by itself", () => {
  for (const name of mlConfigNames) {
    it(`in ${name}: buckets, topics, keys and logs`, () => {
      const { template, blueprint } = rendered(name);
      const text = (value: unknown) => JSON.stringify(value);
      for (const [logicalId, bucket] of ofType(template, "AWS::S3::Bucket")) {
        assert.deepEqual(bucket.VersioningConfiguration, { Status: "Enabled" }, logicalId);
        assert.deepEqual(Object.values(bucket.PublicAccessBlockConfiguration!), [true, true, true, true]);
        assert.match(text(bucket.BucketEncryption), /"SSEAlgorithm":"(AES256|aws:kms)"/);
        const policy = template.Resources[`${logicalId}Policy`]!.Properties;
        assert.match(text(policy.PolicyDocument), /"Deny".*"Bool":\{"aws:SecureTransport":"false"\}/);
      }
      for (const [logicalId] of ofType(template, "AWS::SNS::Topic")) {
        const policy = template.Resources[`${logicalId}Policy`]!.Properties;
        assert.match(text(policy.PolicyDocument), /aws:SecureTransport/);
        assert.match(text(policy.PolicyDocument), /"aws:SourceAccount":"123456789012"/);
      }
      for (const [logicalId, group] of ofType(template, "AWS::Logs::LogGroup")) {
        assert.ok((group.RetentionInDays as number) >= 90, logicalId);
        assert.equal(group.RetentionInDays, blueprint.retention.days);
      }
      for (const [, key] of ofType(template, "AWS::KMS::Key")) {
        assert.equal(key.EnableKeyRotation, true);
        assert.equal(key.PendingWindowInDays, 30);
      }
      for (const [, project] of ofType(template, "AWS::CodeBuild::Project")) {
        assert.match(text(project.Environment), /"PrivilegedMode":false/);
      }
    });
  }

  it("has the enterprise tier's key in the artifacts bucket and in both pipelines", () => {
    const { template } = rendered(ENTERPRISE);
    const key = { "Fn::GetAtt": ["KmsKey", "Arn"] };
    for (const [, { ArtifactStore }] of ofType(template, "AWS::CodePipeline::Pipeline")) {
      assert.deepEqual((ArtifactStore as Record<string, unknown>).EncryptionKey, { Id: key, Type: "KMS" });
    }
    const { BucketEncryption } = template.Resources.ArtifactsBucket!.Properties;
    assert.match(JSON.stringify(BucketEncryption), /"KMSMasterKeyID":\{"Fn::GetAtt":\["KmsKey","Arn"\]\}/);
  });
});

describe("how a pipeline runs", () => {
  const stages = (name: string, pipeline: string) =>
    (live(name, pipeline).Stages as { Name: string; Actions: Record<string, unknown>[] }[]).map(
      ({ Name, Actions: [action] }) => ({ Name, Configuration: action!.Configuration }),
    );

  it("builds what the repository's main branch has", () => {
    const ml = "techcorp-prod-a001-us-west-2-customer-churn-ml";
    assert.deepEqual(stages(STARTER, "ModelBuildPipeline"), [
      {
        Name: "Source",
        Configuration: {
          BranchName: "main",
          PollForSourceChanges: false,
          RepositoryName: `${ml}-model-build`,
        },
      },
      { Name: "Build", Configuration: { ProjectName: `${ml}-model-build` } },
    ]);
    const rule = live(STARTER, "ModelBuildSourceRule");
    assert.deepEqual(rule.EventPattern, {
      source: ["aws.codecommit"],
      "detail-type": ["CodeCommit Repository State Change"],
      resources: [`arn:aws:codecommit:us-west-2:123456789012:${ml}-model-build`],
      detail: {
        event: ["referenceCreated", "referenceUpdated"],
        referenceType: ["branch"],
        referenceName: ["main"],
      },
    });
    assert.deepEqual(rule.Targets, [
      {
        Arn: `arn:aws:codepipeline:us-west-2:123456789012:${ml}-model-build`,
        Id: "pipeline",
        RoleArn: `arn:aws:iam::123456789012:role/${ml}-start`,
      },
    ]);
  });

  it("takes archives out of a bucket, whose events start it", () => {
    const bucket = "techcorp-prod-a001-us-west-2-s3";
    assert.deepEqual(stages(S3, "ModelDeployPipeline")[0], {
      Name: "Source",
      Configuration: {
        PollForSourceChanges: false,
        S3Bucket: bucket,
        S3ObjectKey: "solutions/customer-churn/model-deploy.zip",
      },
    });
    assert.deepEqual(live(S3, "ModelDeploySourceRule").EventPattern, {
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: { bucket: { name: [bucket] }, object: { key: ["solutions/customer-churn/model-deploy.zip"] } },
    });
    const whole = live(S3, "ModelBuildSourceRule", ({ ml_product: product }) => {
      product.s3_prefix = bucket;
    });
    assert.match(JSON.stringify(whole.EventPattern), /"key":\["model-build\.zip"\]/);
  });

  it("asks a person before it deploys, from the professional tier on through the topic", () => {
    for (const name of mlConfigNames) {
      assert.deepEqual(
        stages(name, "ModelDeployPipeline").map((stage) => stage.Name),
        ["Source", "Approval", "Deploy"],
      );
    }
    const asked = JSON.stringify(stages(PROFESSIONAL, "ModelDeployPipeline")[1]);
    assert.match(asked, /"NotificationArn":"arn:aws:sns:us-west-2:123456789012:edge-.*-ml-alerts"/);
    assert.doesNotMatch(JSON.stringify(stages(STARTER, "ModelDeployPipeline")[1]), /NotificationArn/);
  });

  it("starts the deployment when a model of the product is approved", () => {
    assert.deepEqual(live(STARTER, "ModelApprovedRule").EventPattern, {
      source: ["aws.sagemaker"],
      "detail-type": ["SageMaker Model Package State Change"],
      detail: {
        ModelApprovalStatus: ["Approved"],
        ModelPackageGroupName: ["techcorp-prod-a001-us-west-2-customer-churn-ml-models"],
      },
    });
  });
});

describe("what a reviewer is told of", () => {
  const told = (name: string, change?: (config: MlConfig) => void) =>
    rendered(name, change)
      .blueprint.notes.map(({ path, message }) => `${path}: ${message}`)
      .join("\n");
  const cases: [string, string, RegExp, ((config: MlConfig) => void)?][] = [
    [
      "days of logs that were raised",
      "globalbank-prod-c001-us-west-2-demand-forecasting-ml-s3-standalone-ssm",
      /log_retention_days: logs are kept 2192 days, the next number after 2190/,
    ],
    ["empty repositories", STARTER, /source_control: the repositories are empty at first/],
    ["what the source bucket needs", S3, /s3_prefix: techcorp-prod-a001-us-west-2-s3 has to be versioned/],
    ["a gateway endpoint that nobody uses", SSM, /route_table_ids: no route table leads to S3/],
    [
      "a role that the boundary does not bound",
      ENTERPRISE,
      /security_stack: .*globalbank-prod-c001-role-sagemaker-execution/,
      ({ ml_product: product }) => (product.security_stack = { tier: "startup" }),
    ],
    ["a subscription to confirm", PROFESSIONAL, /alerts_email: AWS asks the address to confirm/],
  ];
  for (const [name, config, expected, change] of cases) {
    it(name, () => assert.match(told(config, change), expected));
  }

  it("nothing that does not hold", () => {
    assert.doesNotMatch(told(ENTERPRISE), /route_table_ids|log_retention_days|security_stack|s3_prefix/);
  });
});
