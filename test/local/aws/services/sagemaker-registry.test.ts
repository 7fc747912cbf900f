import {
  type CreateModelPackageInput,
  type ListModelPackagesInput,
  SageMaker,
} from "@aws-sdk/client-sagemaker";
import assert from "node:assert/strict";
import { ACCOUNT, refusal, REGION, TestServer } from "./embedded-server";

const ARN = `arn:aws:sagemaker:${REGION}:${ACCOUNT}`;
const ModelPackageGroupName = "churn";
const SPECIFICATION: CreateModelPackageInput["InferenceSpecification"] = {
  Containers: [{ Image: "image", ModelDataUrl: "s3://models/1/model.tar.gz" }],
  SupportedContentTypes: ["text/csv"],
  SupportedResponseMIMETypes: ["application/json"],
};

describe("embedded model registry", () => {
  let server: TestServer;
  let sagemaker: SageMaker;

  before(async () => {
    server = await TestServer.start();
    sagemaker = server.client(SageMaker);
    await sagemaker.createModelPackageGroup({ ModelPackageGroupName, Tags: [{ Key: "a", Value: "1" }] });
  });
  after(() => server.stop());

  async function register(group: string, more: Partial<CreateModelPackageInput> = {}): Promise<string> {
    const { ModelPackageArn } = await sagemaker.createModelPackage({
      ModelPackageGroupName: group,
      InferenceSpecification: SPECIFICATION,
      ...more,
    });
    return ModelPackageArn!;
  }

  async function versions(input: ListModelPackagesInput) {
    const { ModelPackageSummaryList, NextToken } = await sagemaker.listModelPackages(input);
    return { versions: ModelPackageSummaryList!.map((each) => each.ModelPackageVersion), next: NextToken };
  }

  it("keeps groups and their versions, over a restart", async () => {
    const group = "kept";
    const created = await sagemaker.createModelPackageGroup({
      ModelPackageGroupName: group,
      ModelPackageGroupDescription: "d",
    });
    assert.equal(created.ModelPackageGroupArn, `${ARN}:model-package-group/${group}`);
    const arn = await register(group, {
      ModelPackageDescription: "first",
      CustomerMetadataProperties: { accuracy: "0.8" },
    });
    assert.equal(arn, `${ARN}:model-package/${group}/1`);
    await server.restart();
    sagemaker = server.client(SageMaker);
    const described = await sagemaker.describeModelPackageGroup({ ModelPackageGroupName: group });
    assert.equal(described.ModelPackageGroupDescription, "d");
    assert.equal(described.ModelPackageGroupStatus, "Completed");
    assert.ok(described.CreationTime instanceof Date);
    const version = await sagemaker.describeModelPackage({ ModelPackageName: arn });
    assert.equal(version.ModelPackageDescription, "first");
    assert.equal(version.ModelPackageVersion, 1);
    assert.equal(version.ModelApprovalStatus, "PendingManualApproval");
    assert.deepEqual(version.InferenceSpecification, SPECIFICATION);
    assert.deepEqual(version.CustomerMetadataProperties, { accuracy: "0.8" });
    const groups = await sagemaker.listModelPackageGroups({ NameContains: "KEP" });
    assert.deepEqual(
      groups.ModelPackageGroupSummaryList?.map((each) => each.ModelPackageGroupName),
      [group],
    );
  });

  it("approves versions and finds the newest approved one", async () => {
    const group = "approved";
    await sagemaker.createModelPackageGroup({ ModelPackageGroupName: group });
    const arns = [await register(group), await register(group), await register(group)];
    for (const ModelPackageArn of arns.slice(0, 2)) {
      await sagemaker.updateModelPackage({
        ModelPackageArn,
        ModelApprovalStatus: "Approved",
        ApprovalDescription: "good",
        CustomerMetadataProperties: { by: "me" },
      });
    }
    const approved = await sagemaker.describeModelPackage({ ModelPackageName: arns[1] });
    assert.deepEqual(
      [approved.ModelApprovalStatus, approved.ApprovalDescription, approved.CustomerMetadataProperties],
      ["Approved", "good", { by: "me" }],
    );
    assert.match(approved.LastModifiedBy!.IamIdentity!.Arn!, /^arn:aws:iam::/);
    const newest = await sagemaker.listModelPackages({
      ModelPackageGroupName: group,
      ModelApprovalStatus: "Approved",
      SortBy: "CreationTime",
      SortOrder: "Descending",
      MaxResults: 1,
    });
    assert.equal(newest.ModelPackageSummaryList![0]!.ModelPackageArn, arns[1]);
    assert.deepEqual(await versions({ ModelPackageGroupName: group, ModelApprovalStatus: "Rejected" }), {
      versions: [],
      next: undefined,
    });
    await sagemaker.updateModelPackage({
      ModelPackageArn: arns[1],
      CustomerMetadataPropertiesToRemove: ["by"],
    });
    const { CustomerMetadataProperties } = await sagemaker.describeModelPackage({
      ModelPackageName: arns[1],
    });
    assert.equal(CustomerMetadataProperties, undefined);
  });

  it("lists a group's versions in both orders, page by page, and none without a group", async () => {
    const group = "listed";
    await sagemaker.createModelPackageGroup({ ModelPackageGroupName: group });
    for (let count = 0; count < 11; count++) await register(group);
    const first = await versions({ ModelPackageGroupName: group });
    assert.deepEqual(first.versions, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const rest = await versions({ ModelPackageGroupName: group, NextToken: first.next });
    assert.deepEqual(rest, { versions: [11], next: undefined });
    const down = await versions({ ModelPackageGroupName: group, SortOrder: "Descending", MaxResults: 2 });
    assert.deepEqual(down.versions, [11, 10]);
    assert.deepEqual((await versions({})).versions, []);
    const before = { CreationTimeBefore: new Date("2020-01-01") };
    assert.deepEqual((await versions({ ModelPackageGroupName: group, ...before })).versions, []);
    const byArn = { ModelPackageGroupName: `${ARN}:model-package-group/${group}`, MaxResults: 1 };
    assert.deepEqual((await versions(byArn)).versions, [1]);
  });

  it("does not delete a group while it has versions, and gives no number twice", async () => {
    const group = "deleted";
    await sagemaker.createModelPackageGroup({ ModelPackageGroupName: group });
    const first = await register(group);
    const refused = await refusal(sagemaker.deleteModelPackageGroup({ ModelPackageGroupName: group }));
    assert.deepEqual([refused.code, refused.status], ["ConflictException", 400]);
    await sagemaker.deleteModelPackage({ ModelPackageName: first });
    const second = await register(group);
    assert.match(second, /\/2$/);
    await sagemaker.deleteModelPackage({ ModelPackageName: second });
    await sagemaker.deleteModelPackageGroup({ ModelPackageGroupName: group });
    const gone = await refusal(sagemaker.describeModelPackageGroup({ ModelPackageGroupName: group }));
    assert.equal(gone.message, `ModelPackageGroup ${ARN}:model-package-group/${group} does not exist.`);
  });

  it("keeps tags of groups", async () => {
    const ResourceArn = `${ARN}:model-package-group/${ModelPackageGroupName}`;
    await sagemaker.addTags({ ResourceArn, Tags: [{ Key: "b", Value: "2" }] });
    await sagemaker.deleteTags({ ResourceArn, TagKeys: ["a"] });
    assert.deepEqual((await sagemaker.listTags({ ResourceArn })).Tags, [{ Key: "b", Value: "2" }]);
  });

  const group = (name: string) => (c: SageMaker) =>
    c.createModelPackageGroup({ ModelPackageGroupName: name });
  const version = (more: Partial<CreateModelPackageInput>) => (c: SageMaker) =>
    c.createModelPackage({ ModelPackageGroupName, InferenceSpecification: SPECIFICATION, ...more });
  const cases: [string, (sagemaker: SageMaker) => Promise<unknown>, string, RegExp?][] = [
    [
      "a group that is there",
      group(ModelPackageGroupName),
      "ValidationException",
      /Group already exists: arn:/,
    ],
    ["a name with a dot", group("a.b"), "ValidationException"],
    ["a name that ends with a hyphen", group("a-"), "ValidationException"],
    ["a name of 64 characters", group("x".repeat(64)), "ValidationException"],
    [
      "a version of a group that is not there",
      version({ ModelPackageGroupName: "none" }),
      "ValidationException",
      /does not exist/,
    ],
    [
      "a version of no group",
      version({ ModelPackageGroupName: undefined }),
      "ValidationException",
      /Missing ARN/,
    ],
    ["a version that can't serve", version({ InferenceSpecification: undefined }), "ValidationException"],
    ["a version with tags", version({ Tags: [{ Key: "a", Value: "1" }] }), "ValidationException"],
    ["an approval that is none", version({ ModelApprovalStatus: "Yes" as never }), "ValidationException"],
    [
      "model data that is no URL",
      version({
        InferenceSpecification: { ...SPECIFICATION, Containers: [{ Image: "i", ModelDataUrl: "m.tar.gz" }] },
      }),
      "ValidationException",
    ],
    [
      "what is not embedded",
      version({ ModelPackageGroupName: undefined, ModelPackageName: "single" }),
      "NotImplemented",
      /ModelPackageName/,
    ],
    [
      "a version that is not there",
      (c) => c.describeModelPackage({ ModelPackageName: `${ARN}:model-package/churn/9` }),
      "ValidationException",
      /^ModelPackage arn:\S+\/9 does not exist\.$/,
    ],
    [
      "tags of what is not there",
      (c) => c.listTags({ ResourceArn: `${ARN}:model-package-group/none` }),
      "ValidationException",
      /Could not find/,
    ],
    ["a page of 101", (c) => c.listModelPackages({ MaxResults: 101 }), "ValidationException"],
    ["a token of somebody else", (c) => c.listModelPackageGroups({ NextToken: "x" }), "ValidationException"],
    [
      "the policy of a group, which has none",
      (c) => c.getModelPackageGroupPolicy({ ModelPackageGroupName }),
      "ValidationException",
      /Cannot find resource policy/,
    ],
    ["an operation that is not embedded", (c) => c.listTrainingJobs({}), "NotImplemented"],
  ];
  for (const [name, call, code, message = /./] of cases) {
    it(`refuses ${name}`, async () => {
      const refused = await refusal(call(sagemaker));
      assert.equal(refused.code, code, refused.message);
      assert.match(refused.message, message);
    });
  }
});
