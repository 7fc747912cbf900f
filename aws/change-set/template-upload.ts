import { type Delivery, objectUrl } from "../../core/template/delivery";
import { describeAwsError, explainAwsFailure } from "../aws-error";
import type { AwsClients } from "../clients";
import { isRefusal } from "./is-refusal";

/** A template as a call of CloudFormation takes it. */
export type TemplateInput = { TemplateBody: string } | { TemplateURL: string };

/** The template, and how what was uploaded for it is removed. */
export interface ReachableTemplate {
  input: TemplateInput;
  /** What could not be removed and why, for a person; undefined where nothing is left. */
  remove: () => Promise<string | undefined>;
}

/** A key beside the deployed template's, which keeps its own. */
function ownKey(key: string, id: string): string {
  return key.replace(/(\.json)?$/, `-preview-${id}.json`);
}

/**
 * Makes a template reachable for CloudFormation, by an upload where it does not go with the call. Throws the SDK's
 * errors; nothing is left behind then.
 * @param id of this run, so that no other run's object is touched.
 */
export async function reachTemplate(
  aws: AwsClients,
  delivery: Delivery,
  { id, accountId }: { id: string; accountId: string },
): Promise<ReachableTemplate> {
  if (delivery.kind === "inline") {
    return { input: { TemplateBody: delivery.body }, remove: () => Promise.resolve(undefined) };
  }
  const s3 = await aws.s3();
  const object = { Bucket: delivery.bucket, Key: ownKey(delivery.key, id), ExpectedBucketOwner: accountId };
  let version: string | undefined;
  const remove = async () => {
    try {
      await s3.deleteObject({ ...object, VersionId: version });
      return undefined;
    } catch (error) {
      const failure = describeAwsError(error);
      if (failure.kind === "not-found") return undefined;
      return `s3://${object.Bucket}/${object.Key}: ${explainAwsFailure(failure)}`;
    }
  };
  try {
    const answer = await s3.putObject({ ...object, Body: delivery.body, ContentType: "application/json" });
    version = answer.VersionId;
  } catch (error) {
    // After a broken connection it may have arrived all the same.
    if (!isRefusal(error)) await remove();
    throw error;
  }
  return { input: { TemplateURL: objectUrl(object.Bucket, object.Key, aws.region) }, remove };
}
