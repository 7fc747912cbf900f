import { type AwsFailure, explainAwsFailure } from "../aws-error";

/** What is looked at before a deployment. */
export type CheckId =
  | "connection"
  | "account"
  | "region"
  | "stack"
  | "names"
  | "boundary"
  | "bucket"
  | "parameters"
  | "network"
  | "source"
  | "key"
  | "quotas"
  | "permissions";

/** What one check says. `unknown` is not failing: AWS did not tell; `warning` deploys, and does not work as it is meant. */
export type JudgementStatus = "ok" | "failing" | "warning" | "unknown";

/** One check's answer, for people. */
export interface Judgement {
  check: CheckId;
  status: JudgementStatus;
  /** What was found, one sentence without a full stop. */
  sentence: string;
  /** What to do about it; absent where nothing is to be done. */
  todo?: string;
  /** Why AWS did not tell, where it answered with an error. */
  failure?: AwsFailure;
}

/** A check that found what a deployment needs. */
export function ok(check: CheckId, sentence: string): Judgement {
  return { check, status: "ok", sentence };
}

/** A check that found what would make the deployment fail. */
export function failing(check: CheckId, sentence: string, todo: string): Judgement {
  return { check, status: "failing", sentence, todo };
}

/** A check that found what a deployment can do without, and its product can't. */
export function warning(check: CheckId, sentence: string, todo: string): Judgement {
  return { check, status: "warning", sentence, todo };
}

/** A check that AWS did not answer; `what` begins with "whether", "what" or "whose". */
export function unanswered(
  check: CheckId,
  { what, action, failure }: { what: string; action: string; failure: AwsFailure },
): Judgement {
  const denied = failure.kind === "denied";
  return {
    check,
    status: "unknown",
    sentence: denied
      ? `not known: ${what} (${action} is denied)`
      : `could not find out ${what}: ${explainAwsFailure(failure)}`,
    todo: denied ? `allow ${action} to be told` : "try again",
    failure,
  };
}
