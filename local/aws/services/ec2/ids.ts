import { randomBytes } from "node:crypto";
import type { CallContext } from "../../service";

/** A new id, such as `vpc-0a1b2c3d4e5f60718`. */
export function newId(prefix: string): string {
  return `${prefix}-0${randomBytes(8).toString("hex")}`;
}

/** ARN of a resource of EC2, such as `subnet/subnet-0a1b…`. */
export function ec2Arn(
  { partition, region, caller }: Pick<CallContext, "caller" | "partition" | "region">,
  resource: string,
): string {
  return `arn:${partition}:ec2:${region}:${caller.accountId}:${resource}`;
}
