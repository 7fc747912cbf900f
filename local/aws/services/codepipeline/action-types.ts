/** What an action of one type takes ("Action structure reference", CodePipeline User Guide). */
export interface ActionType {
  category: string;
  provider: string;
  required: readonly string[];
  optional: readonly string[];
  /** Least and most numbers of artifacts. */
  inputs: readonly [number, number];
  outputs: readonly [number, number];
}

/** What runs a build project, to build or to test. */
const CODEBUILD: Omit<ActionType, "category"> = {
  provider: "CodeBuild",
  required: ["ProjectName"],
  optional: [
    "BatchEnabled",
    "BuildspecOverride",
    "CombineArtifacts",
    "EnvironmentVariables",
    "PrimarySource",
  ],
  inputs: [1, 5],
  outputs: [0, 5],
};

/** The action types that are embedded, all of owner AWS and version 1. */
export const ACTION_TYPES: readonly ActionType[] = [
  {
    category: "Source",
    provider: "CodeCommit",
    required: ["BranchName", "RepositoryName"],
    optional: ["OutputArtifactFormat", "PollForSourceChanges"],
    inputs: [0, 0],
    outputs: [1, 1],
  },
  {
    category: "Source",
    provider: "S3",
    required: ["S3Bucket", "S3ObjectKey"],
    optional: ["AllowOverrideForS3ObjectKey", "PollForSourceChanges"],
    inputs: [0, 0],
    outputs: [1, 1],
  },
  { category: "Build", ...CODEBUILD },
  { category: "Test", ...CODEBUILD },
  {
    category: "Approval",
    provider: "Manual",
    required: [],
    optional: ["CustomData", "ExternalEntityLink", "NotificationArn"],
    inputs: [0, 0],
    outputs: [0, 0],
  },
];
