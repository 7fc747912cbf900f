import { type AwsFailure, describeAwsError } from "./aws-error";
import type { AwsClients } from "./clients";
import { serviceReader } from "./readers";
import type { LiveResource, Sought } from "./readers/service-reader";

/** Cloud Control's answers where it knows no way to read a type (its API reference). */
const NOT_SERVED = new Set(["UnsupportedActionException", "TypeNotFoundException"]);

function missingRight({ message }: AwsFailure): string {
  const action = /not authorized to perform: ([\w-]+:\w+)/.exec(message)?.[1];
  return action === undefined ? "reading it is denied" : `reading it is denied: ${action} is not allowed`;
}

/**
 * What one resource is now, as its service or Cloud Control reads it. The references in the resource are filled in; where
 * Cloud Control is asked only its identifier counts. Throws the SDK's errors other than a denial.
 */
export async function readLiveResource(aws: AwsClients, resource: Sought): Promise<LiveResource> {
  const { type } = resource;
  try {
    const reader = serviceReader(type);
    return await (reader === undefined ? byCloudControl(aws, resource) : reader.read(aws, resource));
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

async function byCloudControl(aws: AwsClients, { type, identifier }: Sought): Promise<LiveResource> {
  const cloudControl = await aws.cloudControl();
  const answer = await cloudControl.getResource({ TypeName: type, Identifier: identifier });
  const properties = JSON.parse(answer.ResourceDescription?.Properties ?? "{}") as Record<string, unknown>;
  return { kind: "found", properties };
}
