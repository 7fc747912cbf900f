import type { CallContext } from "../service";

/** `arn:aws:codebuild:eu-west-1:123456789012:project/x`: the ARN of a resource of the caller's account and region. */
export function regionalArn(
  {
    partition,
    region,
    caller,
  }: Pick<CallContext, "partition" | "region"> & { caller: { accountId: string } },
  service: string,
  resource: string,
): string {
  return `arn:${partition}:${service}:${region}:${caller.accountId}:${resource}`;
}
