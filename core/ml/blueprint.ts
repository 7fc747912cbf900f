import type { EndpointIds, Lookup } from "../template/prerequisites";
import type { ManagedPolicyBlueprint, StackBlueprint } from "../security/blueprint";
import type { PolicyDocument } from "../security/policy-document";
import type { MlNames } from "../naming/ml-names";
import type { MlArns } from "./arns";
import type { Retention } from "./config/retention";
import type { MlConfig } from "./config/schema";

/** Where a pipeline's code comes from. */
export type SourceBlueprint =
  { kind: "codecommit"; repository: string; branch: string } | { kind: "s3"; bucket: string; key: string };

/** The role that SageMaker's jobs and models run with. */
export interface ExecutionRole {
  name: string;
  arn: string;
  /** The SSM parameter in which the security stack publishes the ARN; undefined where the role is the product's own. */
  parameter?: string;
}

/** The VPC endpoints of a product, and where they lie. */
export interface NetworkBlueprint {
  vpc: Lookup<string>;
  subnets: Lookup<readonly string[]>;
  /** `create` in standalone mode, else the SG provisioner's. */
  securityGroup: "create" | Lookup<string>;
  /** Route tables of the gateway endpoint of S3. */
  routeTables: readonly string[];
  /** `create`, or the ids of those that the VPC has. */
  endpoints: "create" | EndpointIds;
}

/** The customer-managed key of a product. */
export interface KeyBlueprint {
  alias: string;
  policy: PolicyDocument;
  /** Logical ids of the stack's roles that the policy names. */
  users: readonly string[];
}

/** What the alarms on API calls watch. */
export interface ComplianceBlueprint {
  /** Whether the product has a trail of its own, or watches the account's. */
  trail: "create" | "account";
  logGroup: string;
}

/** Something that a reviewer should know of the product, beside what the template shows. */
export interface Note {
  /** Path in the config. */
  path: string;
  message: string;
}

/** Everything that one ML product will have, named and resolved, before any CloudFormation. */
export interface MlBlueprint extends StackBlueprint {
  config: MlConfig;
  names: MlNames;
  arns: MlArns;
  buildSource: SourceBlueprint;
  deploySource: SourceBlueprint;
  executionRole: ExecutionRole;
  retention: Retention;
  /** From the professional tier on: who is told of failures and alarms. */
  alertsEmail?: string;
  /** In the enterprise tier. */
  boundary?: ManagedPolicyBlueprint;
  key?: KeyBlueprint;
  network?: NetworkBlueprint;
  compliance?: ComplianceBlueprint;
  notes: readonly Note[];
}
