import { GetResourceCommand } from "@aws-sdk/client-cloudcontrol";
import {
  DeleteBucketPolicyCommand,
  DeleteObjectCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import type { Template } from "../../../../core/template/cloudformation";
import { watchedResources } from "../../../../core/template/watched-resources";
import { STARTER } from "../../../core/ml/ml-configs";
import { rendered } from "../../../core/ml/rendered";
import { ACCOUNT, REGION, StackFixture } from "./stack-fixture";

type Properties = Record<string, unknown>;

const inRegion = () => rendered(STARTER, ({ environment }) => (environment.region = REGION));

/** The artifacts bucket of an ML product and its policy, as the product's own template has them. */
function bucketTemplate(
  change: (bucket: Properties, policy: Properties) => void = () => undefined,
): Template {
  const { template } = inRegion();
  const { ArtifactsBucket: bucket, ArtifactsBucketPolicy: policy } = structuredClone(template.Resources);
  change(bucket!.Properties, policy!.Properties);
  return {
    ...template,
    Resources: { ArtifactsBucket: bucket!, ArtifactsBucketPolicy: policy! },
    Outputs: {},
  };
}

describe("buckets in stacks", () => {
  const fixture = new StackFixture();
  before(() => fixture.start());
  after(() => fixture.stop());

  const name = () => inRegion().blueprint.names.artifactsBucket;

  async function read(type: string): Promise<Properties> {
    const { ResourceDescription } = await fixture.control.send(
      new GetResourceCommand({ TypeName: type, Identifier: name() }),
    );
    return JSON.parse(ResourceDescription!.Properties!) as Properties;
  }

  async function removed(stack: string): Promise<void> {
    assert.equal((await fixture.delete(stack)).StackStatus, "DELETE_COMPLETE");
  }

  it("are what their template says, for S3's clients and for Cloud Control", async () => {
    const template = bucketTemplate();
    const stack = await fixture.create("made", template);
    assert.equal(stack.StackStatus, "CREATE_COMPLETE", stack.StackStatusReason);
    const Bucket = name();
    const { OwnershipControls } = await fixture.s3.send(new GetBucketOwnershipControlsCommand({ Bucket }));
    assert.deepEqual(OwnershipControls, { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] });
    const { Rules } = await fixture.s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
    assert.equal(Rules![0]!.ID, "expire");
    assert.equal(Rules![0]!.AbortIncompleteMultipartUpload!.DaysAfterInitiation, 7);
    const { Policy } = await fixture.s3.send(new GetBucketPolicyCommand({ Bucket }));
    const where = { accountId: ACCOUNT, region: REGION };
    for (const { type, properties } of watchedResources(template, where)) {
      const live = await read(type);
      for (const [key, value] of Object.entries(properties)) {
        if (key === "Tags") continue;
        assert.deepEqual(live[key], value, `${type} ${key}`);
      }
      if (type === "AWS::S3::BucketPolicy") assert.deepEqual(JSON.parse(Policy!), properties.PolicyDocument);
    }
    await removed("made");
  });

  it("follow their template when it changes", async () => {
    await fixture.create("changed", bucketTemplate());
    const updated = await fixture.update(
      "changed",
      bucketTemplate((bucket, policy) => {
        delete bucket.LifecycleConfiguration;
        (policy.PolicyDocument as { Statement: { Sid: string }[] }).Statement[0]!.Sid = "Renamed";
      }),
    );
    assert.equal(updated.StackStatus, "UPDATE_COMPLETE", updated.StackStatusReason);
    assert.equal((await read("AWS::S3::Bucket")).LifecycleConfiguration, undefined);
    const { PolicyDocument } = await read("AWS::S3::BucketPolicy");
    assert.match(JSON.stringify(PolicyDocument), /"Sid":"Renamed"/);
    await removed("changed");
  });

  it("lose a policy that is taken away by hand, which is seen", async () => {
    await fixture.create("bare", bucketTemplate());
    await fixture.s3.send(new DeleteBucketPolicyCommand({ Bucket: name() }));
    await assert.rejects(read("AWS::S3::BucketPolicy"), { name: "ResourceNotFoundException" });
    await fixture.delete("bare");
  });

  it("are not deleted while there is a version of anything in them", async () => {
    await fixture.create("full", bucketTemplate());
    const Bucket = name();
    await fixture.s3.send(new PutObjectCommand({ Bucket, Key: "model", Body: "x" }));
    await fixture.s3.send(new DeleteObjectCommand({ Bucket, Key: "model" }));
    const refused = await fixture.delete("full");
    assert.equal(refused.StackStatus, "DELETE_FAILED");
    const { Versions = [], DeleteMarkers = [] } = await fixture.s3.send(
      new ListObjectVersionsCommand({ Bucket }),
    );
    for (const { Key, VersionId } of [...Versions, ...DeleteMarkers]) {
      await fixture.s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    }
    await removed("full");
  });

  it("refuse a lifecycle rule of which the embedded AWS has only a part", async () => {
    const transition = [{ StorageClass: "GLACIER", TransitionInDays: 30 }];
    const stack = await fixture.create(
      "odd",
      bucketTemplate((bucket) => {
        const { Rules } = bucket.LifecycleConfiguration as { Rules: Properties[] };
        Rules[0]!.Transitions = transition;
      }),
    );
    assert.equal(stack.StackStatus, "ROLLBACK_COMPLETE");
    await removed("odd");
  });
});
