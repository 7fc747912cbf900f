import type { FailedCall } from "../../core/licence/judge-failure";

/** What an AWS SDK call threw, as it is judged. */
export function failedCall(error: unknown): FailedCall {
  const thrown = error as
    { name?: string; code?: unknown; message?: string; $metadata?: { httpStatusCode?: number } } | undefined;
  const status = thrown?.$metadata?.httpStatusCode;
  // Node names what is wrong with a connection in `code`; an answer of AWS is named after its error shape.
  const code = status === undefined && typeof thrown?.code === "string" ? thrown.code : thrown?.name;
  return {
    code: code ?? "Error",
    message: (thrown?.message ?? String(error)).split("\n")[0]!,
    ...(status === undefined ? {} : { status }),
  };
}
