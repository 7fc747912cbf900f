/**
 * What an escalation path gives:
 * - `pass`: the role that is passed to a service, with `iam:PassRole`;
 * - `takeover`: the role that something has already which the actions change or open;
 * - `write-policy`: whatever is written into a policy of one's own;
 * - `remove-policy`: what a Deny of one's own forbade, or a boundary kept out;
 * - `become`: the rights of the group, role, user or permission set that the actions make one into;
 * - `open-resource`: every action on a resource whose own policy or grants the actions write.
 */
export type PathEffect = "pass" | "takeover" | "write-policy" | "remove-policy" | "become" | "open-resource";

/** A way by which a principal raises its own rights. */
export interface EscalationPath {
  /** kebab-case. */
  id: string;
  effect: PathEffect;
  /** One of each inner list is needed; the resources of the first list say what is reached. */
  actions: string[][];
  /** Principal of the service that runs with the role, for `pass` and `takeover`. */
  service?: string;
  /** What kind of entity the first action writes, for the effects on IAM and on IAM Identity Center. */
  target?: "group" | "role" | "user" | "policy" | "permission-set";
  /** Where it is described. */
  source: string;
}

/** Where most of the ways were first written down. */
export const RHINO = "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/";

/** The page of one path in Datadog's collection of them. */
export function pathfinding(id: string): string {
  return `https://pathfinding.cloud/paths/${id}`;
}
