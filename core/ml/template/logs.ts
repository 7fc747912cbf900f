import type { TemplateResource } from "../../template/cloudformation";
import { renderTags } from "../../template/render-resources";
import { buildLogGroup, endpointLogGroup } from "../runtime-layout";
import { arnOutput, type TemplateFamily } from "./family";

/** The log groups of the builds and of the endpoint: services would make them themselves, to be kept for ever. */
export const renderLogs: TemplateFamily = ({ names, retention, tags }) => {
  const logGroup = (LogGroupName: string): TemplateResource => ({
    Type: "AWS::Logs::LogGroup",
    Properties: { LogGroupName, RetentionInDays: retention.days, Tags: renderTags(tags) },
  });
  return {
    resources: {
      EndpointLogGroup: logGroup(endpointLogGroup(names.endpoint)),
      ModelBuildLogGroup: logGroup(buildLogGroup(names.modelBuildProject)),
      ModelDeployLogGroup: logGroup(buildLogGroup(names.modelDeployProject)),
    },
    outputs: [
      arnOutput("Log group", "EndpointLogGroup"),
      arnOutput("Log group", "ModelBuildLogGroup"),
      arnOutput("Log group", "ModelDeployLogGroup"),
    ],
  };
};
