import {
  type CloudControlClient,
  CreateResourceCommand,
  DeleteResourceCommand,
  GetResourceCommand,
  GetResourceRequestStatusCommand,
  type ProgressEvent,
  ResourceNotFoundException,
  UpdateResourceCommand,
} from "@aws-sdk/client-cloudcontrol";

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** One operation of a JSON patch (RFC 6902) on a resource's properties. */
export interface PatchOperation {
  op: "add" | "remove" | "replace";
  path: string;
  value?: unknown;
}

/** A resource operation that ended as FAILED. */
export class ResourceOperationError extends Error {
  constructor(readonly event: ProgressEvent) {
    super(`operation ${event.Operation} failed with "${event.ErrorCode}": ${event.StatusMessage ?? ""}`);
    this.name = "ResourceOperationError";
  }
}

/** One resource type through Cloud Control; every operation is awaited to its end. */
export class CloudControlResource {
  constructor(
    private readonly client: CloudControlClient,
    private readonly typeName: string,
  ) {}

  /** Throws a ResourceOperationError, whose event may have the identifier of what was created all the same. */
  async create(desiredState: Record<string, unknown>): Promise<string> {
    const command = new CreateResourceCommand({
      TypeName: this.typeName,
      DesiredState: JSON.stringify(desiredState),
    });
    const event = await this.finished((await this.client.send(command)).ProgressEvent);
    if (event.Identifier === undefined)
      throw new Error(`Cloud Control gave no identifier for the new ${this.typeName}`);
    return event.Identifier;
  }

  /** Undefined where the resource does not exist. */
  async read(identifier: string): Promise<Record<string, unknown> | undefined> {
    try {
      const command = new GetResourceCommand({ TypeName: this.typeName, Identifier: identifier });
      const { ResourceDescription: description } = await this.client.send(command);
      return JSON.parse(description?.Properties ?? "{}") as Record<string, unknown>;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  async update(identifier: string, patch: PatchOperation[]): Promise<void> {
    const command = new UpdateResourceCommand({
      TypeName: this.typeName,
      Identifier: identifier,
      PatchDocument: JSON.stringify(patch),
    });
    await this.finished((await this.client.send(command)).ProgressEvent);
  }

  /** Succeeds where the resource is gone already. */
  async delete(identifier: string): Promise<void> {
    try {
      const command = new DeleteResourceCommand({ TypeName: this.typeName, Identifier: identifier });
      await this.finished((await this.client.send(command)).ProgressEvent);
    } catch (error) {
      if (error instanceof ResourceOperationError && error.event.ErrorCode === "NotFound") return;
      if (error instanceof ResourceNotFoundException) return;
      throw error;
    }
  }

  private async finished(first: ProgressEvent | undefined): Promise<ProgressEvent> {
    let event = first;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      if (event === undefined) throw new Error("Cloud Control answered without a progress event");
      if (event.OperationStatus === "SUCCESS") return event;
      if (event.OperationStatus === "FAILED" || event.OperationStatus === "CANCEL_COMPLETE") {
        throw new ResourceOperationError(event);
      }
      const wait = Math.max(pause, (event.RetryAfter?.getTime() ?? 0) - Date.now());
      await new Promise((resolve) => setTimeout(resolve, wait));
      const command = new GetResourceRequestStatusCommand({ RequestToken: event.RequestToken });
      event = (await this.client.send(command)).ProgressEvent;
    }
  }
}
