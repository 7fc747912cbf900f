import { randomUUID } from "node:crypto";
import type { CallContext } from "../service";
import { sharedStore } from "../store-scopes";
import type { EventRecord, ResourceRecord, StackRecord, StackSnapshot } from "./stack-record";

const STACKS = "cloudformation-stacks";
const TEMPLATES = "cloudformation-templates";
const SNAPSHOTS = "cloudformation-snapshots";
const EVENT_COUNTS = "cloudformation-event-counts";

/** Operations that run, in the shared store, so that a server that starts finds what one before it left unfinished. */
export const RUNNING = "cloudformation-running";

/** The stacks of one account and region. */
export class StackStore {
  constructor(readonly context: CallContext) {}

  /** The stack of that ARN, deleted or not, or the living stack of that name. */
  find(nameOrId: string): StackRecord | undefined {
    if (nameOrId.startsWith("arn:")) return this.context.store.get<StackRecord>(STACKS, nameOrId);
    return this.all().find((stack) => stack.stackName === nameOrId && stack.status !== "DELETE_COMPLETE");
  }

  /** All stacks of the region, the newest first. */
  all(): StackRecord[] {
    const prefix = `arn:${this.context.partition}:cloudformation:${this.context.region}:`;
    return this.context.store
      .list<StackRecord>(STACKS)
      .filter((stack) => stack.stackId.startsWith(prefix))
      .sort((a, b) => (a.creationTime < b.creationTime ? 1 : -1));
  }

  save(stack: StackRecord): void {
    this.context.store.put(STACKS, stack.stackId, stack);
  }

  remove(stackId: string): void {
    this.context.store.delete(STACKS, stackId);
    this.context.store.delete(TEMPLATES, stackId);
  }

  /** Changes a stack that exists; returns it as it is then. */
  patch(stackId: string, changes: Partial<StackRecord>): StackRecord {
    const stack = { ...this.context.store.get<StackRecord>(STACKS, stackId)!, ...changes };
    this.save(stack);
    return stack;
  }

  template(stackId: string): string {
    return this.context.store.get<string>(TEMPLATES, stackId) ?? "";
  }

  saveTemplate(stackId: string, body: string): void {
    this.context.store.put(TEMPLATES, stackId, body);
  }

  snapshot(stackId: string): StackSnapshot | undefined {
    return this.context.store.get<StackSnapshot>(SNAPSHOTS, stackId);
  }

  saveSnapshot(stackId: string, snapshot: StackSnapshot | undefined): void {
    if (snapshot === undefined) this.context.store.delete(SNAPSHOTS, stackId);
    else this.context.store.put(SNAPSHOTS, stackId, snapshot);
  }

  resources(stackId: string): ResourceRecord[] {
    return this.context.store.list<ResourceRecord>(`cloudformation-resources/${stackId}`);
  }

  /** The living stack that holds a resource of that physical id. */
  holding(physicalId: string): StackRecord | undefined {
    return this.all()
      .filter((stack) => stack.status !== "DELETE_COMPLETE")
      .find((stack) => this.resources(stack.stackId).some((record) => record.physicalId === physicalId));
  }

  resource(stackId: string, logicalId: string): ResourceRecord | undefined {
    return this.context.store.get<ResourceRecord>(`cloudformation-resources/${stackId}`, logicalId);
  }

  saveResource(stackId: string, resource: ResourceRecord): void {
    this.context.store.put(`cloudformation-resources/${stackId}`, resource.logicalId, resource);
  }

  removeResource(stackId: string, logicalId: string): void {
    this.context.store.delete(`cloudformation-resources/${stackId}`, logicalId);
  }

  /** Oldest first. */
  events(stackId: string): EventRecord[] {
    return this.context.store.list<EventRecord>(`cloudformation-events/${stackId}`);
  }

  addEvent(event: EventRecord): void {
    const count = (this.context.store.get<number>(EVENT_COUNTS, event.StackId) ?? 0) + 1;
    this.context.store.put(EVENT_COUNTS, event.StackId, count);
    this.context.store.put(`cloudformation-events/${event.StackId}`, String(count).padStart(9, "0"), event);
  }

  /** Sets a stack's status, with the event that says so. */
  setStatus(stackId: string, status: string, reason?: string): StackRecord {
    const now = this.context.now().toISOString();
    const stack = this.patch(stackId, { status, statusReason: reason });
    this.addEvent({
      StackId: stackId,
      EventId: randomUUID(),
      StackName: stack.stackName,
      LogicalResourceId: stack.stackName,
      PhysicalResourceId: stackId,
      ResourceType: "AWS::CloudFormation::Stack",
      Timestamp: now,
      ResourceStatus: status,
      ResourceStatusReason: reason,
      ClientRequestToken: stack.clientRequestToken,
    });
    return stack;
  }

  /** Sets a resource's status, with the event that says so. Returns the resource as it is then. */
  setResourceStatus(
    stackId: string,
    resource: ResourceRecord,
    status: string,
    reason?: string,
  ): ResourceRecord {
    const timestamp = this.context.now().toISOString();
    const changed: ResourceRecord = { ...resource, status, statusReason: reason, timestamp };
    this.saveResource(stackId, changed);
    this.addResourceEvent(stackId, changed);
    return changed;
  }

  /** The event of a resource's status; of one that the stack no longer counts as its own too. */
  addResourceEvent(stackId: string, resource: ResourceRecord): void {
    const stack = this.context.store.get<StackRecord>(STACKS, stackId)!;
    this.addEvent({
      StackId: stackId,
      EventId: `${resource.logicalId}-${resource.status}-${resource.timestamp}`,
      StackName: stack.stackName,
      LogicalResourceId: resource.logicalId,
      PhysicalResourceId: resource.physicalId ?? "",
      ResourceType: resource.type,
      Timestamp: resource.timestamp,
      ResourceStatus: resource.status,
      ResourceStatusReason: resource.statusReason,
      ResourceProperties: JSON.stringify(resource.properties),
      ClientRequestToken: stack.clientRequestToken,
    });
  }

  /** Notes that an operation runs, as whom and where. */
  noteRunning(stackId: string): void {
    const { caller, region } = this.context;
    sharedStore(this.context.store).put(RUNNING, stackId, { stackId, caller, region });
  }

  noteAtRest(stackId: string): void {
    sharedStore(this.context.store).delete(RUNNING, stackId);
  }
}
