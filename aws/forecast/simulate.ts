import { describeAwsError } from "../aws-error";
import type { AwsClients } from "../clients";
import { ask } from "../preflight/ask";
import type { Answer } from "../preflight/answer";
import type { Probe } from "./probe";

/** What the simulator says to one action on one resource. */
export interface Outcome {
  need: Probe["need"];
  action: string;
  resource: string;
  decision: "allowed" | "implicit-deny" | "explicit-deny";
  /** Condition keys that the policies ask for and that only the call itself has. */
  missing: string[];
  /** An organisation's service control policy is what refuses. */
  byOrganization: boolean;
}

/** Whose policies are simulated: root is bound by none, a federated user can't be. */
export type Principal = { kind: "root" } | { kind: "unknown" } | { kind: "policies"; arn: string };

/** The user or role behind a caller's ARN: a session's ARN leaves out the path of its role. */
export async function principalOf(aws: AwsClients, callerArn: string): Promise<Answer<Principal>> {
  if (callerArn.endsWith(":root")) return { value: { kind: "root" } };
  if (callerArn.includes(":user/")) return { value: { kind: "policies", arn: callerArn } };
  const session = /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\//.exec(callerArn);
  if (session === null) return { value: { kind: "unknown" } };
  const [, partition, account, name] = session;
  const role = await ask(async () => (await (await aws.iam()).getRole({ RoleName: name })).Role?.Arn);
  if ("failure" in role && role.failure.kind !== "denied") return role;
  const found = "value" in role ? role.value : undefined;
  return { value: { kind: "policies", arn: found ?? `arn:${partition}:iam::${account}:role/${name}` } };
}

/** A question's answers stay below one page of the simulator. */
const RESOURCES_PER_CALL = 50;
/** The simulator's rate is low: more at once would be throttled. */
const CALLS_AT_ONCE = 4;

function chunks(probe: Probe): Probe[] {
  const parts: Probe[] = [];
  for (let start = 0; start < probe.resources.length; start += RESOURCES_PER_CALL) {
    parts.push({ ...probe, resources: probe.resources.slice(start, start + RESOURCES_PER_CALL) });
  }
  return parts;
}

const DECISIONS: Record<string, Outcome["decision"]> = {
  allowed: "allowed",
  explicitDeny: "explicit-deny",
};

async function simulateOne(aws: AwsClients, principalArn: string, probe: Probe): Promise<Outcome[]> {
  const iam = await aws.iam();
  const outcomes: Outcome[] = [];
  let marker: string | undefined;
  do {
    const page = await iam.simulatePrincipalPolicy({
      PolicySourceArn: principalArn,
      ActionNames: [...probe.actions],
      ResourceArns: [...probe.resources],
      ContextEntries: Object.entries(probe.context).map(([name, value]) => ({
        ContextKeyName: name,
        ContextKeyType: typeof value !== "string" ? "stringList" : value === "true" ? "boolean" : "string",
        ContextKeyValues: typeof value === "string" ? [value] : [...value],
      })),
      MaxItems: 1000,
      Marker: marker,
    });
    for (const result of page.EvaluationResults ?? []) {
      const byOrganization = result.OrganizationsDecisionDetail?.AllowedByOrganizations === false;
      // One result an action and resource, or one an action with the resources' in it.
      const specific = result.ResourceSpecificResults ?? [];
      const answers =
        specific.length > 0
          ? specific.map((each) => ({
              resource: each.EvalResourceName,
              decision: each.EvalResourceDecision,
              missing: each.MissingContextValues,
            }))
          : [
              {
                resource: result.EvalResourceName,
                decision: result.EvalDecision,
                missing: result.MissingContextValues,
              },
            ];
      for (const { resource, decision, missing } of answers) {
        outcomes.push({
          need: probe.need,
          action: result.EvalActionName ?? "",
          resource: resource ?? "*",
          decision: DECISIONS[decision ?? ""] ?? "implicit-deny",
          missing: missing ?? [],
          byOrganization,
        });
      }
    }
    marker = page.IsTruncated === true ? page.Marker : undefined;
  } while (marker !== undefined);
  return outcomes;
}

/** Asks the simulator everything, a few questions at once; the first that it does not answer ends the asking. */
export async function simulate(
  aws: AwsClients,
  principalArn: string,
  probes: readonly Probe[],
): Promise<Answer<Outcome[]>> {
  const waiting = probes.flatMap((probe) => chunks(probe));
  const outcomes: Outcome[][] = [];
  let failure: unknown;
  const work = async () => {
    for (let probe = waiting.shift(); probe !== undefined; probe = waiting.shift()) {
      try {
        outcomes.push(await simulateOne(aws, principalArn, probe));
      } catch (error) {
        failure ??= error;
        waiting.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, work));
  return failure === undefined ? { value: outcomes.flat() } : { failure: describeAwsError(failure) };
}
