import { SageMaker } from "@aws-sdk/client-sagemaker";
import { ACCOUNT, REGION, type StackFixture } from "../cloudformation/stack-fixture";
import { typeTests } from "./type-tests";

const sagemaker = (fixture: StackFixture) => fixture.client(SageMaker);
const arn = (name: string) => `arn:aws:sagemaker:${REGION}:${ACCOUNT}:model-package-group/${name}`;
const group = (more: Record<string, unknown> = {}) => ({
  ModelPackageGroupName: "churn",
  ModelPackageGroupDescription: "Models of churn",
  Tags: [{ Key: "Stem", Value: "s" }],
  ...more,
});

typeTests({
  type: "AWS::SageMaker::ModelPackageGroup",
  properties: group(),
  read: { ...group(), ModelPackageGroupArn: arn("churn"), ModelPackageGroupStatus: "Completed" },
  attributes: {
    Ref: arn("churn"),
    ModelPackageGroupArn: arn("churn"),
    ModelPackageGroupStatus: "Completed",
    CreationTime: /^\d{4}-\d\d-\d\dT/,
  },
  updates: [
    {
      name: "its tags",
      properties: group({ Tags: [{ Key: "b", Value: "2" }] }),
      read: { Tags: [{ Key: "b", Value: "2" }] },
    },
    { name: "no tags", properties: group({ Tags: undefined }), read: { Tags: undefined } },
    {
      name: "another name and description",
      properties: group({ ModelPackageGroupName: "other", ModelPackageGroupDescription: "d" }),
      read: { ModelPackageGroupName: "other", ModelPackageGroupDescription: "d" },
      replaced: true,
    },
  ],
  drifts: [
    {
      name: "a changed tag",
      plant: (fixture, ResourceArn) =>
        sagemaker(fixture).addTags({ ResourceArn, Tags: [{ Key: "Stem", Value: "t" }] }),
      found: ["/Tags/0/Value NOT_EQUAL"],
    },
    {
      name: "lost tags",
      plant: (fixture, ResourceArn) => sagemaker(fixture).deleteTags({ ResourceArn, TagKeys: ["Stem"] }),
      found: ["/Tags REMOVE"],
    },
    {
      name: "its deletion",
      plant: (fixture) => sagemaker(fixture).deleteModelPackageGroup({ ModelPackageGroupName: "churn" }),
      found: "DELETED",
    },
  ],
  patch: {
    operations: [{ op: "add", path: "/Tags/-", value: { Key: "b", Value: "2" } }],
    read: {
      Tags: [
        { Key: "Stem", Value: "s" },
        { Key: "b", Value: "2" },
      ],
    },
  },
});
