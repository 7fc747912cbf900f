import type { Config } from "../config/schema";
import type { IamNames } from "../naming/iam-names";
import type { Prerequisites } from "../template/prerequisites";
import type { PolicyDocument } from "./policy-document";

/** A grant that comes from one policy template of the catalogue, or from the config itself. */
export interface Grant {
  /** Name of the inline policy, such as `s3-level2`. */
  name: string;
  /** Where it comes from: the template's file, or the path in the config, which may lead further than the config does. */
  source: string;
  /** Path in the config of what asks for it, where `source` does not say. */
  askedBy?: string;
  document: PolicyDocument;
  /** Service and template id, where it comes from the catalogue. */
  template?: { service: string; id: string; slug: string };
}

/** One customer-managed policy: a (service, level) that a role uses, or that did not fit into a group inline. */
export interface ManagedPolicyBlueprint {
  logicalId: string;
  /** Name in AWS, with `-part-2` and so on where one document had to be split. */
  name: string;
  description: string;
  document: PolicyDocument;
  /** Why it is a managed policy: a role uses it, it overflowed from a group, or it bounds every role of the stack. */
  reason: "role" | "overflow" | "boundary";
}

/** What both groups and roles attach and carry. */
export interface PrincipalBlueprint {
  /** The name in the config. */
  configName: string;
  /** Path in the config that it is written at or made from. */
  source: string;
  logicalId: string;
  /** The name in AWS. */
  name: string;
  description: string;
  /** Names of AWS's own managed policies with their path after `policy/`, such as `job-function/Billing`. */
  awsManagedPolicies: string[];
  /** Logical ids of the stack's own managed policies that are attached. */
  attachedPolicies: string[];
  /** Inline policies, in the order of their names. */
  inlinePolicies: Grant[];
  /** Every grant, wherever it ended up, for analysis and reports. */
  grants: Grant[];
}

/** One IAM group, with everything that its members may do. */
export interface GroupBlueprint extends PrincipalBlueprint {
  /** Config names of the roles that its members may assume. */
  assumableRoles: string[];
}

/** One IAM role: what it may do, who may assume it, and for how long. */
export interface RoleBlueprint extends PrincipalBlueprint {
  kind: "service" | "cross-function" | "elevation" | "cross-account";
  trustPolicy: PolicyDocument;
  /** Path in the config that the trust policy is written at or made from. */
  trustSource: string;
  /** Seconds, 3,600 to 43,200. */
  maxSessionDuration: number;
  permissionsBoundary?: string;
}

/** Whether members of groups may assume a role: services and other accounts assume the others. */
export function isForPeople({ kind }: RoleBlueprint): boolean {
  return kind === "cross-function" || kind === "elevation";
}

/** What of a config, of whichever product, says whose stack it is and how it is deployed. */
export type StackConfig = Pick<Config, "client" | "environment" | "deployment" | "tags" | "testSuffix">;

/** What any stack has, named and resolved, before any CloudFormation: what the analysis and the reports read. */
export interface StackBlueprint {
  config: StackConfig;
  /** Names the stack, its files and its tags. */
  stem: string;
  stackName: string;
  /** Termination protection of the stack: on in prod, but for test copies. */
  protect: boolean;
  groups: GroupBlueprint[];
  roles: RoleBlueprint[];
  policies: ManagedPolicyBlueprint[];
  /** System tags and the config's own, by key. */
  tags: Record<string, string>;
  /** SSM parameters of the stack's outputs lie under this path, which ends without a slash. */
  parameterPath: string;
  /** How its IAM names are made. */
  iamNames: IamNames;
  /** With which names begin of what its pipelines make beside it, a hyphen after it; absent where there is no such thing. */
  runtimePrefix?: string;
  /** ARN of a policy that bounds every role and must be there before; absent where the stack has or needs none. */
  permissionBoundaryArn?: string;
  /** What else must be there before; absent where nothing is. */
  prerequisites?: Prerequisites;
}

/** Everything that one environment will have, named and resolved, before any CloudFormation. */
export interface Blueprint extends StackBlueprint {
  config: Config;
}
