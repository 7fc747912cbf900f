import type { Store } from "./store";

/** The caller of one request: who the access key belongs to, and what it may do where rights are enforced. */
export interface Caller {
  accountId: string;
  /** `arn:…:iam::…:user/name`, `…:root` or `arn:…:sts::…:assumed-role/…`. */
  arn: string;
  userId: string;
  accessKeyId: string;
  /** Policies that bind this caller; undefined where everything is allowed. */
  policies?: unknown[];
}

/** What an operation has at hand besides its input. */
export interface CallContext {
  caller: Caller;
  region: string;
  partition: string;
  store: Store;
  requestId: string;
  now(): Date;
  /** Calls another operation of the embedded AWS as the same caller: authorised again, as AWS does it. */
  call(service: string, operation: string, input: unknown): Promise<unknown>;
}

/** One operation of a service's API: input and output have the shapes of the AWS SDK's own types, each operation its own. */
export type Operation = (input: never, context: CallContext) => unknown;

/** The operations of one service, by the name that AWS gives them. */
export type Operations = Record<string, Operation>;

/** An error as AWS answers it: code, message, HTTP status, and the fields that the code's shape has. */
export class AwsError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = code;
  }
}
