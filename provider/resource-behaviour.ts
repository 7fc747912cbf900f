import type {
  CheckResult,
  CreateResult,
  DiffResult,
  ReadResult,
  UpdateResult,
} from "@pulumi/pulumi/provider";

/** Inputs or outputs as the engine hands them over: secrets are in their envelopes. */
export type Values = Record<string, unknown>;

/** Says something to the user beside the resource; messages hold no secrets. */
export interface Reporter {
  info(urn: string, message: string): Promise<void>;
  warn(urn: string, message: string): Promise<void>;
}

/** What one kind of resource of the provider does in each step of its life. */
export interface ResourceBehaviour {
  check(urn: string, olds: Values, news: Values): Promise<CheckResult>;
  diff(olds: Values, news: Values): DiffResult;
  create(urn: string, inputs: Values): Promise<CreateResult>;
  read(id: string, values: Values): Promise<ReadResult>;
  update(urn: string, olds: Values, news: Values): Promise<UpdateResult>;
}
