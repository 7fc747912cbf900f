import type { Properties } from "./property-values";

/** What the engine said when it configured one provider of a program. */
export interface ProviderConfig {
  /** Without the package's prefix: `region`, `endpoints`, `allowedAccountIds`, … Structured values are JSON. */
  variables: Record<string, string>;
}

/** A resource after an operation: its id and its outputs. */
export interface ResourceState {
  id: string;
  outputs: Properties;
}

/** A resource as it was found: `inputs` are what a program would write to have it so. */
export interface FoundResource extends ResourceState {
  inputs: Properties;
}

/** A property whose change is an update or, where AWS can't change it in place, a replacement. */
export interface ResourceDiff {
  changed: boolean;
  replaces: string[];
  deleteBeforeReplace: boolean;
}

/** What is wrong with one property of a resource or of a provider's config. */
export interface CheckFailure {
  property: string;
  reason: string;
}

/** A resource exists, but its creation failed: the engine keeps its state, and the reason. */
export class PartialCreationError extends Error {
  constructor(
    readonly state: ResourceState,
    readonly inputs: Properties,
    readonly reason: string,
  ) {
    super(reason);
    this.name = "PartialCreationError";
  }
}

/** One resource type, served by a configured provider. Inputs and outputs hold the engine's envelopes for secrets. */
export interface ResourceType {
  check(inputs: Properties): CheckFailure[];
  diff(oldInputs: Properties, newInputs: Properties): ResourceDiff;
  /** Outputs as far as they are known before anything is done. */
  preview(inputs: Properties, old: Properties | undefined): Properties;
  create(inputs: Properties): Promise<ResourceState>;
  /** Undefined where it is gone. `inputs` is undefined where a resource is imported. */
  read(id: string, inputs: Properties | undefined, outputs: Properties): Promise<FoundResource | undefined>;
  update(
    id: string,
    old: { inputs: Properties; outputs: Properties },
    inputs: Properties,
  ): Promise<Properties>;
  /** Succeeds where it is gone already. */
  delete(id: string, inputs: Properties, outputs: Properties): Promise<void>;
}

/** A stand-in for a provider plugin of Pulumi, over the embedded AWS. */
export interface Provider {
  /** Package name, as resource types begin with. */
  name: string;
  version: string;
  checkConfig(variables: Record<string, string>): CheckFailure[];
  /** Throws an error for people where the config can't be used. */
  configure(config: ProviderConfig): Promise<Record<string, ResourceType>>;
}
