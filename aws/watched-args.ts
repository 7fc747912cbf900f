import type { WatchedResource } from "../core/template/watched-resource";
import type { AwsConnection } from "./connection";

/** What a watched resource takes: one resource of a template, the stack that makes it, and how AWS is reached. */
export interface WatchedArgs extends WatchedResource {
  connection: AwsConnection;
  /** Name of the CloudFormation stack. */
  stackName: string;
}

/** Names a watched resource in a message: `GroupA (AWS::IAM::Group edge-dev-b001-group-a)`. */
export function watchedName({ logicalId, type, identifier }: WatchedResource): string {
  return `${logicalId} (${type} ${identifier})`;
}
