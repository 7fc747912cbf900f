import type { Statement } from "../../security/policy-document";

/** Refuses every request that is not encrypted on its way, whoever makes it. */
export function tlsOnly(Action: string[], Resource: string[]): Statement {
  return {
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    Action,
    Resource,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
