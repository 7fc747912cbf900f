import type { Operations } from "../service";

/** One service of the embedded AWS: how its requests are recognised and who answers them. */
export interface ServiceDefinition {
  /** Name for `CallContext.call`, and the prefix of the service's IAM actions where that is the same. */
  name: string;
  /** Names under which requests are signed. */
  signingNames: readonly string[];
  /** What stands before the operation in `X-Amz-Target`. */
  targetPrefix: string;
  apiVersion: string;
  xmlNamespace: string;
  /** The protocol in which an error is answered where a request does not say what it speaks. */
  protocol: "ec2-query" | "query" | "json-1.0" | "json-1.1" | "rest-xml";
  /** The SDK client's exports, with the schemas of all operations. */
  client: Record<string, unknown>;
  operations: Operations;
}
