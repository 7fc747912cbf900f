import assert from "node:assert/strict";
import { buildBlueprint } from "../../../core/security/build-blueprint";
import type { Template } from "../../../core/template/cloudformation";
import { renderTemplate } from "../../../core/template/render-template";
import { watchedResources } from "../../../core/template/watched-resources";
import { shippedCatalogue, startupConfig } from "../startup-config";

const template = renderTemplate(buildBlueprint(startupConfig(), shippedCatalogue));

describe("watchedResources", () => {
  const watched = watchedResources(template, { accountId: "123456789012", region: "us-east-1" });
  const byId = (logicalId: string) => watched.find((resource) => resource.logicalId === logicalId)!;

  it("has every resource of the template, in its order", () => {
    assert.deepEqual(
      watched.map(({ logicalId }) => logicalId),
      Object.keys(template.Resources),
    );
  });

  it("names each as Cloud Control does", () => {
    assert.equal(byId("GroupDataScientists").identifier, "techcorp-dev-a001-group-data-scientists");
    assert.equal(byId("RoleGlueEtl").identifier, "techcorp-dev-a001-role-glue-etl");
    assert.equal(
      byId("PolicyS3Level2").identifier,
      "arn:aws:iam::123456789012:policy/techcorp-dev-a001-policy-s3-level2-project-buckets-only",
    );
    assert.equal(
      byId("ParameterStackId").identifier,
      "/security/techcorp-dev-a001-us-east-1-startup-sec/StackId",
    );
  });

  it("carries out every function but the stack's id, which nobody knows yet", () => {
    for (const { logicalId, properties } of watched) {
      const text = JSON.stringify(properties);
      assert.doesNotMatch(text, /"(Ref|Fn::[A-Za-z]+)":/, logicalId);
      const left = text.match(/\$\{[^}]*\}/g) ?? [];
      assert.deepEqual(
        left.filter((name) => name !== "${aws:username}" && name !== "${AWS::StackId}"),
        [],
        logicalId,
      );
    }
    assert.equal(byId("ParameterStackId").properties.Value, "${AWS::StackId}");
  });

  it("says the ARNs that the account will have", () => {
    assert.deepEqual(byId("GroupMlEngineers").properties.ManagedPolicyArns, [
      "arn:aws:iam::aws:policy/CloudWatchLogsReadOnlyAccess",
      "arn:aws:iam::123456789012:policy/techcorp-dev-a001-policy-pipeline-level2-project-dev",
      "arn:aws:iam::123456789012:policy/techcorp-dev-a001-policy-sagemaker-level3-full",
    ]);
    assert.equal(
      byId("ParameterGroupMlEngineersArn").properties.Value,
      "arn:aws:iam::123456789012:group/techcorp-dev-a001-group-ml-engineers",
    );
    assert.equal(
      byId("ParameterRoleGlueEtlArn").properties.Value,
      "arn:aws:iam::123456789012:role/techcorp-dev-a001-role-glue-etl",
    );
  });

  it("knows the partition of the region", () => {
    const china = watchedResources(template, { accountId: "123456789012", region: "cn-north-1" });
    const policy = china.find(({ logicalId }) => logicalId === "PolicyS3Level2")!;
    assert.match(policy.identifier, /^arn:aws-cn:iam::/);
    assert.match(JSON.stringify(policy.properties.PolicyDocument), /arn:aws-cn:s3:::techcorp/);
  });

  it("leaves a policy variable to IAM", () => {
    const sample: Template = {
      ...template,
      Resources: {
        Group: {
          Type: "AWS::IAM::Group",
          Properties: {
            GroupName: "g",
            Home: { "Fn::Sub": "arn:${AWS::Partition}:s3:::home/${!aws:username}" },
          },
        },
      },
    };
    const [group] = watchedResources(sample, { accountId: "123456789012", region: "us-east-1" });
    assert.equal(group?.properties.Home, "arn:aws:s3:::home/${aws:username}");
  });
});
