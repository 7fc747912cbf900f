import { isMembers } from "../canonical-document";
import { type Canonical, listBy, membersBy, setOf, texts, withoutEmpty } from "../canonical-values";
import type { RulesByType } from "./type-rules";

/** CodeBuild takes S3's own key where a project names none ("CreateProject", CodeBuild API Reference). */
const ownKeyLeftOut: Canonical = (value) => (/:alias\/aws\/s3$/.test(String(value)) ? undefined : value);

/** Where a pipeline hands artifacts over, the project's other settings of them count for nothing. */
const artifacts: Canonical = (value) =>
  isMembers(value) && value.Type === "CODEPIPELINE" ? { Type: value.Type } : withoutEmpty(value);

const environment = membersBy({
  canonical: {
    EnvironmentVariables: listBy(
      "Name",
      membersBy({ canonical: { Value: String }, defaults: { Type: "PLAINTEXT" } }),
    ),
  },
  defaults: { ImagePullCredentialsType: "CODEBUILD" },
});

const switchedOff: Canonical = (value) => {
  const logs = withoutEmpty(value);
  return isMembers(logs) && logs.Status === "DISABLED" ? undefined : logs;
};

const stages: Canonical = (value) => (Array.isArray(value) ? value.map(stage) : value);

const action = membersBy({
  canonical: { Configuration: texts },
  defaults: { RunOrder: 1 },
});

// Actions of one stage run in the order of their numbers.
const stage = membersBy({ canonical: { Actions: listBy("Name", action) } });

/**
 * From the types' registry schemas (`readOnlyProperties`, `writeOnlyProperties`) and the API references of CodeBuild,
 * CodeCommit and CodePipeline (defaults).
 */
export const CODE_RULES: RulesByType = {
  "AWS::CodeBuild::Project": {
    leftOut: ["Arn", "Id"],
    defaults: {
      AutoRetryLimit: 0,
      Cache: { Type: "NO_CACHE" },
      QueuedTimeoutInMinutes: 480,
      Tags: [],
      TimeoutInMinutes: 60,
      Visibility: "PRIVATE",
    },
    unreadable: [],
    canonical: {
      Artifacts: artifacts,
      EncryptionKey: ownKeyLeftOut,
      Environment: environment,
      LogsConfig: membersBy({ canonical: { CloudWatchLogs: withoutEmpty, S3Logs: switchedOff } }),
      QueuedTimeoutInMinutes: Number,
      SecondaryArtifacts: setOf(),
      SecondarySources: setOf(),
      TimeoutInMinutes: Number,
    },
    emptyIsNothing: true,
  },
  "AWS::CodeCommit::Repository": {
    leftOut: ["Arn", "CloneUrlHttp", "CloneUrlSsh", "Name"],
    defaults: { Tags: [] },
    unreadable: ["Code", "Triggers"],
    // The key of CodeCommit's own where a template names none.
    filledIn: ["KmsKeyId"],
    emptyIsNothing: true,
  },
  "AWS::CodePipeline::Pipeline": {
    leftOut: ["Arn", "Version"],
    defaults: { ExecutionMode: "SUPERSEDED", PipelineType: "V1", Tags: [] },
    unreadable: ["RestartExecutionOnUpdate"],
    canonical: { Stages: stages },
    emptyIsNothing: true,
  },
};
