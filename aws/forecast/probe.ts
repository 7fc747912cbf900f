/** One question to IAM's policy simulator: whether the caller may do some actions on some resources. */
export interface Probe {
  /** `certain` where the deployment can't do without; `possible` where only a change or a rollback needs it. */
  need: "certain" | "possible";
  actions: readonly string[];
  /** ARNs, or `*` alone for actions that know no resources. */
  resources: readonly string[];
  /** Values of condition keys that the call will have. */
  context: Readonly<Record<string, string | readonly string[]>>;
}
