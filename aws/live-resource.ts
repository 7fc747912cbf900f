import { type AwsFailure, describeAwsError } from "./aws-error";
import type { AwsClients } from "./clients";

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

/** Cloud Control's answers where it knows no way to read a type (its API reference). */
const NOT_SERVED = new Set(["UnsupportedActionException", "TypeNotFoundException"]);

function missingRight({ message }: AwsFailure): string {
  const action = /not authorized to perform: ([\w-]+:\w+)/.exec(message)?.[1];
  return action === undefined ? "reading it is denied" : `reading it is denied: ${action} is not allowed`;
}

/** What one resource is now, as Cloud Control reads it. Throws the SDK's errors other than a denial. */
export async function readLiveResource(
  aws: AwsClients,
  type: string,
  identifier: string,
): Promise<LiveResource> {
  const cloudControl = await aws.cloudControl();
  try {
    const answer = await cloudControl.getResource({ TypeName: type, Identifier: identifier });
    const properties = JSON.parse(answer.ResourceDescription?.Properties ?? "{}") as Record<string, unknown>;
    return { kind: "found", properties };
  } catch (error) {
    const failure = describeAwsError(error);
    if (failure.kind === "not-found") return { kind: "gone" };
    if (NOT_SERVED.has(failure.code)) {
      return { kind: "unreadable", reason: `Cloud Control does not read ${type}`, failure };
    }
    if (failure.kind === "denied") return { kind: "unreadable", reason: missingRight(failure), failure };
    throw error;
  }
}
