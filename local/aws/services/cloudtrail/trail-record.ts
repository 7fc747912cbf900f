import type { EventSelector } from "@aws-sdk/client-cloudtrail";
import type { CallContext } from "../../service";
import { regionalArn } from "../regional-arn";
import { RegionalRecords } from "../regional-records";
import { AwsError } from "../../service";
import type { Tag } from "../tag-list";

/** A trail as the store keeps it. */
export interface TrailRecord {
  name: string;
  bucket: string;
  prefix?: string;
  globalEvents: boolean;
  multiRegion: boolean;
  validation: boolean;
  logGroupArn?: string;
  roleArn?: string;
  kmsKeyId?: string;
  logging: boolean;
  /** What is recorded, where somebody has said so: else all management events. */
  selectors?: EventSelector[];
  /** When logging began and ended last, ISO 8601. */
  started?: string;
  stopped?: string;
  tags: Tag[];
}

/** The trails of a region. */
export const trails = new RegionalRecords<TrailRecord>("cloudtrail.trails", ({ name }) => name);

/** ARN of the trail of a name. */
export function trailArn(context: CallContext, name: string): string {
  return regionalArn(context, "cloudtrail", `trail/${name}`);
}

/** The trail of a name or ARN. Throws TrailNotFoundException where there is none. */
export function existingTrail(context: CallContext, nameOrArn: string): TrailRecord {
  const name = nameOrArn.startsWith("arn:") ? nameOrArn.slice(nameOrArn.lastIndexOf("/") + 1) : nameOrArn;
  const found = trails.find(context, name);
  if (found !== undefined && (nameOrArn === name || nameOrArn === trailArn(context, name))) return found;
  throw new AwsError(
    "TrailNotFoundException",
    `Unknown trail: ${nameOrArn.startsWith("arn:") ? nameOrArn : trailArn(context, name)} for the user: ${context.caller.accountId}`,
    404,
  );
}
