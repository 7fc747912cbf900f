/** Every exit code of the command line, the only place where they are numbered. */
export enum ExitCode {
  /** The action did what was asked. */
  Done = 0,
  /** AWS or the Pulumi engine failed. */
  Failed = 1,
  /** The config, a policy template or an argument is wrong. */
  BadInput = 2,
  /** The action needs --force, or approval of a grant that widens access. */
  Refused = 3,
  /** Changes or drift were found, under --exit-code. */
  ChangesFound = 4,
  /** AWS said that this account is not entitled to the product. */
  NotEntitled = 5,
  /** A guardrail was violated. */
  GuardrailViolated = 6,
}

/** What each exit code says, for help and documentation. */
export const EXIT_CODES: Readonly<Record<ExitCode, string>> = {
  [ExitCode.Done]: "done",
  [ExitCode.Failed]: "failed",
  [ExitCode.BadInput]: "bad input",
  [ExitCode.Refused]: "refused",
  [ExitCode.ChangesFound]: "changes found",
  [ExitCode.NotEntitled]: "not entitled",
  [ExitCode.GuardrailViolated]: "guardrail violated",
};

/** What every error of ours carries besides its message. */
export interface TierguardErrorOptions {
  /** Stable, kebab-case identifier of the kind of error, for scripts. */
  code: string;
  exitCode: ExitCode;
  /** What to do instead, one sentence. */
  hint?: string;
  cause?: unknown;
}

/** An expected failure: its message is for people and is printed without a stack trace. */
export class TierguardError extends Error {
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly hint: string | undefined;

  constructor(message: string, options: TierguardErrorOptions) {
    super(message, { cause: options.cause });
    this.name = "TierguardError";
    this.code = options.code;
    this.exitCode = options.exitCode;
    this.hint = options.hint;
  }
}

/** One thing that is wrong in a file that a person wrote. */
export interface Problem {
  /** The file as the user named it, or undefined where the value did not come from a file. */
  file?: string;
  /** 1-based. */
  line?: number;
  /** 1-based, in UTF-16 code units as editors count. */
  column?: number;
  /** Path of the value in the document, such as `security.iam_groups.data_scientists.policy_assignments.s3`. */
  path: string;
  /** What is wrong. */
  message: string;
  /** What to write instead. */
  hint?: string;
}

/** Formats a problem as `file:line:column: path: message (hint)`, leaving out what is not known. */
export function formatProblem(problem: Problem): string {
  const where = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(":");
  const head = [where, problem.path].filter((part) => part !== "").join(": ");
  const text = head === "" ? problem.message : `${head}: ${problem.message}`;
  return problem.hint === undefined ? text : `${text} (${problem.hint})`;
}

/** Bad input, with everything that is wrong in it at once. */
export class InvalidInputError extends TierguardError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], summary?: string) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const lines = problems.map((problem) => `  ${formatProblem(problem)}`);
    super([summary ?? `The input has ${count}:`, ...lines].join("\n"), {
      code: "invalid-input",
      exitCode: ExitCode.BadInput,
    });
    this.name = "InvalidInputError";
    this.problems = problems;
  }
}
