import { renderBucket, renderBucketPolicy } from "./bucket";
import { arnOutput, type TemplateFamily } from "./family";
import { KEY_LOGICAL_ID } from "./key";

/** Days for which an overwritten or deleted artifact can be had back. */
const KEEP_OLD_VERSIONS_DAYS = 90;

/** The bucket of the pipelines' artifacts and of the trained models. */
export const renderArtifacts: TemplateFamily = (blueprint) => {
  const { names, key } = blueprint;
  const bucket = { logicalId: "ArtifactsBucket", name: names.artifactsBucket };
  return {
    resources: {
      ArtifactsBucket: renderBucket(blueprint, {
        name: bucket.name,
        expireOldVersionsAfter: KEEP_OLD_VERSIONS_DAYS,
        ...(key === undefined ? {} : { key: KEY_LOGICAL_ID }),
      }),
      ArtifactsBucketPolicy: renderBucketPolicy(blueprint, bucket),
    },
    outputs: [arnOutput("Bucket", "ArtifactsBucket")],
  };
};
