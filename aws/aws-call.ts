/** One call to AWS, its retries included. */
export interface AwsCall {
  /** Endpoint name of the service, such as `cloudformation`. */
  service: string;
  /** The API operation, such as `DescribeStacks`. */
  operation: string;
  milliseconds: number;
  /** How often it was tried; 0 where it failed before anything was sent. */
  attempts: number;
  /** Name of the error, where the last attempt failed. */
  failure?: string;
}

/** A call in one line: `cloudformation:DescribeStacks 12 ms, tried 2 times: ThrottlingException`. */
export function callInWords({ service, operation, milliseconds, attempts, failure }: AwsCall): string {
  const tries = attempts === 1 ? "" : `, tried ${attempts} times`;
  const end = failure === undefined ? "" : `: ${failure}`;
  return `${service}:${operation} ${Math.round(milliseconds)} ms${tries}${end}`;
}

const MESSAGE = /^AWS call: ([a-z-]+):(\w+) (\d+) ms(?:, tried (\d+) times)?(?:: (\w+))?$/;

/** A call as a message of the log, and as one process tells another of it. */
export function callMessage(call: AwsCall): string {
  return `AWS call: ${callInWords(call)}`;
}

/** The call that a message of {@link callMessage} tells of, in whole milliseconds; undefined for every other message. */
export function callOfMessage(message: string): AwsCall | undefined {
  const [, service, operation, milliseconds, attempts = "1", failure] = MESSAGE.exec(message) ?? [];
  if (service === undefined || operation === undefined) return undefined;
  return {
    ...{ service, operation, milliseconds: Number(milliseconds), attempts: Number(attempts) },
    ...(failure === undefined ? {} : { failure }),
  };
}

interface Metadata {
  $metadata?: { attempts?: number };
}
type Step = (args: unknown) => Promise<{ output: unknown }>;
type Middleware = (next: Step, context: { commandName?: string }) => Step;

/** As much of an AWS SDK client as its calls are observed by. */
export interface ObservableClient {
  readonly middlewareStack: { add(middleware: never, options: { step: "initialize"; name: string }): void };
}

/** Times every call that the client makes from now on, from the first attempt to the last. Returns the client. */
export function observeCalls<T extends ObservableClient>(
  client: T,
  service: string,
  onCall: (call: AwsCall) => void,
): T {
  const middleware: Middleware =
    (next, { commandName = "" }) =>
    async (args) => {
      const begun = performance.now();
      const report = (answer: unknown, failure?: string) =>
        onCall({
          service,
          operation: commandName.replace(/Command$/, ""),
          milliseconds: performance.now() - begun,
          attempts: (answer as Metadata | undefined)?.$metadata?.attempts ?? 0,
          ...(failure === undefined ? {} : { failure }),
        });
      try {
        const result = await next(args);
        report(result.output);
        return result;
      } catch (error) {
        report(error, error instanceof Error ? error.name : String(error));
        throw error;
      }
    };
  client.middlewareStack.add(middleware as never, { step: "initialize", name: "observeCalls" });
  return client;
}
