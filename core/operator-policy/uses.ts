/** What the provisioner does with AWS, as far as the rights it needs differ. */
export type Use =
  /** Looking at what is there: the pre-check, a preview, a refresh, and reading back what was deployed. */
  | "look"
  /** The forecast before a deployment: quotas, and the caller's own rights. */
  | "forecast"
  /** Creating the stack, rollback included. */
  | "create"
  /** Updating the stack and putting drift back, rollback included. */
  | "update"
  /** Deleting the stack and what stands in the way of it. */
  | "delete"
  /** Clearing away a stack whose first creation failed. */
  | "leftover"
  /** Asking CloudFormation by a change set what an update would change, and removing it again with what was uploaded. */
  | "change-set"
  /** CloudFormation's own validation of a template, for whoever asks for it with AWS's own tools. */
  | "validate"
  /** CloudFormation's own drift detection. */
  | "drift"
  /** The ways out that an error names, for a person to take with AWS's own tools. */
  | "recover"
  /** Asking whether the account is entitled to the product. */
  | "licence";

/** What each action of the command line uses, by its id. An action that never calls AWS asks for the licence alone. */
export const ACTION_USES: Readonly<Record<string, readonly Use[]>> = {
  "validate-config": [],
  analyze: [],
  "list-products": [],
  "show-product": [],
  "create-policy": [],
  "create-review-report": [],
  "export-config": [],
  "export-iam-policy": [],
  "export-service-policies": [],
  "export-groups": [],
  "export-roles": [],
  "create-prov-template": [],
  "validate-prov-template": [],
  "show-changes": ["look", "change-set"],
  "check-drift": ["look", "drift"],
  "test-deploy": ["look", "forecast", "create", "delete", "leftover"],
  deploy: ["look", "forecast", "create", "update", "leftover", "recover"],
  "delete-stack": ["look", "delete"],
  recover: ["look", "leftover", "recover"],
};
