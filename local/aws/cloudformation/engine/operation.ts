import { randomUUID } from "node:crypto";
import { HandlerError } from "../../resource-types/handler-error";
import { schemaViolations } from "../../resource-types/property-schema";
import { AwsError } from "../../service";
import type { ResourceRecord, StackRecord } from "../stack-record";
import type { StackStore } from "../stack-store";

/** One operation that works on a stack. */
export class Operation {
  constructor(
    readonly store: StackStore,
    readonly stackId: string,
    readonly id: string = randomUUID(),
  ) {}

  get stack(): StackRecord {
    return this.store.find(this.stackId)!;
  }

  /** False once another operation (a deletion of a stack that is being created) has taken over. */
  get inCharge(): boolean {
    return this.stack.operation === this.id;
  }

  resources(): ResourceRecord[] {
    return this.store.resources(this.stackId);
  }

  resource(logicalId: string): ResourceRecord | undefined {
    return this.store.resource(this.stackId, logicalId);
  }

  setResource(resource: ResourceRecord, status: string, reason?: string): ResourceRecord {
    return this.store.setResourceStatus(this.stackId, { ...resource, operation: this.id }, status, reason);
  }
}

/**
 * Runs the work of an operation in the background. What goes wrong beside the expected fails the stack instead of
 * leaving it in progress for ever. `finished` is called at the end, whichever it is.
 */
export function inBackground(
  operation: Operation,
  failedStatus: string,
  work: () => Promise<void>,
  finished?: () => void,
): void {
  const { store, stackId } = operation;
  store.noteRunning(stackId);
  work()
    .catch((error: unknown) => {
      if (operation.inCharge) store.setStatus(stackId, failedStatus, `Internal Failure: ${textOf(error)}`);
    })
    .finally(() => {
      if (operation.inCharge) store.noteAtRest(stackId);
      finished?.();
    });
}

/** Throws the handler's error for properties that break the schema of their type, before anything is called. */
export function checkProperties(logicalId: string, type: string, properties: Record<string, unknown>): void {
  const violations = schemaViolations(type, properties);
  if (violations.length === 0) return;
  throw new PropertiesError(
    `Properties validation failed for resource ${logicalId} with message:\n[${violations.join(", ")}]`,
  );
}

/** Found wrong by CloudFormation itself: no handler was asked. */
export class PropertiesError extends Error {}

/** The reason in an event of a resource that failed. */
export function failureReason(error: unknown): string {
  if (error instanceof HandlerError) {
    const token = `(RequestToken: ${randomUUID()}, HandlerErrorCode: ${error.code})`;
    return `Resource handler returned message: "${error.message}" ${token}`;
  }
  return textOf(error);
}

function textOf(error: unknown): string {
  if (error instanceof AwsError || error instanceof PropertiesError) return error.message;
  return error instanceof Error ? error.message : String(error);
}
