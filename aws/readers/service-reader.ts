import type { WatchedResource } from "../../core/template/watched-resource";
import type { AwsFailure } from "../aws-error";
import type { AwsClients } from "../clients";

/** What AWS told of one resource. */
export type LiveResource =
  | {
      kind: "found";
      /** In CloudFormation's own property shape, whole: what was added beside the stack is in it. */
      properties: Record<string, unknown>;
    }
  | { kind: "gone" }
  | {
      kind: "unreadable";
      /** Why nobody can say what there is, for a message. */
      reason: string;
      failure: AwsFailure;
    };

/** A resource by which it is found. */
export type Sought = Pick<WatchedResource, "type" | "identifier" | "properties">;

/** Properties of a CloudFormation resource, by their names. */
export type Properties = Record<string, unknown>;

/**
 * A type that Cloud Control does not read: how its service shows it, in CloudFormation's own property shape, and takes
 * it. Resources come with their references filled in. What AWS does not allow or can't find throws the SDK's errors.
 */
export interface ServiceReader {
  /** `AWS::CodeBuild::Project`. */
  type: string;
  read(aws: AwsClients, resource: Sought): Promise<LiveResource>;
  /** Makes the resource what `target` says, in canonical form; what `live` has more is taken away. */
  write(aws: AwsClients, resource: Sought, states: { target: Properties; live: Properties }): Promise<void>;
}
