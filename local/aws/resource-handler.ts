import type { CallContext } from "./service";

/** A resource as Cloud Control and CloudFormation know it. */
export interface ResourceModel {
  /** Primary identifier. */
  identifier: string;
  /** Properties in CloudFormation's shape, read-only attributes (`Arn`, `RoleId`, …) included. */
  properties: Record<string, unknown>;
}

/**
 * One CloudFormation resource type, over the services that the SDK's clients see as well: CloudFormation, drift
 * detection and Cloud Control all use it, as AWS's own registry handlers are used.
 */
export interface ResourceHandler {
  /** `AWS::IAM::Group`. */
  type: string;
  /** What `Ref` gives. */
  ref(model: ResourceModel): string;
  /** Properties that can't be changed in place: an update of one replaces the resource. */
  createOnly: readonly string[];
  readOnly: readonly string[];
  writeOnly: readonly string[];
  /** Calls `started` as soon as there is something that a rollback has to delete, though more may fail after it. */
  create(
    desired: Record<string, unknown>,
    context: CallContext,
    started?: (identifier: string) => void,
  ): Promise<ResourceModel>;
  /**
   * Undefined where it does not exist. Reads the services' own state, never a template; `given`, the properties that a
   * template gave, only tells the name of what has an id that no call takes.
   */
  read(
    identifier: string,
    context: CallContext,
    given?: Record<string, unknown>,
  ): Promise<ResourceModel | undefined>;
  update(
    identifier: string,
    previous: Record<string, unknown>,
    desired: Record<string, unknown>,
    context: CallContext,
  ): Promise<ResourceModel>;
  /**
   * With `given`, the properties that a template gave, only what they name is taken off before the deletion, so that
   * something attached by hand refuses it; without, all that the resource's own properties show.
   */
  delete(identifier: string, context: CallContext, given?: Record<string, unknown>): Promise<void>;
  list(context: CallContext): Promise<string[]>;
}
