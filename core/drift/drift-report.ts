import { byText } from "../text-order";
import type { PropertyDifference } from "./compare-properties";

/** What a check found of one resource. */
export type DriftStatus = "in-sync" | "drifted" | "deleted" | "not-checked";

/** One resource, and how what AWS has compares with what was deployed. */
export interface ResourceDrift {
  logicalId: string;
  /** CloudFormation type. */
  type: string;
  /** Group or role name, policy ARN, parameter name, stack name; where AWS makes the identifier up, the name, else that. */
  identifier: string;
  status: DriftStatus;
  differences: PropertyDifference[];
  /** Who said so: the live state as it was read, or CloudFormation's drift detection; nobody where it is not checked. */
  checkedBy?: "reading" | "cloudformation";
  /** Why it is not checked. */
  reason?: string;
  /** Of what is deleted: what is to be known before it is put back. */
  note?: string;
  /** Properties that are set but that AWS never shows. */
  uncheckedProperties: string[];
}

/** What could not be checked, for people: a resource, or properties that many resources share. */
export interface NotChecked {
  /** `GroupA`, or `AWS::SSM::Parameter`. */
  what: string;
  properties: string[];
  /** How many resources it is about. */
  resources: number;
  reason: string;
}

/** How many resources there are of each status. */
export type DriftCounts = Record<DriftStatus, number>;

/** What a drift check found, resource by resource. */
export interface DriftReport {
  stackName: string;
  counts: DriftCounts;
  /** All of them, what has drifted first. */
  resources: ResourceDrift[];
  notChecked: NotChecked[];
}

const ORDER: readonly DriftStatus[] = ["deleted", "drifted", "not-checked", "in-sync"];

const WRITE_ONLY = "AWS does not show it to anybody who reads the resource";

function notCheckedOf(resources: readonly ResourceDrift[]): NotChecked[] {
  const whole = resources
    .filter(({ status }) => status === "not-checked")
    .map(({ logicalId, reason = "AWS did not say" }) => ({
      what: logicalId,
      properties: [],
      resources: 1,
      reason,
    }));
  const byType = new Map<string, ResourceDrift[]>();
  for (const resource of resources) {
    if (resource.uncheckedProperties.length === 0) continue;
    byType.set(resource.type, [...(byType.get(resource.type) ?? []), resource]);
  }
  const properties = [...byType].map(([type, sharing]) => ({
    what: type,
    properties: [...new Set(sharing.flatMap((resource) => resource.uncheckedProperties))].sort(byText),
    resources: sharing.length,
    reason: WRITE_ONLY,
  }));
  return [...whole, ...properties];
}

/** Puts together what was found of a stack's resources. */
export function driftReport(stackName: string, resources: readonly ResourceDrift[]): DriftReport {
  const counts: DriftCounts = { "in-sync": 0, drifted: 0, deleted: 0, "not-checked": 0 };
  for (const { status } of resources) counts[status] += 1;
  const sorted = [...resources].sort(
    (a, b) =>
      ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
      byText(a.type, b.type) ||
      byText(a.logicalId, b.logicalId),
  );
  return { stackName, counts, resources: sorted, notChecked: notCheckedOf(sorted) };
}

/** Whether anything is not as it was deployed. */
export function hasDrift({ counts }: Pick<DriftReport, "counts">): boolean {
  return counts.drifted + counts.deleted > 0;
}
