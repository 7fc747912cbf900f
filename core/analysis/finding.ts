import type { Place } from "../config/source";
import type { Severity } from "./rule";

/** One thing that is wrong with what a config grants. */
export interface Finding {
  /** Id of the rule. */
  rule: string;
  severity: Severity;
  /** Names in AWS of the groups and roles that it is about. */
  principals: string[];
  /** Name of the grant, of the trust policy (`trust`), or of AWS's policy; empty where no single policy is meant. */
  policy: string;
  /** Where the policy comes from: the template's file, the path in the config, or the ARN of AWS's policy. */
  source: string;
  /** Of the document, from 0; undefined where the whole document is meant. */
  statement?: { index: number; sid?: string };
  message: string;
  /** What to write instead. */
  instead: string;
  /** Where it was written. */
  place?: Place;
}

/** A finding that the config exempts: it stays in every report. */
export interface ExemptedFinding extends Finding {
  exemption: { reason: string; expires: string };
}
