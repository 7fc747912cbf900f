import type { AccessLevel } from "./reference/access-level";
import type { AnalysedPrincipal } from "./principals";

/**
 * What one principal can do: at one level of one service, in one scope, under the same conditions. All is plain data,
 * and all lists are sorted.
 */
export interface AccessRow {
  /** Name of the group or role in AWS. */
  principal: string;
  kind: AnalysedPrincipal["kind"];
  /** Names of the roles that it has to assume first, in their order; empty for what it may do by itself. */
  via: string[];
  /** Service prefix, or `*` for every service of AWS. */
  service: string;
  level: AccessLevel;
  /** ARN patterns; `*` is every resource, and what has no ARN. */
  scope: string[];
  /** What a Deny takes out of the scope, with its conditions. */
  except: string[];
  /** Each as `operator key = value, value`; those of the roles' trust policies too. */
  conditions: string[];
  /** Ids such as `s3:GetObject`; `*` alone for all of them. */
  actions: string[];
  /** Whether these are all actions that the service has at this level. */
  complete: boolean;
  /** Files of policy templates, paths in the config, ARNs of AWS's policies. */
  sources: string[];
}

/** Who may do what, for one blueprint. */
export interface AccessMatrix {
  /** The date of AWS's service authorization reference, `YYYY-MM-DD`. */
  referenceDate: string;
  principals: MatrixPrincipal[];
  /** By principal, way, service, level and scope. */
  rows: AccessRow[];
}

/** One group or role of the matrix. */
export interface MatrixPrincipal {
  name: string;
  kind: AnalysedPrincipal["kind"];
  arn: string;
  /** Names of the roles that it may assume, at once or through others. */
  reaches: string[];
  /** ARN of its permissions boundary, which narrows the rows in a way that the config does not know. */
  boundary?: string;
  /** Attached policies of AWS's whose documents are not known: what they grant is in no row. */
  unknownPolicies: string[];
}
