import type { AwsFailure } from "../aws-error";
import type { DeployedStack, StackResource } from "../deployed-stack";
import type { WantedName } from "../existing-names";
import type { Answer } from "./answer";
import type { BucketState } from "./look-at-bucket";
import type { PrerequisiteFindings } from "./prerequisites/findings";

/** A name of the template that exists in the account and is no part of our stack. */
export interface TakenName extends WantedName {
  /** Tags of what has the name, where its type has tags and they could be read. */
  ownerTags?: Record<string, string>;
}

/** Who the credentials belong to. */
export interface CallerIdentity {
  accountId: string;
  /** Of a user, of an assumed role's session, or of the account's root. */
  arn: string;
}

/** Everything that was found out in AWS, before anything is decided. */
export interface PreflightFindings {
  caller: Answer<CallerIdentity>;
  stack: Answer<DeployedStack | undefined>;
  stackResources: Answer<StackResource[]>;
  takenNames: TakenName[];
  /** Types whose names could not be looked up. */
  unknownNames: { type: string; failure: AwsFailure }[];
  /** Absent where none is configured. */
  boundaryExists?: Answer<boolean>;
  bucket?: Answer<BucketState>;
  /** Absent where the stack relies on nothing else. */
  prerequisites?: PrerequisiteFindings;
}

/** What the pre-check says. */
export interface PreflightVerdict {
  /** Clear sentences; with any of them nothing may be deployed. */
  failures: string[];
  /** What could not be found out. */
  warnings: string[];
  /** A stack of ours that a failed first creation left behind: to be deleted before the stack is created. */
  leftoverStackId?: string;
}
