import { renderTags } from "../../template/render-resources";
import { arnOutput, type TemplateFamily } from "./family";

/** The registry: the group in which every version of the product's model is registered, and approved or not. */
export const renderRegistry: TemplateFamily = ({ names, tags, stem }) => ({
  resources: {
    ModelPackageGroup: {
      Type: "AWS::SageMaker::ModelPackageGroup",
      Properties: {
        ModelPackageGroupName: names.modelPackageGroup,
        ModelPackageGroupDescription: `Models of ${stem}`,
        Tags: renderTags(tags),
      },
    },
  },
  outputs: [arnOutput("Model package group", "ModelPackageGroup", "ModelPackageGroupArn")],
});
