import type { AwsClients } from "../../aws/clients";
import type { AwsConnection } from "../../aws/connection";
import type { WatchedArgs } from "../../aws/watched-args";
import type { StackBlueprint } from "../../core/security/blueprint";
import type { Template } from "../../core/template/cloudformation";
import type { WatchedResource } from "../../core/template/watched-resource";
import { watchedResources } from "../../core/template/watched-resources";
import type { OperatorAccount, OwnerClients } from "./operator-account";

/** What a step works with: the operator's clients, the owner's, and what is deployed. */
export interface LifeWorld {
  account: OperatorAccount;
  /** The operator's, whose rights are enforced. */
  aws: AwsClients;
  /** What the operator's own connections are made with; the credentials are in the environment. */
  connection: AwsConnection;
  /** The account's root: other people's doings. */
  owner: OwnerClients;
  blueprint: StackBlueprint;
  template: Template;
  /** Where templates are uploaded to. */
  bucket: string;
  /** Milliseconds that AWS is given to show what a resource is put back to: few where a right is missing. */
  patience: number;
  /** What steps tell later ones. */
  memory: LifeMemory;
}

/** Kept with each snapshot. */
export interface LifeMemory {
  stackId?: string;
  /** Of a metered product. */
  publicKey?: string;
}

/** One thing that the operator does with AWS in the life of a stack. */
export interface LifeStep {
  /** What is done, as `create the stack`. */
  name: string;
  /** What it takes: readers do what `looks`; who can't delete a stack does not do what `deletes`. */
  kind: "looks" | "writes" | "deletes";
  /** Given where it writes nothing although it is done for a deployment alone. */
  only?: "reads";
  /** Whether it leaves everything as it was, so that it is lived in an account of its own, at the same time as others. */
  apart?: true;
  /** Whether there must be no stack before it. */
  fresh?: true;
  /** Whether later steps need it, so that somebody else does it for those who may not. */
  needed?: true;
  /** What other people do before it, which is no part of the operator's rights. */
  before?(world: LifeWorld): Promise<void>;
  /** Throws where something fails. Returns what was only said (a check that became unknown), for comparison. */
  run(world: LifeWorld): Promise<string[] | void>;
}

/** The template's resources as the account should show them. */
export function watched({ template, blueprint }: LifeWorld): WatchedResource[] {
  const { client, environment } = blueprint.config;
  return watchedResources(template, { accountId: client.account_id, region: environment.region });
}

/** The stack's ARN. */
export function stackId({ memory }: LifeWorld): string {
  if (memory.stackId === undefined) throw new Error("no step has created the stack");
  return memory.stackId;
}

/** A resource as the provider is given it. */
export function watchedArgs({ connection, blueprint }: LifeWorld, resource: WatchedResource): WatchedArgs {
  return { ...resource, connection, stackName: blueprint.stackName };
}
