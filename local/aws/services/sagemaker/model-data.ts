import { conditionContext, refusal } from "../../authorization/authorise";
import type { AuthenticatedCaller } from "../../authorization/caller-record";
import type { CallContext } from "../../service";
import { identityOfRole } from "../iam/identity";
import { buckets, objects } from "../s3/bucket-record";
import { ownRole } from "../sts/service-trust";
import { validation } from "./input-rules";

/** Throws ValidationException where an object in S3 is not there, not in the region, or not for the role to read. */
export function checkModelData(url: string, roleArn: string, context: CallContext): void {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(url) ?? [];
  if (bucket !== undefined && key !== undefined) {
    const there = objects.find(context, bucket, key)?.versions.at(-1);
    const here = buckets.find(context, bucket)?.region === context.region;
    const isThere = there !== undefined && there.deleteMarker !== true && here;
    if (isThere && mayRead(`arn:${context.partition}:s3:::${bucket}/${key}`, roleArn, context)) return;
  }
  throw validation(
    `Could not access model data at ${url}. Please ensure that the role "${roleArn}" exists and that its trust ` +
      `relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com". ` +
      `Also ensure that the role has "s3:GetObject" permissions and that the object is located in ${context.region}.`,
  );
}

function mayRead(resource: string, roleArn: string, context: CallContext): boolean {
  const role = ownRole(roleArn, context);
  const identity = role && identityOfRole(context, role.RoleName);
  if (identity === undefined) return false;
  const caller: AuthenticatedCaller = { ...identity, accountId: context.caller.accountId, accessKeyId: "" };
  const values = conditionContext({ ...context, caller }, "s3");
  return refusal(caller, { action: "s3:GetObject", resource, context: values }) === undefined;
}
