import type { TemplateResource } from "../../template/cloudformation";
import { renderTags } from "../../template/render-resources";
import type { MlBlueprint, SourceBlueprint } from "../blueprint";
import { arnOutput, NOTHING, type TemplateFamily } from "./family";

function repository({ tags, stem }: MlBlueprint, source: SourceBlueprint, what: string): TemplateResource {
  if (source.kind !== "codecommit") throw new Error("only code in CodeCommit has a repository");
  return {
    Type: "AWS::CodeCommit::Repository",
    Properties: {
      RepositoryName: source.repository,
      RepositoryDescription: `${what} of ${stem}`,
      Tags: renderTags(tags),
    },
  };
}

/** The two repositories, where the code is in CodeCommit. */
export const renderRepositories: TemplateFamily = (blueprint) => {
  const { buildSource, deploySource } = blueprint;
  if (buildSource.kind !== "codecommit") return NOTHING;
  return {
    resources: {
      ModelBuildRepository: repository(blueprint, buildSource, "Model build"),
      ModelDeployRepository: repository(blueprint, deploySource, "Model deployment"),
    },
    outputs: [
      arnOutput("Repository", "ModelBuildRepository"),
      arnOutput("Repository", "ModelDeployRepository"),
    ],
  };
};
