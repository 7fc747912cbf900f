/** One place of a resource that CloudFormation says will change. */
export interface ChangeSetProperty {
  /** `Properties`, `Tags`, `Metadata` and so on. */
  attribute: string;
  /** CloudFormation property; empty where the attribute has none. */
  property: string;
  /** JSON pointer, such as `/Properties/Policies/0/PolicyDocument`; empty where CloudFormation tells none. */
  path: string;
  /** As text; absent where there was none or CloudFormation does not know it yet. */
  before?: string;
  after?: string;
  /** Whether the change replaces the resource. */
  recreates: "never" | "maybe" | "always";
  /** Whether the value is known only once another resource has been changed. */
  dynamic: boolean;
}

/** What CloudFormation says that it would do with one resource. */
export interface ChangeSetChange {
  logicalId: string;
  type: string;
  /** Name or ARN; empty for a new one. */
  physicalId: string;
  action: "Add" | "Modify" | "Remove" | "Import" | "Dynamic" | "SyncWithActual";
  replacement: "no" | "maybe" | "yes";
  properties: ChangeSetProperty[];
}

/** Whether CloudFormation told what it would do. */
export type ChangeSetPreview =
  | { way: "change set"; changes: ChangeSetChange[] }
  /** Nobody asked CloudFormation, or it gave no answer, for this reason. */
  | { way: "templates only"; reason: string };
