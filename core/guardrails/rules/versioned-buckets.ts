import { valueAt } from "../../config/source";
import { guardrail, notApplicable, verdictOf } from "../guardrail";
import { resourcesOf } from "../subject";
import { nameOf } from "../template-principals";

/** What is overwritten or deleted can be brought back. */
export const versionedBuckets = guardrail({
  name: "versioned-buckets",
  forbids: "Buckets that don't keep what is overwritten or deleted.",
  why: "A model or a log that somebody replaced is gone, and with it how it came about.",
  remediation: "Set VersioningConfiguration: { Status: Enabled }.",
  examples: {
    bad: "VersioningConfiguration: { Status: Suspended }",
    good: "VersioningConfiguration: { Status: Enabled }",
  },
  enforcement: "mandatory",
  options: {},
  judge(subject) {
    const buckets = resourcesOf(subject, "AWS::S3::Bucket");
    if (buckets.length === 0) return notApplicable("there is no bucket");
    return verdictOf(
      buckets
        .filter(({ properties }) => valueAt(properties, ["VersioningConfiguration", "Status"]) !== "Enabled")
        .map((bucket) => ({
          principals: [nameOf(bucket)],
          path: [...bucket.path, "Properties", "VersioningConfiguration"],
          message: "the bucket keeps no versions",
          instead: this.remediation,
        })),
    );
  },
});
