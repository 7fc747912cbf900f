import type { DetailedDiff } from "./detailed-diff";

/** Inputs or outputs as the engine hands them over: secrets are in their envelopes. */
export type Values = Record<string, unknown>;

/** Says something to the user beside the resource; messages hold no secrets. */
export interface Reporter {
  /** For whoever asks for everything, about no resource in particular: `pulumi --debug`, and the log of an action. */
  debug(message: string): Promise<void>;
  info(urn: string, message: string): Promise<void>;
  warn(urn: string, message: string): Promise<void>;
}

/** Inputs as they are to be recorded, and what is wrong with them. */
export interface CheckResult {
  inputs: Values;
  failures?: { property: string; reason: string }[];
}

/** Whether and how a resource changes; where `changes` is left out the engine compares the inputs itself. */
export interface DiffResult {
  changes?: boolean;
  /** Inputs whose change makes the resource a new one. */
  replaces?: string[];
  /** What to show, where the engine's own comparison would not show it well. */
  detailed?: DetailedDiff;
}

/** A resource as it was found; the id is empty where it is gone. */
export interface ReadResult {
  id: string;
  props: Values;
  inputs?: Values;
}

/** What one kind of resource of the provider does in each step of its life. */
export interface ResourceBehaviour {
  check(urn: string, olds: Values, news: Values): Promise<CheckResult>;
  diff(olds: Values, news: Values): DiffResult;
  create(urn: string, inputs: Values): Promise<{ id: string; outs: Values }>;
  read(id: string, values: Values, urn: string): Promise<ReadResult>;
  update(urn: string, olds: Values, news: Values): Promise<{ outs: Values }>;
}
