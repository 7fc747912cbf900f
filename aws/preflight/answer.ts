import type { AwsFailure } from "../aws-error";

/** What one question to AWS brought: its answer, or why there is none. */
export type Answer<T> = { value: T } | { failure: AwsFailure };
