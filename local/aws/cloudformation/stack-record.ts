import type { Tag } from "../resource-types/tags";
import type { StackParameter } from "./template/parameter-values";

/** A stack as the store keeps it; its template, resources and events are collections of their own. Times are ISO 8601. */
export interface StackRecord {
  stackId: string;
  stackName: string;
  description?: string;
  status: string;
  statusReason?: string;
  creationTime: string;
  lastUpdatedTime?: string;
  deletionTime?: string;
  parameters: StackParameter[];
  tags: Tag[];
  capabilities: string[];
  roleArn?: string;
  notificationArns: string[];
  timeoutInMinutes?: number;
  disableRollback: boolean;
  /** What a failed creation does. */
  onFailure: "DELETE" | "DO_NOTHING" | "ROLLBACK";
  terminationProtection: boolean;
  stackPolicy?: string;
  outputs: StackOutput[];
  /** Names of the exports that the template imports. */
  imports?: string[];
  changeSetId?: string;
  clientRequestToken?: string;
  /** The operation that works on the stack, or that did last: a runner whose operation it no longer is stops. */
  operation: string;
  /** Asked for by CancelUpdateStack. */
  cancelled?: boolean;
  /** Resources that ContinueUpdateRollback was told to leave as they are. */
  skipped?: string[];
}

/** One output of a deployed stack, resolved. */
export interface StackOutput {
  OutputKey: string;
  OutputValue: string;
  Description?: string;
  ExportName?: string;
}

/** One resource of a stack. */
export interface ResourceRecord {
  logicalId: string;
  type: string;
  physicalId?: string;
  status: string;
  statusReason?: string;
  /** ISO 8601. */
  timestamp: string;
  /** What the handler was given last: resolved, with the generated name and the stack's tags. */
  properties: Record<string, unknown>;
  /** What Fn::GetAtt gives. */
  attributes: Record<string, unknown>;
  generatedName?: string;
  dependsOn: string[];
  deletionPolicy?: string;
  updateReplacePolicy?: string;
  metadata?: unknown;
  description?: string;
  /** The operation that began to change it last. */
  operation: string;
}

/** What a stack was before an update, for its rollback. */
export interface StackSnapshot {
  stack: StackRecord;
  template: string;
  resources: ResourceRecord[];
  /** Made by the update in the place of another, to be deleted once that is back in its place. */
  leftovers: ResourceRecord[];
  /** Of an update that starts from drifted resources: what the stack believed of them, and does again after a rollback. */
  believed?: ResourceRecord[];
}

/** One line of a stack's history. */
export interface EventRecord {
  StackId: string;
  EventId: string;
  StackName: string;
  LogicalResourceId: string;
  PhysicalResourceId: string;
  ResourceType: string;
  /** ISO 8601. */
  Timestamp: string;
  ResourceStatus: string;
  ResourceStatusReason?: string;
  ResourceProperties?: string;
  ClientRequestToken?: string;
}
